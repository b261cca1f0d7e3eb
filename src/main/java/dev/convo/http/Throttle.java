package dev.convo.http;

import java.time.Instant;

/** Until when the platform asked to be left alone; shared by all requests of a run. */
public final class Throttle {
  private Pause longest = new Pause(Instant.MIN, "");

  record Pause(Instant until, String because) {}

  /** Asks every request to wait at least until then. */
  synchronized void pause(Instant then, String because) {
    longest = then.isAfter(longest.until()) ? new Pause(then, because) : longest;
  }

  /** The pause that ends last; it may be over. */
  synchronized Pause pause() {
    return longest;
  }
}

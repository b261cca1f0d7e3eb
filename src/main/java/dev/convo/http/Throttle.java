package dev.convo.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Until when the platform asked to be left alone; shared by all requests of a run. */
public final class Throttle {
  private Instant until = Instant.MIN;
  private @Nullable String because;

  /** Asks every request to wait at least until then. */
  synchronized void pause(Instant then, String reason) {
    if (then.isAfter(until)) {
      until = then;
      because = reason;
    }
  }

  /** The pause that holds at this moment. */
  synchronized Pause at(Instant now) {
    return new Pause(now.isBefore(until) ? until : now, because == null ? "" : because);
  }

  /**
   * A pause.
   *
   * @param until the moment asked about where no pause holds
   */
  record Pause(Instant until, String because) {}
}

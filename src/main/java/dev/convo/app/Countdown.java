package dev.convo.app;

import dev.convo.http.Retrying;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One line on a terminal that says how long convo still waits for a platform, rewritten each second
 * and gone when the wait is over.
 */
final class Countdown implements Retrying.Waiting {
  private static final Duration WORTH_A_WORD = Duration.ofSeconds(2);
  private static final String CLEARED = "\r\u001b[K";

  private final Host host;
  private final AtomicBoolean shown = new AtomicBoolean();

  Countdown(Host host) {
    this.host = host;
  }

  @Override
  public void until(Instant then, String because) {
    boolean worth = left(then).compareTo(WORTH_A_WORD) >= 0;
    if (worth && shown.compareAndSet(false, true)) {
      host.executor().execute(() -> count(then));
    }
  }

  private Duration left(Instant then) {
    return Duration.between(host.clock().instant(), then);
  }

  private void count(Instant then) {
    try {
      for (Duration left = left(then); left.compareTo(Duration.ZERO) > 0; left = left(then)) {
        say("\rwaiting for the platform, as it asked: " + Durations.say(left) + " \u001b[K");
        host.sleeper()
            .sleep(left.compareTo(Duration.ofSeconds(1)) < 0 ? left : Duration.ofSeconds(1));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      say(CLEARED);
      shown.set(false);
    }
  }

  private void say(String text) {
    try {
      OutputStream err = host.streams().err();
      err.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // Nobody sees it.
    }
  }
}

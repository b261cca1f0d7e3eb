package dev.convo.http;

import java.time.Duration;

/** Waits: {@code Thread.sleep} in production; tests move their clock instead. */
@FunctionalInterface
public interface Sleeper {
  /**
   * Waits this long; it may return slightly early.
   *
   * @throws InterruptedException if the user stops the run meanwhile
   */
  void sleep(Duration time) throws InterruptedException;
}

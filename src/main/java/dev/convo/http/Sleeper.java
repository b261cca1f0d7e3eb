package dev.convo.http;

import java.time.Duration;

/** Lets time pass: {@code Thread.sleep} in the process, a hand on the clock in tests. */
@FunctionalInterface
public interface Sleeper {
  /**
   * Waits at least this long, but for a hair.
   *
   * @throws InterruptedException if the user stops the run meanwhile
   */
  void sleep(Duration time) throws InterruptedException;
}

package dev.convo.http;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.DoubleSupplier;

/**
 * What waiting depends on.
 *
 * @param random numbers from 0 to below 1, which spread retries out
 */
public record Time(InstantSource clock, Sleeper sleeper, DoubleSupplier random) {
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
}

package dev.convo.http;

/** A call that is under way. */
@FunctionalInterface
public interface Pending<T> {
  /**
   * Waits for the call to end.
   *
   * @throws dev.convo.failure.Failure what the call failed with
   */
  T get();
}

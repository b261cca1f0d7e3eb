package dev.convo.http;

import dev.convo.failure.Failure;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** A call that is under way. */
@FunctionalInterface
public interface Pending<T> {
  /**
   * Waits for the call to end.
   *
   * @throws Failure what the call failed with
   */
  T get();

  /**
   * Waits for a future, and rethrows what its work has thrown.
   *
   * @throws Failure INTERRUPTED if the user stops the run meanwhile
   */
  static <T> T joined(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      if (e.getCause() instanceof Error thrown) {
        throw thrown;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.interrupted();
    }
  }
}

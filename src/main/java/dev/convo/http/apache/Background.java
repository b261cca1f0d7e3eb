package dev.convo.http.apache;

import dev.convo.failure.Failure;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/** A value that is made on a separate daemon thread while its user does something else. */
final class Background<T> {
  private final FutureTask<T> task;

  /**
   * Starts the thread.
   *
   * @param name the thread's, for debugging
   */
  Background(String name, Callable<T> making) {
    this.task = new FutureTask<>(making);
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Waits for it.
   *
   * @throws Failure what making it failed with
   * @throws IllegalStateException if it failed otherwise; the cause is what it failed with
   * @throws InterruptedException with the thread's interrupt still set
   */
  T get() throws InterruptedException {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw e;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Failure failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Passes it on if it has been made. */
  void ifMade(Consumer<T> user) {
    try {
      if (task.isDone()) {
        user.accept(task.get());
      }
    } catch (InterruptedException | ExecutionException e) {
      // The failure goes to those who wait for it.
    }
  }
}

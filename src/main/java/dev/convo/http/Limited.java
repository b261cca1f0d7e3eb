package dev.convo.http;

import dev.convo.failure.Failure;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps the number of requests under way at or below a limit, for all conversations of a run. */
public final class Limited implements Exchange {
  private final Exchange inner;
  private final Semaphore places;

  /** The places are the run's; a request holds one until its reply is closed. */
  public Limited(Exchange inner, Semaphore places) {
    this.inner = inner;
    this.places = places;
  }

  @Override
  public Reply send(Request request) {
    try {
      places.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.interrupted();
    }
    AtomicBoolean held = new AtomicBoolean(true);
    Runnable leave =
        () -> {
          if (held.getAndSet(false)) {
            places.release();
          }
        };
    try {
      return inner.send(request).onClose(leave);
    } catch (RuntimeException | Error e) {
      leave.run();
      throw e;
    }
  }
}

package dev.convo.http.apache;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The time limit of each attempt, from sending to the last byte of the answer. A socket timeout
 * covers a single read; a server that sends a byte a second never triggers it.
 */
final class Deadline implements AutoCloseable {
  private final Duration limit;
  private final ScheduledThreadPoolExecutor watchdog;

  /** A limit with a watchdog of its own, whose thread starts with the first attempt. */
  Deadline(Duration limit) {
    this.limit = limit;
    this.watchdog =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "convo-deadline");
              thread.setDaemon(true);
              return thread;
            });
    watchdog.setRemoveOnCancelPolicy(true);
  }

  /**
   * Starts the clock for an attempt of this thread.
   *
   * @param most how long it may take, where that is less than the limit
   * @param abort drops the connection, whatever it is doing; called from the watchdog's thread
   */
  Watch start(Duration most, Runnable abort) {
    return new Watch(abort, most.compareTo(limit) < 0 ? most : limit);
  }

  /** Ends the watchdog; no attempt may begin after it. */
  @Override
  public void close() {
    watchdog.shutdownNow();
  }

  /** The clock of one attempt. */
  final class Watch implements AutoCloseable {
    private final Runnable abort;
    private final Thread worker = Thread.currentThread();
    private final Future<?> expiry;
    private boolean expired;
    private boolean closed;

    private Watch(Runnable abort, Duration time) {
      this.abort = abort;
      this.expiry = watchdog.schedule(this::expire, time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private synchronized void expire() {
      if (!closed) {
        expired = true;
        // Both are needed: an abort does not wake a thread that waits for a name server, an
        // interrupt does not wake one that reads from a socket.
        try {
          abort.run();
        } finally {
          worker.interrupt();
        }
      }
    }

    /** Whether the time ran out; if so, that is the cause of any other fault. */
    synchronized boolean expired() {
      return expired;
    }

    /**
     * Stops the clock, and clears the interrupt if the time had run out. May be called more than
     * once.
     */
    @Override
    public synchronized void close() {
      if (!closed) {
        closed = true;
        expiry.cancel(false);
        if (expired && Thread.currentThread() == worker) {
          Thread.interrupted();
        }
      }
    }
  }
}

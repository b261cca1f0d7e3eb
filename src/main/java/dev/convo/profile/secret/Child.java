package dev.convo.profile.secret;

import dev.convo.failure.Failure;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A child process that is killed, with all it has started, when convo ends in any way. */
final class Child implements AutoCloseable {
  private final Thread withUs = new Thread(this::end, "convo-child-end");
  private @Nullable Process process;
  private boolean over;

  /**
   * Starts it.
   *
   * @throws Failure INTERRUPTED if convo is shutting down already
   */
  Process begin(Supplier<Process> start) {
    try {
      // Registered before the process starts: a signal in between would leave it running.
      Runtime.getRuntime().addShutdownHook(withUs);
    } catch (IllegalStateException e) {
      throw Failure.interrupted();
    }
    synchronized (this) {
      if (over) {
        throw Failure.interrupted();
      }
      Process begun = start.get();
      process = begun;
      return begun;
    }
  }

  private synchronized void end() {
    over = true;
    if (process != null) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(withUs);
    } catch (IllegalStateException e) {
      // convo is already shutting down, so the hook runs.
    }
  }
}

package dev.convo.profile.secret;

import dev.convo.failure.Failure;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A process that ends with us, and all that it has started, whatever ends us. */
final class Child implements AutoCloseable {
  private final Thread withUs = new Thread(this::end, "convo-child-end");
  private @Nullable Process process;
  private boolean over;

  /**
   * Starts it.
   *
   * @throws Failure INTERRUPTED if we are being ended already
   */
  Process begin(Supplier<Process> start) {
    try {
      // Before the process is there: a signal between the two would leave it behind.
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
      // We are being ended, and the hook runs.
    }
  }
}

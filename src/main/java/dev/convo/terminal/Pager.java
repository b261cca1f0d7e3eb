package dev.convo.terminal;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The user's pager, reading what is written to it. Closing it waits until the user quits it. While
 * it runs it owns Ctrl-C: the terminal sends that to both processes, and neither ends. Any other
 * signal ends both. If the shell cannot run the pager, the text goes where it would go without one.
 */
public final class Pager extends FilterOutputStream {
  private static final long LAST_WORDS_SECONDS = 1;

  /** The exit codes of a shell that cannot run a command: POSIX, Shell Command Language, 2.8.2. */
  private static final Set<Integer> NOT_RUN = Set.of(126, 127);

  /**
   * In bytes, more than a pipe and the buffers before it hold: a pager that took this much was
   * running.
   */
  private static final int TAKEN = 1 << 18;

  private final Process process;
  private final OutputStream without;
  private @Nullable ByteArrayOutputStream written = new ByteArrayOutputStream();
  private boolean notRun;

  private Pager(Process process, OutputStream without) {
    super(process.getOutputStream());
    this.process = process;
    this.without = without;
  }

  /**
   * Opens the pager that the environment asks for: {@code CONVO_PAGER}, {@code PAGER}, else {@code
   * less}.
   *
   * @param without where the text goes if there turns out to be no such pager
   * @return empty if the user wants none or it cannot be started
   */
  public static Optional<Pager> open(Map<String, String> variables, OutputStream without) {
    String command =
        variables.getOrDefault("CONVO_PAGER", variables.getOrDefault("PAGER", "less")).trim();
    if (command.isEmpty() || command.equals("cat")) {
      return Optional.empty();
    }
    // A shell parses options and quotes, as for git and man.
    List<String> line =
        command.matches("[\\w./-]+") ? List.of(command) : List.of("sh", "-c", command);
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectOutput(Redirect.INHERIT).redirectError(Redirect.INHERIT);
    builder.environment().putIfAbsent("LESS", "FRX");
    builder.environment().putIfAbsent("LV", "-c");
    // Whatever the locale, the text is UTF-8.
    builder.environment().putIfAbsent("LESSCHARSET", "utf-8");
    try {
      return Optional.of(new Pager(builder.start(), without));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (notRun) {
      without.write(bytes, from, length);
      return;
    }
    remember(bytes, from, length);
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      unlessNotRun(e);
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      (notRun ? without : out).flush();
    } catch (IOException e) {
      unlessNotRun(e);
    }
  }

  private void remember(byte[] bytes, int from, int length) {
    ByteArrayOutputStream all = written;
    if (all != null && all.size() + length <= TAKEN) {
      all.write(bytes, from, length);
    } else {
      written = null;
    }
  }

  /** If the pager never ran, writes again what it was given, without it. */
  private void unlessNotRun(IOException fault) throws IOException {
    if (notRun || !sayWithout()) {
      throw fault;
    }
  }

  private boolean sayWithout() throws IOException {
    ByteArrayOutputStream all = written;
    if (waitFor() && all != null && NOT_RUN.contains(process.exitValue())) {
      notRun = true;
      all.writeTo(without);
      without.flush();
    }
    return notRun;
  }

  @Override
  public void close() throws IOException {
    if (notRun) {
      without.flush();
      return;
    }
    try {
      super.close();
    } catch (IOException e) {
      // The user quit before the end.
    }
    if (!notRun) {
      sayWithout();
    }
  }

  /** Ends the pager, which restores the terminal. */
  public void stop() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    try {
      CompletableFuture.allOf(
              all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
          .get(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // The pager ignores the signal; the user can still quit it.
    }
  }

  /** Waits until the user quits it; false if this thread is interrupted first. */
  public boolean waitFor() {
    try {
      process.waitFor();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

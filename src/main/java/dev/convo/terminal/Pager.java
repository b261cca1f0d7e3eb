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
 * The user's pager, reading what is written to it. Closing it waits until the user has left it.
 * While it runs it owns Ctrl-C: the terminal sends that to both, the pager stays, and so do we. Any
 * other signal is meant for us, and takes the pager along. Where the shell finds that it cannot run
 * it, the text goes where it would go without a pager.
 */
public final class Pager extends FilterOutputStream {
  private static final long LAST_WORDS_SECONDS = 1;

  /** How a shell ends that cannot run a command: POSIX, Shell Command Language, 2.8.2. */
  private static final Set<Integer> NOT_RUN = Set.of(126, 127);

  /** More than a pipe and the buffers before it hold: whoever has taken it has been running. */
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
   * @param without where the text goes if it turns out that there is no such pager
   * @return empty if the user wants none or it cannot be started
   */
  public static Optional<Pager> open(Map<String, String> variables, OutputStream without) {
    String command =
        variables.getOrDefault("CONVO_PAGER", variables.getOrDefault("PAGER", "less")).trim();
    if (command.isEmpty() || command.equals("cat")) {
      return Optional.empty();
    }
    // As git and man do: the shell reads the user's own words, options and quotes included.
    List<String> line =
        command.matches("[\\w./-]+") ? List.of(command) : List.of("sh", "-c", command);
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectOutput(Redirect.INHERIT).redirectError(Redirect.INHERIT);
    builder.environment().putIfAbsent("LESS", "FRX");
    builder.environment().putIfAbsent("LV", "-c");
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

  /** Says again without the pager what was written to it, where it never ran. */
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

  /** Ends the text and waits for the user. */
  @Override
  public void close() throws IOException {
    if (notRun) {
      without.flush();
      return;
    }
    try {
      super.close();
    } catch (IOException e) {
      // The user left before the end: nothing is owed.
    }
    if (!notRun) {
      sayWithout();
    }
  }

  /** Ends the pager, which puts the terminal back as it found it. */
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
      // It does not want to go: its user can still send it away.
    }
  }

  /** Waits until its user has left it; false if we are interrupted before. */
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

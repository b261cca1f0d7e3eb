package dev.convo.terminal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The user's pager, reading what is written to it. Closing it waits until the user has left it.
 * While it runs it owns Ctrl-C: the terminal sends that to both, the pager stays, and so do we. Any
 * other signal is meant for us, and takes the pager along.
 */
public final class Pager extends FilterOutputStream {
  private static final long LAST_WORDS_SECONDS = 1;

  private final Process process;

  private Pager(Process process) {
    super(process.getOutputStream());
    this.process = process;
  }

  /**
   * Opens the pager that the environment asks for: {@code CONVO_PAGER}, {@code PAGER}, else {@code
   * less}.
   *
   * @return empty if the user wants none or it cannot be started
   */
  public static Optional<Pager> open(Map<String, String> variables) {
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
      return Optional.of(new Pager(builder.start()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    out.write(bytes, from, length);
  }

  /** Ends the text and waits for the user. */
  @Override
  public void close() throws IOException {
    try {
      super.close();
    } catch (IOException e) {
      // The user left before the end: nothing is owed.
    } finally {
      waitFor();
    }
  }

  /**
   * Ends our process when its user has left the pager: what Ctrl-C means while it has the terminal.
   */
  public void keepUntilLeft() {
    waitFor();
    Runtime.getRuntime().halt(0);
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

  private void waitFor() {
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

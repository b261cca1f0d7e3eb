package dev.convo.terminal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The user's pager, reading what is written to it. Closing it waits until the user has left it.
 * While it runs it owns Ctrl-C: the terminal sends that to both, the pager stays, and so do we.
 */
public final class Pager extends FilterOutputStream {
  private final Process process;
  private final Thread untilLeft;

  private Pager(Process process) {
    super(process.getOutputStream());
    this.process = process;
    this.untilLeft = new Thread(() -> leave(process), "pager");
    Runtime.getRuntime().addShutdownHook(untilLeft);
  }

  /** At Ctrl-C the process is on its way out; it goes when the user has left the pager. */
  private static void leave(Process process) {
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(0);
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

  private void waitFor() {
    try {
      process.waitFor();
      Runtime.getRuntime().removeShutdownHook(untilLeft);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IllegalStateException e) {
      // Ctrl-C came first: the hook ends the process.
    }
  }
}

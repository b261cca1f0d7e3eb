package dev.convo.terminal;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Asks the system which streams are terminals, and how wide the terminal is. {@code
 * System.console()} cannot tell: since Java 22 it answers for redirected streams too.
 */
public final class SystemTerminals implements Streams.Terminals {
  private final boolean windows;
  private final BooleanSupplier console;

  /** Found out once, because it costs a process. */
  private final Once<OptionalInt> columns = new Once<>(this::askColumns);

  /** On Windows, whether the process has a console is all that can be found out. */
  public SystemTerminals(boolean windows, BooleanSupplier console) {
    this.windows = windows;
    this.console = console;
  }

  @Override
  public boolean in() {
    return isTerminal(0);
  }

  @Override
  public boolean out() {
    return isTerminal(1);
  }

  @Override
  public boolean err() {
    return isTerminal(2);
  }

  private boolean isTerminal(int descriptor) {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    try {
      String target = Files.readSymbolicLink(link).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException | InvalidPathException e) {
      return windows ? console.getAsBoolean() : test(descriptor);
    }
  }

  /** Without /proc, as on macOS, a shell tests the stream that it inherits. */
  private static boolean test(int descriptor) {
    try {
      ProcessBuilder test = new ProcessBuilder("test", "-t", String.valueOf(descriptor));
      return test.inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public OptionalInt columns() {
    return columns.get();
  }

  private OptionalInt askColumns() {
    if (windows) {
      return OptionalInt.of(80);
    }
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(Redirect.DISCARD)
              .start();
      String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      String[] rowsAndColumns = answer.trim().split(" ", -1);
      boolean ended = stty.waitFor(1, TimeUnit.SECONDS) && stty.exitValue() == 0;
      int columns = ended && rowsAndColumns.length == 2 ? Integer.parseInt(rowsAndColumns[1]) : 0;
      return columns > 0 ? OptionalInt.of(columns) : OptionalInt.empty();
    } catch (IOException | NumberFormatException e) {
      return OptionalInt.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalInt.empty();
    }
  }
}

package dev.convo.profile.secret;

import dev.convo.failure.Excerpt;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Echo;
import dev.convo.profile.value.Environment;
import dev.convo.profile.value.Source;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A program that prints a secret on its first line. Run without a shell.
 *
 * @param arguments the program and its arguments; not empty
 * @param source where the profile file names it
 * @param label the secret's key
 */
record Command(List<String> arguments, Source source, String label) {
  private static final int MOST_BYTES = 64 * 1024;

  /** How long to wait for error output: a daemon left behind may hold the stream open for ever. */
  private static final Duration LAST_WORDS = Duration.ofMillis(500);

  /**
   * Runs it and returns the first line of its output.
   *
   * @param machine its environment; with a terminal it may read from it
   * @param limit how long it may take
   * @throws Failure CONFIG if it cannot be run, fails, takes too long or prints nothing;
   *     INTERRUPTED if this thread is
   */
  String firstLine(Environment machine, Duration limit) {
    try (Child child = new Child()) {
      Process process = child.begin(() -> start(machine));
      CompletableFuture<String> output = begin(process.getInputStream(), true);
      CompletableFuture<String> errors = begin(process.getErrorStream(), false);
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw fault(
            "was still running after " + limit.toSeconds() + " s",
            machine.terminal()
                ? "run it by hand to see what it waits for"
                : "it has no terminal to ask on; run it by hand to see why");
      }
      if (process.exitValue() != 0) {
        String secret = await(output, LAST_WORDS).strip();
        String words = Echo.masked(secret, oneLine(await(errors, LAST_WORDS)));
        throw fault(
            "failed with exit code "
                + process.exitValue()
                + (words.isEmpty() ? "" : ": " + Excerpt.of(words)),
            "run it by hand to see why");
      }
      String line = await(output, limit);
      if (line.length() > MOST_BYTES) {
        throw fault("printed more than 64 KiB on its first line", "run it by hand to see why");
      }
      if (line.isBlank()) {
        throw fault("printed nothing on its first line", "run it by hand to see why");
      }
      return line;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(Kind.INTERRUPTED, "stopped while " + program() + " was running", null);
    }
  }

  private Process start(Environment machine) {
    ProcessBuilder builder = new ProcessBuilder(arguments);
    builder.environment().clear();
    builder.environment().putAll(machine.variables());
    if (machine.terminal()) {
      builder.redirectInput(Redirect.INHERIT);
    }
    try {
      Process process = builder.start();
      if (!machine.terminal()) {
        process.getOutputStream().close();
      }
      return process;
    } catch (IOException e) {
      throw fault("cannot be run", "is it installed, and on the PATH?");
    }
  }

  String program() {
    String path = arguments.get(0);
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  private Failure fault(String what, String hint) {
    return source.fault(label + ": the command " + program() + " " + what, hint);
  }

  /** Reads to the end, so that the program never blocks, but returns the first line or the head. */
  private static CompletableFuture<String> begin(InputStream in, boolean firstLine) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    Thread reader =
        new Thread(
            () -> {
              StringBuilder head = new StringBuilder();
              try (in) {
                byte[] bytes = new byte[8192];
                for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                  if (head.length() <= MOST_BYTES) {
                    head.append(new String(bytes, 0, n, StandardCharsets.ISO_8859_1));
                    int end = firstLine ? head.indexOf("\n") : -1;
                    if (end >= 0) {
                      answer.complete(withoutReturn(head.substring(0, end)));
                    }
                  }
                }
              } catch (IOException e) {
                // The process was killed; what it wrote until then is the answer.
              }
              answer.complete(withoutReturn(head.toString()));
            },
            "convo-command-output");
    reader.setDaemon(true);
    reader.start();
    return answer;
  }

  private static String withoutReturn(String line) {
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  private static String await(CompletableFuture<String> answer, Duration limit)
      throws InterruptedException {
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return "";
    }
  }

  /** A program's error output on one line, without colours. */
  private static String oneLine(String latin) {
    return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
        .replaceAll("\u001b\\[[0-9;]*m", "")
        .replaceAll("\\s+", " ")
        .strip();
  }
}

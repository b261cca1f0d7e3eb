package dev.convo.program;

import dev.convo.Providers;
import dev.convo.hostile.Leaks;
import dev.convo.sandbox.Sandbox;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * The built program, run as a process: arguments in; standard output, standard error and exit code
 * out. The system property {@code convo.program} is the path of a native binary or a launcher;
 * without it the jar is run that the package phase built.
 */
final class Program implements AutoCloseable {
  private static final Path JAR = Path.of("target/convo.jar").toAbsolutePath();

  /** The whole environment but PATH and HOME, which every process needs. */
  final Map<String, String> variables = new HashMap<>();

  private final Path home;
  private String profiles = "";
  private final Sandbox sandbox =
      Sandbox.start(
          0,
          Providers.all().stream().map(one -> one.sandbox().apply(InstantSource.system())).toList(),
          false);

  /** The program in a home folder of its own, its profile {@code default} a sandbox. */
  Program(Path home) {
    this.home = home;
    profiles(sandbox.profileLines("default"));
  }

  /** What a process left behind. */
  record Result(int code, String out, String err) {}

  /** Where the sandbox is. */
  Sandbox sandbox() {
    return sandbox;
  }

  /** The profile file. */
  Path file() {
    return home.resolve(".config/convo/profiles.toml");
  }

  /** Writes the profile file, readable by its owner alone. */
  void profiles(String text) {
    profiles = text;
    try {
      Files.createDirectories(file().getParent());
      Files.writeString(file(), text);
      Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a shell script and returns its path. */
  String script(String name, String text) {
    try {
      Path file = Files.writeString(home.resolve(name), "#!/bin/sh\n" + text);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
      return file.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs to the end, nothing on standard input. */
  Result run(String... args) {
    return start(args).end();
  }

  /** Runs a script of the shell to the end; in it {@code "$@"} is the program. */
  Result shell(String script, String... args) {
    return new Running(builder(shellLine(script, args)), home, secrets(args)).end();
  }

  /** Runs to the end with standard output going to a file. */
  Result into(File out, String... args) {
    return new Running(builder(line(args)).redirectOutput(out), home, secrets(args)).end();
  }

  /** Starts it, its standard input a pipe that stays open until {@link Running#end}. */
  Running start(String... args) {
    return new Running(builder(line(args)), home, secrets(args));
  }

  /**
   * Starts it on a terminal of its own, standard error included.
   *
   * @param columns the terminal's width in cells
   */
  Running terminal(int columns, String... args) {
    return terminalShell(columns, "exec %s", args);
  }

  /** Starts a script of the shell on a terminal of its own; in it {@code %s} is the program. */
  Running terminalShell(int columns, String script, String... args) {
    StringJoiner words = new StringJoiner(" ");
    line(args).forEach(word -> words.add("'" + word.replace("'", "'\\''") + "'"));
    String whole = "stty rows 24 cols " + columns + "; " + script.formatted(words);
    List<String> terminal = List.of("script", "-qec", whole, "/dev/null");
    return new Running(builder(terminal), home, secrets(args));
  }

  /** What the program must not say; its sandbox tells its own credentials. */
  private Set<String> secrets(String... args) {
    return List.of(args).contains("sandbox") ? Set.of() : Leaks.secrets(profiles);
  }

  private ProcessBuilder builder(List<String> line) {
    ProcessBuilder builder = new ProcessBuilder(line).directory(home.toFile());
    Map<String, String> environment = builder.environment();
    String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
    environment.clear();
    environment.put("PATH", path);
    environment.put("HOME", home.toString());
    environment.put("TZ", "UTC");
    environment.put("SHELL", "/bin/sh");
    environment.put("TERM", "xterm");
    environment.put("CONVO_CONFIG", file().toString());
    environment.putAll(variables);
    environment.values().removeIf(String::isEmpty);
    return builder;
  }

  private static List<String> shellLine(String script, String... args) {
    List<String> line = new ArrayList<>(List.of("sh", "-c", script, "sh"));
    line.addAll(line(args));
    return line;
  }

  private static List<String> line(String... args) {
    List<String> line = new ArrayList<>();
    String program = System.getProperty("convo.program", "");
    if (program.isEmpty()) {
      line.addAll(Jvm.COMMAND);
      line.addAll(List.of("-jar", JAR.toString()));
    } else {
      line.add(Path.of(program).toAbsolutePath().toString());
    }
    line.addAll(List.of(args));
    return line;
  }

  @Override
  public void close() {
    sandbox.close();
  }

  /** A JVM that keeps its classes between starts, as the launcher's does: a fifth of the time. */
  private static final class Jvm {
    static final List<String> COMMAND = command();

    private static List<String> command() {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-Xlog:disable", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
      try {
        String fork = System.getProperty("surefire.forkNumber", "0");
        Path folder = Files.createDirectories(JAR.resolveSibling("shared-" + fork));
        Path classes = folder.resolve("classes");
        List<String> making = new ArrayList<>(command);
        making.add("-XX:ArchiveClassesAtExit=" + classes);
        making.addAll(List.of("-cp", JAR.toString(), "dev.convo.Training"));
        ProcessBuilder builder = new ProcessBuilder(making);
        builder.environment().put("CONVO_CONFIG", profileOfNobody(folder).toString());
        File output = folder.resolve("output").toFile();
        builder.redirectErrorStream(true).redirectOutput(output).start().waitFor();
        command.add("-XX:SharedArchiveFile=" + classes);
        return command;
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException("no JVM to test with", e);
      }
    }

    /** A server that refuses connections: nobody listens there. */
    private static Path profileOfNobody(Path folder) throws IOException {
      return Files.writeString(
          folder.resolve("profiles.toml"),
          """
          [default.chatwoot]
          base_url = "https://127.0.0.1:1"
          account_id = 1
          api_access_token = "none"
          """);
    }
  }
}

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
  private static final String JAR = "target/convo.jar";

  /** The whole environment but PATH and HOME, which every process needs. */
  final Map<String, String> variables = new HashMap<>();

  private final Path home;
  private String profiles = "";
  private final Sandbox sandbox =
      Sandbox.start(
          0,
          Providers.all().stream()
              .map(one -> one.sandbox().apply(InstantSource.system()))
              .toList());

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
      line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      line.add("-XX:TieredStopAtLevel=1");
      line.add("-jar");
      line.add(Path.of(JAR).toAbsolutePath().toString());
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
}

package dev.convo.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the program makes is for its user alone, where the shell would let everybody in. */
@DisabledOnOs(OS.WINDOWS)
class FilesIT {
  private static final String OPEN = "umask 000; exec \"$@\"";

  private final Path home;
  private final Program program;

  FilesIT(@TempDir Path home) {
    this.home = home;
    program = new Program(home);
  }

  @AfterEach
  void stop() {
    program.close();
  }

  @Test
  void aNewProfileFileAndItsFoldersAreForItsUserAlone() throws IOException {
    program.variables.put("CONVO_CONFIG", "");
    program.variables.put("XDG_CONFIG_HOME", home.resolve("new/config").toString());

    Program.Result result = program.shell(OPEN, "profile", "init", "crm");

    assertThat(result)
        .isEqualTo(
            new Program.Result(
                0,
                """
                wrote HOME/new/config/convo/profiles.toml
                add your credentials to it, or let convo ask: convo profile add crm
                """,
                ""));
    assertThat(modes(home.resolve("new")))
        .isEqualTo(
            Map.of(
                "",
                "rwx------",
                "config",
                "rwx------",
                "config/convo",
                "rwx------",
                "config/convo/profiles.toml",
                "rw-------"));
  }

  @Test
  void aNewOutputFileIsForItsUserAloneAndAnOldOneKeepsItsMode() throws IOException {
    Path folder = Files.createDirectory(home.resolve("out"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path old = Files.writeString(folder.resolve("old"), "before");
    Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-r--r--"));

    for (String name : new String[] {"old", "new"}) {
      Program.Result result = program.shell(OPEN, "chatwoot", "42", "-O", "out/" + name);

      assertThat(result).isEqualTo(new Program.Result(0, "", ""));
      assertThat(folder.resolve(name)).content().endsWith("\n16 messages, complete\n");
    }
    assertThat(modes(folder))
        .isEqualTo(Map.of("", "rwxr-xr-x", "old", "rw-r--r--", "new", "rw-------"));
  }

  /** Whoever could write there would choose what the next start runs. */
  @Test
  void whatTheLauncherKeepsIsForItsUserAlone() throws IOException {
    Path jar = Path.of("target/convo.jar").toAbsolutePath();
    assumeTrue(Files.exists(jar));
    Path launcher = archive(jar, Files.createDirectory(home.resolve("app")));
    program.variables.put("JAVA_HOME", System.getProperty("java.home"));
    program.variables.put("XDG_CACHE_HOME", home.resolve("cache").toString());

    // Who works on in the background holds the third stream, which ends with the last of them.
    Program.Result result =
        program.shell("umask 000; exec sh '" + launcher + "' profile path 3>&2");

    assertThat(result).isEqualTo(new Program.Result(0, "HOME/.config/convo/profiles.toml\n", ""));
    Map<String, String> modes = modes(home.resolve("cache"));
    assertThat(modes).hasSize(3).containsEntry("", "rwx------").containsEntry("convo", "rwx------");
    assertThat(modes.values()).allMatch(mode -> mode.endsWith("------"));
  }

  /** The launcher in a folder as the archives have it. */
  private static Path archive(Path jar, Path app) throws IOException {
    Files.copy(jar, app.resolve("convo.jar"));
    Files.createDirectory(app.resolve("lib"));
    try (Stream<Path> libraries = Files.list(jar.resolveSibling("lib"))) {
      for (Path library : libraries.toList()) {
        Files.copy(library, app.resolve("lib").resolve(library.getFileName()));
      }
    }
    Files.createDirectory(app.resolve("bin"));
    return Files.copy(Path.of("convo"), app.resolve("bin/convo"));
  }

  /** All that is in a folder, itself included, with its mode. */
  private static Map<String, String> modes(Path folder) throws IOException {
    Map<String, String> modes = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.toList()) {
        modes.put(
            folder.relativize(path).toString(),
            PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
      }
    }
    return modes;
  }
}

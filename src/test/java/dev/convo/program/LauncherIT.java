package dev.convo.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher of the Java archive: bin/convo beside convo.jar and lib. */
@DisabledOnOs(OS.WINDOWS)
@Tag("jar")
class LauncherIT {
  private static final Path JAVA = Path.of(System.getProperty("java.home"));

  private final Path home;
  private final Program program;

  LauncherIT(@TempDir Path home) {
    this.home = home;
    program = new Program(home);
    program.variables.put("JAVA_HOME", JAVA.toString());
  }

  @BeforeEach
  void unpack() throws IOException {
    copy(Path.of("convo"), home.resolve("bin/convo"));
    copy(Path.of("target/convo.jar"), home.resolve("convo.jar"));
    for (Path library : files(Path.of("target/lib"))) {
      copy(library, home.resolve("lib").resolve(library.getFileName()));
    }
  }

  @AfterEach
  void stop() {
    program.close();
  }

  @Test
  void twoFirstStartsAtOnceBothWorkAndLeaveOneWholeCache() throws Exception {
    Program.Result shown = program.run("chatwoot", "42", "--profile", "demo", "--width", "100");

    // What makes the cache holds descriptor 9: the output ends when nobody is at work any more.
    Program.Result both =
        program.shell(
            """
            for i in 1 2; do
              bin/convo chatwoot 42 --profile demo --width 100 9>&1 >shown$i 2>said$i &
            done
            wait
            """);

    assertThat(both).isEqualTo(new Program.Result(0, "", ""));
    for (int i = 1; i <= 2; i++) {
      assertThat(home.resolve("said" + i)).isEmptyFile();
      assertThat(Files.readString(home.resolve("shown" + i))).isEqualTo(shown.out());
    }
    List<Path> kept = files(home.resolve(".cache/convo"));
    assertThat(kept).hasSize(1);
    // To use it or else to fail.
    String use =
        Runtime.version().feature() < 25
            ? "-Xshare:on -XX:SharedArchiveFile="
            : "-XX:AOTMode=on -XX:AOTCache=";
    assertThat(
            program.shell(
                "exec \"$JAVA_HOME/bin/java\" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC "
                    + (use + kept.get(0))
                    + " -jar \"$HOME/convo.jar\" --version"))
        .isEqualTo(program.run("--version"));
    assertThat(program.shell("bin/convo --version")).isEqualTo(program.run("--version"));
  }

  /** Whoever could write there would choose what the next start runs. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "mkdir -m 777 cache; mkdir -m 700 cache/convo",
        "mkdir cache; mkdir -m 770 cache/convo",
        "mkdir -p cache/convo; chmod 1777 cache/convo",
        "mkdir cache; mkdir -m 700 cache/convo; mkdir other; chmod 777 other;"
            + " mv cache other; ln -s other/cache cache",
        "mkdir -p cache/convo; echo >own; ln -s ../../own cache/convo/classes-17.0.1",
        "mkdir -p cache/convo; echo >cache/convo/classes-17.0.1;"
            + " chmod 666 cache/convo/classes-17.0.1",
      })
  void aCacheThatOthersCanWriteIsNeitherUsedNorMade(String script) throws IOException {
    told("umask 022; " + script);
    Program.Result before = program.shell("ls cache/convo/");

    assertThat(started()).isEqualTo("-jar HOME/convo.jar --version\n");
    assertThat(program.shell("ls cache/convo/")).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cache/convo", "cache/convo/classes-17.0.1", "cache"})
  void aCacheOfAnotherUserIsNotUsed(String theirs) throws IOException {
    Program.Result made =
        program.shell(
            "mkdir -p cache/convo; echo x >cache/convo/classes-17.0.1; chown 54321 " + theirs);
    assumeTrue(made.code() == 0, "root alone can give files away");

    assertThat(started()).isEqualTo("-jar HOME/convo.jar --version\n");
  }

  @Test
  void aCacheOfOnesOwnIsUsed() throws IOException {
    told("umask 077; mkdir -p cache/convo; echo x >cache/convo/classes-17.0.1");

    assertThat(started())
        .isEqualTo(
            "-XX:SharedArchiveFile=HOME/cache/convo/classes-17.0.1 -jar HOME/convo.jar"
                + " --version\n");
  }

  private void told(String script) {
    assertThat(program.shell(script)).isEqualTo(new Program.Result(0, "", ""));
  }

  /** What the launcher has a virtual machine do that only says what it is told to do. */
  private String started() throws IOException {
    Path java = Files.createDirectories(home.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho \"$@\"\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
    Files.writeString(home.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");
    program.variables.put("JAVA_HOME", home.resolve("jdk").toString());
    program.variables.put("XDG_CACHE_HOME", home.resolve("cache").toString());

    // What makes the cache holds descriptor 9: the output ends when nobody is at work any more.
    Program.Result result = program.shell("bin/convo --version 9>&1");

    assertThat(result.err()).isEmpty();
    return result.out().replace("-Xlog:disable -XX:TieredStopAtLevel=1 -XX:+UseSerialGC ", "");
  }

  @Test
  void anInputThatIsClosedFromTheStartIsEmpty() {
    assertThat(program.shell("exec bin/convo chatwoot - --fail-fast <&-"))
        .isEqualTo(new Program.Result(0, "", "convo: note: standard input held no ids\n"));
  }

  @Test
  void anOutputThatIsClosedFromTheStartIsSaidWhereTheInputIsClosedToo() {
    assertThat(program.shell("exec bin/convo chatwoot 42 <&- >&-"))
        .isEqualTo(
            new Program.Result(
                12, "", "convo: error: cannot write to standard output: Bad file descriptor\n"));
    assertThat(program.shell("bin/convo chatwoot 42 <&- >&- 2>&-; echo $?").out())
        .isEqualTo("12\n");
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}

package dev.convo.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of the Java archive: bin/convo beside convo.jar and lib. */
@DisabledOnOs(OS.WINDOWS)
@DisabledIfSystemProperty(named = "convo.program", matches = ".+", disabledReason = "no launcher")
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
      String shown = Files.readString(home.resolve("shown" + i));
      Golden.check("cli/chatwoot.table", shown.replaceAll("127.0.0.1:\\d+", "127.0.0.1:PORT"));
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

  @Test
  void anInputThatIsClosedFromTheStartIsEmpty() {
    assertThat(program.shell("exec bin/convo chatwoot - --fail-fast <&-"))
        .isEqualTo(new Program.Result(0, "", "convo: note: there was no id on standard input\n"));
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

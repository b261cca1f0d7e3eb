package dev.convo.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code -O} does in folders where other users can put things. Only root can make files of
 * another user for it to meet.
 */
@DisabledOnOs(OS.WINDOWS)
class SharedFoldersIT {
  private static final String SHOWN = "\n16 messages, complete\n";

  private final Path home;
  private final Program program;

  SharedFoldersIT(@TempDir Path home) {
    this.home = home;
    program = new Program(home);
  }

  @BeforeEach
  void makeTheFilesOfAVictim() throws IOException {
    Files.writeString(home.resolve("bashrc"), "mine");
    Files.createDirectory(home.resolve("folder"));
    Files.writeString(home.resolve("folder/file"), "mine");
  }

  @AfterEach
  void stop() {
    program.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1777", "777", "1755"})
  void aLinkOfAnotherUserIsNotFollowed(String mode) throws IOException {
    others(mode, "ln -s \"$HOME/bashrc\" file");

    assertThat(program.run("chatwoot", "42", "-O", "shared/file"))
        .isEqualTo(refused("the link HOME/shared/file belongs to another user (54321)"));
    assertThat(home.resolve("bashrc")).hasContent("mine");
  }

  @Test
  void aLinkOfAnotherUserIsNotFollowedOnTheWay() throws IOException {
    others("1777", "ln -s \"$HOME/folder\" folder");

    assertThat(program.shell("exec \"$@\" -O shared/folder/file", "chatwoot", "42"))
        .isEqualTo(
            new Program.Result(
                12,
                "",
                """
                convo: error: cannot write shared/folder/file: the link HOME/shared/folder belongs\
                 to another user (54321), in a folder that others can write to
                  hint: name another file with -O
                """));
    assertThat(home.resolve("folder/file")).hasContent("mine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1777", "777"})
  void aPipeOfAnotherUserIsNotWritten(String mode) {
    others(mode, "mkfifo file");

    assertThat(program.run("chatwoot", "42", "-O", "shared/file"))
        .isEqualTo(refused("it belongs to another user (54321)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1777", "777"})
  void aFileOfAnotherUserIsNotReplaced(String mode) {
    others(mode, "echo theirs >file; chmod 666 file");

    assertThat(program.run("chatwoot", "42", "-O", "shared/file"))
        .isEqualTo(refused("it belongs to another user (54321)"));
    assertThat(home.resolve("shared/file")).hasContent("theirs");
  }

  /** What is planted while the conversation is fetched is replaced, not followed and not copied. */
  @ParameterizedTest
  @ValueSource(
      strings = {"ln -s ../bashrc shared/file", "echo >shared/file; chmod 666 shared/file"})
  void whatIsPlantedMeanwhileIsReplaced(String planting) throws IOException {
    folder("1777");

    Program.Result result =
        program.shell(
            "{ echo 42; until ls -A shared | grep -q '[.]part$' || ! kill -0 $$; do :; done; "
                + planting
                + "; chown -h 54321 shared/file; } | \"$@\"",
            "chatwoot",
            "-",
            "-q",
            "-O",
            "shared/file");

    assumeTrue(isRoot());
    assertThat(result).isEqualTo(new Program.Result(0, "", ""));
    assertThat(home.resolve("bashrc")).hasContent("mine");
    assertThat(home.resolve("shared/file")).content().endsWith(SHOWN);
    assertThat(modes("shared")).isEqualTo(Map.of("file", "rw-------"));
  }

  @Test
  void onesOwnLinksPipesAndFilesAreUsed() throws IOException {
    folder("1777");
    Program.Result result =
        program.shell(
            """
            cd shared; ln -s ../bashrc link; mkfifo pipe; echo old >file; chmod 640 file
            "$@" -O link && "$@" -O file && { cat pipe >piped & } && "$@" -O pipe && wait
            """,
            "chatwoot",
            "42");

    assertThat(result).isEqualTo(new Program.Result(0, "", ""));
    assertThat(home.resolve("shared/link")).isSymbolicLink();
    for (String file : new String[] {"bashrc", "shared/file", "shared/piped"}) {
      assertThat(home.resolve(file)).content().endsWith(SHOWN);
    }
    assertThat(modes("shared")).containsEntry("file", "rw-r-----");
  }

  @Test
  void aPipeThatEverybodyCanSwapIsNotWritten() throws IOException {
    folder("777");

    assertThat(program.shell("mkfifo shared/file; exec \"$@\" -O shared/file", "chatwoot", "42"))
        .isEqualTo(
            new Program.Result(
                12,
                "",
                """
                convo: error: cannot write shared/file: it is a pipe or a device in a folder that\
                 everybody can write to
                  hint: name another file with -O
                """));
  }

  @Test
  void aFileThatEverybodyCanSwapIsReplacedByAPrivateOne() throws IOException {
    folder("777");
    Files.writeString(home.resolve("shared/file"), "mine");
    Files.setPosixFilePermissions(
        home.resolve("shared/file"), PosixFilePermissions.fromString("rw-rw-rw-"));

    assertThat(program.run("chatwoot", "42", "-O", "shared/file"))
        .isEqualTo(new Program.Result(0, "", ""));
    assertThat(modes("shared")).isEqualTo(Map.of("file", "rw-------"));
  }

  @Test
  void theNextRunRemovesWhatAKilledRunLeftAndNothingThatIsInUse() {
    Program.Result result =
        program.shell(
            """
            parts() { ls -A | grep '[.]part$'; }
            mkfifo ids
            "$@" -O killed <ids & exec 3>ids; echo 42 >&3
            until left=$(parts) || ! kill -0 $!; do :; done
            kill -9 $!; wait $! 2>/dev/null
            exec 3>&-
            parts | wc -l
            "$@" -O first <ids & exec 3>ids; echo 42 >&3
            until used=$(parts) && [ "$used" != "$left" ] && [ "$(parts | wc -l)" = 1 ] ||
              ! kill -0 $!; do :; done
            echo 42 | "$@" -O second
            parts | wc -l
            exec 3>&-; wait
            parts | wc -l
            tail -n 1 first second
            """,
            "chatwoot",
            "-",
            "-q");

    assertThat(result)
        .isEqualTo(
            new Program.Result(
                0,
                """
                1
                1
                0
                ==> first <==
                16 messages, complete

                ==> second <==
                16 messages, complete
                """,
                ""));
  }

  private static boolean isRoot() throws IOException {
    return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
  }

  private void folder(String mode) {
    assertThat(program.shell("mkdir shared; chmod " + mode + " shared").code()).isZero();
  }

  /** Makes something of another user's in a folder. */
  private void others(String mode, String script) {
    Program.Result made =
        program.shell(
            "mkdir shared; cd shared; " + script + " && chown -h 54321 * && chmod " + mode + " .");
    assumeTrue(made.code() == 0, "root alone can give files away");
  }

  private static Program.Result refused(String why) {
    return new Program.Result(
        12,
        "",
        "convo: error: cannot write shared/file: "
            + why
            + ", in a folder that others can write to\n"
            + "  hint: name another file with -O\n");
  }

  /** The names in a folder with their modes. */
  private Map<String, String> modes(String folder) throws IOException {
    Map<String, String> modes = new TreeMap<>();
    try (Stream<Path> paths = Files.list(home.resolve(folder))) {
      for (Path path : paths.toList()) {
        modes.put(
            path.getFileName().toString(),
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS)));
      }
    }
    return modes;
  }
}

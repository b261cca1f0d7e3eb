package dev.convo.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.convo.Golden;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The profile file as containers have it. Linux lets users make a namespace where they are root, or
 * have no name; not everywhere.
 */
@EnabledOnOs(OS.LINUX)
class CustodyIT {
  private static final String NAMELESS = "unshare --user --map-user=54321 --map-group=54321 ";

  /** Everybody may read what root has mounted here, and the file holds secrets as text. */
  private static final String MOUNTED =
      """
      unshare --map-root-user --mount sh -c '
        mkdir -p mounted && mount -t tmpfs none mounted &&
        cp .config/convo/profiles.toml mounted && chmod 666 mounted/profiles.toml && %s &&
        CONVO_CONFIG=mounted/profiles.toml exec "$@"' sh "$@"
      """;

  private final Program program;

  CustodyIT(@TempDir Path home) {
    program = new Program(home);
  }

  @AfterEach
  void stop() {
    program.close();
  }

  @Test
  void aUserWithoutANameReadsTheirOwnFile() {
    assumeTrue(program.shell(NAMELESS + "true").code() == 0);

    shows(program.shell(NAMELESS + "\"$@\"", "chatwoot", "42", "--width", "100"));
  }

  @Test
  void whatRootHasMountedToBeReadIsTaken() {
    assumeTrue(program.shell(MOUNTED.formatted("exit")).code() == 0);

    shows(
        program.shell(
            MOUNTED.formatted("mount -o remount,ro mounted"), "chatwoot", "42", "--width", "100"));
  }

  @Test
  void whatRootHasMountedToBeWrittenIsRefused() {
    assumeTrue(program.shell(MOUNTED.formatted("exit")).code() == 0);

    assertThat(program.shell(MOUNTED.formatted("true"), "chatwoot", "42"))
        .isEqualTo(
            new Program.Result(
                10,
                "",
                """
                convo: error: HOME/mounted/profiles.toml can be written by others, who could have\
                 your secrets sent elsewhere
                  hint: chmod 600 HOME/mounted/profiles.toml; where that changes nothing, as on a\
                 drive of Windows, move it elsewhere
                """));
  }

  /** Whoever can write there could swap the file for one that runs a command of theirs. */
  @Test
  void aFolderThatOthersCanWriteIsRefused() {
    Program.Result result = program.shell("chmod 777 .config/convo; exec \"$@\"", "chatwoot", "42");

    assertThat(result)
        .isEqualTo(
            new Program.Result(
                10,
                "",
                """
                convo: error: HOME/.config/convo/profiles.toml is in the folder\
                 HOME/.config/convo, which others can write to: they could replace it
                  hint: chmod go-w HOME/.config/convo
                """));
  }

  @Test
  void aSecretInAFileThatOthersCanReadIsRefused() {
    program.profiles(
        """
        [default.chatwoot]
        base_url = "%s"
        account_id = 1
        api_access_token = { file = "token" }
        """
            .formatted(program.sandbox().base("chatwoot")));
    String script =
        "cd .config/convo; echo demo-chatwoot-token >token; chmod %s token; exec \"$@\"";

    shows(program.shell(script.formatted("600"), "chatwoot", "42", "--width", "100"));
    assertThat(program.shell(script.formatted("644"), "chatwoot", "42"))
        .isEqualTo(
            new Program.Result(
                10,
                "",
                """
                convo: error: HOME/.config/convo/profiles.toml:4: default.chatwoot.api_access_token:\
                 HOME/.config/convo/token can be read by others\
                 (profile default, host 127.0.0.1:PORT)
                  hint: chmod 600 HOME/.config/convo/token
                """));
  }

  private static void shows(Program.Result shown) {
    assertThat(shown.err()).isEmpty();
    assertThat(shown.code()).isZero();
    Golden.check("cli/chatwoot.table", shown.out());
  }
}

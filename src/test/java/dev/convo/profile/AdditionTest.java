package dev.convo.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.provider.Descriptor;
import dev.convo.terminal.Prompt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdditionTest {
  private TestMachine machine;

  @BeforeEach
  void machine(@TempDir Path home) {
    machine = new TestMachine(home);
  }

  /** Somebody who answers in this order, writes down the dialogue, and then leaves. */
  private static final class Script implements Prompt {
    final StringBuilder dialogue = new StringBuilder();
    private final Deque<String> answers;

    Script(String... answers) {
      this.answers = new ArrayDeque<>(List.of(answers));
    }

    @Override
    public String ask(String question, String usual) {
      String answer = next(question + (usual.isEmpty() ? "" : " [" + usual + "]"));
      return answer.isEmpty() ? usual : answer;
    }

    @Override
    public String askHidden(String question) {
      return next(question + " (hidden)");
    }

    @Override
    public int choose(String question, List<String> options) {
      return options.indexOf(next(question + " " + options));
    }

    @Override
    public void tell(String line) {
      dialogue.append("! ").append(line).append('\n');
    }

    private String next(String question) {
      dialogue.append(question).append('\n');
      if (answers.isEmpty()) {
        throw new Failure(Kind.INTERRUPTED, "stopped; nothing was written", null);
      }
      return answers.pop();
    }
  }

  private static final String COMMAND = "a program prints it, such as a password manager";
  private static final String VARIABLE = "a variable of the environment holds it";
  private static final String LITERAL = "type it here; it will stand in the file";

  private Script add(Descriptor descriptor, String profile, String... answers) {
    Script script = new Script(answers);
    Addition.ask(machine.profiles(), descriptor, profile, script);
    return script;
  }

  @Test
  void aSectionIsAskedForAndTheFileMadeForItsOwnerOnly() throws IOException {
    Script script =
        add(
            TestProviders.CHATWOOT,
            "work",
            "https://chat.example.com/app",
            "3",
            LITERAL,
            "to\"ken");

    assertThat(script.dialogue)
        .hasToString(
            """
            base_url [https://app.chatwoot.com]
            account_id, such as 3 (The account's number.)
            Where is api_access_token? (On your profile page.) [%s, %s, %s]
            api_access_token (hidden)
            """
                .formatted(COMMAND, VARIABLE, LITERAL));
    assertThat(machine.file)
        .hasContent(
            """
            [work.chatwoot]
            base_url = "https://chat.example.com"
            account_id = 3
            api_access_token = "to\\"ken"
            """);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(machine.file)))
        .isEqualTo("rw-------");
  }

  @Test
  void wrongAnswersAreAskedForAgain() {
    Script script =
        add(
            TestProviders.CHATWOOT,
            "work",
            "http://chat.example.com",
            "",
            "12abc",
            "12",
            COMMAND,
            " ",
            "pass show 'two words' \"\"");

    assertThat(script.dialogue.toString().lines().filter(line -> line.startsWith("!")))
        .containsExactly(
            "! base_url: the base URL is plain http, which anybody on the way can read",
            "! account_id must be a whole number from 1",
            "! Type a program, for example: pass show chatwoot");
    assertThat(machine.file)
        .hasContent(
            """
            [work.chatwoot]
            account_id = 12
            api_access_token = { command = ["pass", "show", "two words", ""] }
            """);
  }

  @Test
  void noOtherLineOfTheFileChanges() throws IOException {
    String before = "\uFEFF# mine\r\n[ work . chatwoot ] # odd\r\naccount_id=3";
    machine.write(before).mode("rw-r--r--");

    add(TestProviders.ASAPP, "work", "sandbox", VARIABLE, "", VARIABLE, "SECRET");

    assertThat(Files.readString(machine.file))
        .isEqualTo(
            before
                + """


                [work.asapp]
                environment = "sandbox"
                api_id = { env = "ASAPP_API_ID" }
                api_secret = { env = "SECRET" }
                """
                    .replace("\n", "\r\n"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(machine.file)))
        .isEqualTo("rw-r--r--");
    try (Stream<Path> files = Files.list(machine.file.getParent())) {
      assertThat(files).containsExactly(machine.file);
    }
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path real = Files.writeString(machine.home.resolve("dotfiles.toml"), "# mine\n");
    Files.createDirectories(machine.file.getParent());
    Files.createSymbolicLink(machine.file, real);

    add(TestProviders.CRM, "work", "", "leave it out");

    assertThat(machine.file).isSymbolicLink();
    assertThat(real).hasContent("# mine\n\n[work.crm]\n");
  }

  @Test
  void aSectionThatIsThereIsNamedByItsLineAndNothingAsked() {
    machine.write("\n[work.crm]\n");

    assertThat(machine.told(() -> add(TestProviders.CRM, "work")))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:2: [work.crm] is there already
            edit it, or choose another name: -p NAME
            """);
  }

  @Test
  void aNameThatNoProfileMayHaveIsRefusedBeforeAnythingIsAsked() {
    assertThat(machine.told(() -> add(TestProviders.CRM, "demo")))
        .isEqualTo(
            """
            USAGE
            the name demo is taken by convo itself
            choose another name: -p NAME
            """);
    assertThat(machine.told(() -> add(TestProviders.CRM, "My Work")))
        .isEqualTo(
            """
            USAGE
            the name of a profile is made of a-z, 0-9, _ and -, a letter or digit first
            choose another name: -p NAME
            """);
  }

  @Test
  void somebodyWhoLeavesLeavesTheFileAsItWas() {
    machine.write("# mine\n");

    assertThat(machine.told(() -> add(TestProviders.CHATWOOT, "work", "", "3", LITERAL)))
        .isEqualTo("INTERRUPTED\nstopped; nothing was written\nnull\n");
    assertThat(machine.file).hasContent("# mine\n");
  }

  @Test
  void aLiteralSecretIsNotWrittenWhereOthersCanReadIt() {
    machine.write("# mine\n").mode("rw-r--r--");

    assertThat(machine.told(() -> add(TestProviders.CRM, "work", "", LITERAL, "s3cret")))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:4: work.crm.token is a secret, and others can read this file
            chmod 600 ~/.config/convo/profiles.toml, or write { env = "NAME" } instead of the secret
            """);
    assertThat(machine.file).hasContent("# mine\n");
  }

  @Test
  void aProfileWrittenInOneLineIsNotBroken() {
    String before = "work = { chatwoot = { account_id = 3 } }\n";
    machine.write(before);

    assertThat(machine.told(() -> add(TestProviders.CRM, "work", "", "leave it out")))
        .isEqualTo(
            """
            CONFIG
            the section cannot be appended to ~/.config/convo/profiles.toml as it is written
            add the keys by hand where the profile stands
            """);
    assertThat(machine.file).hasContent(before);
  }
}

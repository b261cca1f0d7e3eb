package dev.convo.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.profile.file.Starter;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AdditionTest {
  private TestMachine machine;

  @BeforeEach
  void machine(@TempDir Path home) {
    machine = new TestMachine(home);
  }

  /** Somebody who answers in this order, writes down the dialogue, and then leaves. */
  private static final class Script implements Prompt {
    final StringBuilder dialogue = new StringBuilder();
    private String command = "";
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

  private static final String VARIABLE = "in an environment variable";
  private static final String COMMAND = "in a password manager, or printed by a program";
  private static final String FILE = "in a file of its own";
  private static final String LITERAL = "in the profile file: type it now";
  private static final String NOWHERE = "nowhere: leave it out";

  private Script add(Descriptor descriptor, String profile, String... answers) {
    Script script = new Script(answers);
    script.command = Addition.ask(machine.profiles(), descriptor, profile, script);
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
            "to\"ken",
            "n");

    assertThat(script.dialogue)
        .hasToString(
            """
            ! The platform's address, or a link to one of your conversations.
            base_url [https://app.chatwoot.com]
            ! The account's number.
            account_id, such as 3
            ! api_access_token: On your profile page.
            Where is it kept? [%s, %s, %s, %s]
            api_access_token (hidden)
            Use work when no -p is given? y or n [y]
            """
                .formatted(VARIABLE, COMMAND, FILE, LITERAL));
    assertThat(script.command).isEqualTo("convo chatwoot ID -p work");
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
            "pass show 'two words' \"\"",
            "maybe",
            "no");

    assertThat(script.dialogue.toString().lines().filter(line -> line.startsWith("!")))
        .containsExactly(
            "! The platform's address, or a link to one of your conversations.",
            "! base_url: the base URL is plain http, which anybody on the network can read",
            "! The account's number.",
            "! account_id must be a whole number, 1 or more",
            "! api_access_token: On your profile page.",
            "! Type a program, for example: pass show chatwoot",
            "! Type y or n.");
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
                api_id = { env = "CONVO_ASAPP_API_ID" }
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

    add(TestProviders.CRM, "work", "", NOWHERE, "n");

    assertThat(machine.file).isSymbolicLink();
    assertThat(real).hasContent("# mine\n\n[work.crm]\n");
  }

  @Test
  void aSectionThatIsThereIsNamedByItsLineAndNothingAsked() {
    machine.write("\n[work.crm]\nallow_http = true\n");

    assertThat(machine.told(() -> add(TestProviders.CRM, "work")))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:2: [work.crm] already exists
            edit it, or choose another name: -p NAME
            """);
  }

  @Test
  void aStarterIsFilledInWhereItShowsEachKey() throws IOException {
    machine.write(Starter.text(TestProviders.ALL));

    add(TestProviders.CHATWOOT, "default", "", "7", VARIABLE, "TOKEN");
    add(TestProviders.CRM, "default", "https://crm.example.com", NOWHERE);

    assertThat(Files.readString(machine.file))
        .isEqualTo(
            Starter.text(TestProviders.ALL)
                .replace("#account_id = 3", "account_id = 7")
                .replaceFirst("#api_access_token = .*", "api_access_token = { env = \"TOKEN\" }")
                .replace(
                    "#base_url = \"https://api.ohallo.eu\"",
                    "base_url = \"https://crm.example.com\""));
  }

  @Test
  void aSectionWithoutKeysOrCommentsIsFilledUnderItsHeader() throws IOException {
    machine.write("[default.crm]\r\n# mine\r\n\r\n[default.chatwoot]\r\naccount_id = 3\r\n");

    add(TestProviders.CRM, "default", "https://crm.example.com", VARIABLE, "TOKEN");

    assertThat(Files.readString(machine.file))
        .isEqualTo(
            """
            [default.crm]
            base_url = "https://crm.example.com"
            token = { env = "TOKEN" }
            # mine

            [default.chatwoot]
            account_id = 3
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void anEmptySectionThatIsNoHeaderIsLeftAlone() {
    machine.write("[work]\ncrm = {}\n");

    assertThat(machine.told(() -> add(TestProviders.CRM, "work", "", VARIABLE, "TOKEN", "n")))
        .isEqualTo(
            """
            CONFIG
            a section cannot be added to ~/.config/convo/profiles.toml in its present form
            add the keys by hand, next to the profile's others
            """);
    assertThat(machine.file).hasContent("[work]\ncrm = {}\n");
  }

  @Test
  void aNameThatNoProfileMayHaveIsRefusedBeforeAnythingIsAsked() {
    assertThat(machine.told(() -> add(TestProviders.CRM, "demo")))
        .isEqualTo(
            """
            USAGE
            the name demo is reserved
            choose another name: -p NAME
            """);
    assertThat(machine.told(() -> add(TestProviders.CRM, "My Work")))
        .isEqualTo(
            """
            USAGE
            a profile's name may contain a-z, 0-9, _ and -, and begins with a letter or digit
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

    assertThat(machine.told(() -> add(TestProviders.CRM, "work", "", LITERAL, "s3cret", "n")))
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

    assertThat(machine.told(() -> add(TestProviders.CRM, "work", "", NOWHERE, "n")))
        .isEqualTo(
            """
            CONFIG
            a section cannot be added to ~/.config/convo/profiles.toml in its present form
            add the keys by hand, next to the profile's others
            """);
    assertThat(machine.file).hasContent(before);
  }

  @Test
  void aPastedLinkGivesHostAccountAndTheCommandToTry() {
    Script script =
        add(
            TestProviders.CHATWOOT,
            "default",
            "https://chat.example.com/help/app/accounts/7/inbox/2/conversations/91?page=2#m5",
            VARIABLE,
            "");

    assertThat(script.dialogue)
        .hasToString(
            """
            ! The platform's address, or a link to one of your conversations.
            base_url [https://app.chatwoot.com]
            ! account_id = 7, from the link
            ! api_access_token: On your profile page.
            Where is it kept? [%s, %s, %s, %s]
            name of the variable [CONVO_CHATWOOT_API_ACCESS_TOKEN]
            ! CONVO_CHATWOOT_API_ACCESS_TOKEN is not set yet: export it before you use this profile.
            """
                .formatted(VARIABLE, COMMAND, FILE, LITERAL));
    assertThat(machine.file)
        .hasContent(
            """
            [default.chatwoot]
            base_url = "https://chat.example.com/help"
            account_id = 7
            api_access_token = { env = "CONVO_CHATWOOT_API_ACCESS_TOKEN" }
            """);
    assertThat(script.command).isEqualTo("convo chatwoot 91");
  }

  @Test
  void aLinkToTheUsualHostLeavesTheBaseUrlOut() {
    machine.set("TOKEN", "s3cret");

    Script script =
        add(
            TestProviders.CHATWOOT,
            "default",
            "https://app.chatwoot.com/app/accounts/7/conversations/91/",
            VARIABLE,
            "TOKEN");

    assertThat(script.dialogue.toString()).doesNotContain("not set");
    assertThat(machine.file)
        .hasContent("[default.chatwoot]\naccount_id = 7\napi_access_token = { env = \"TOKEN\" }\n");
  }

  @Test
  void aSecretMayBeInAFileNamedByItsWholePath() {
    machine.secret("token", "s3cret");

    Script script = add(TestProviders.CRM, "default", "", FILE, "token", "/nowhere/token");

    assertThat(script.dialogue.toString().lines().skip(4))
        .containsExactly(
            "path of the file",
            "! Type the full path, beginning with / or ~/.",
            "path of the file",
            "! /nowhere/token does not exist yet: write the secret into it, with mode 600.");
    assertThat(machine.file).hasContent("[default.crm]\ntoken = { file = \"/nowhere/token\" }\n");
    assertThat(
            add(TestProviders.ASAPP, "default", "sandbox", FILE, "~/token", FILE, "~/token")
                .dialogue
                .toString())
        .doesNotContain("does not exist");
  }

  private static Stream<Arguments> defaults() {
    return Stream.of(
        Arguments.of("# mine\n", "# mine\n\n[new.crm]\n\n[convo]\ndefault_profile = \"new\"\n"),
        Arguments.of("[convo] # mine", "[convo] # mine\ndefault_profile = \"new\"\n\n[new.crm]\n"),
        Arguments.of(
            "[convo]\r\ntimeout = \"9s\"\r\n",
            "[convo]\r\ndefault_profile = \"new\"\r\ntimeout = \"9s\"\r\n\r\n[new.crm]\r\n"),
        Arguments.of(
            "\uFEFF[old.asapp]\n[convo]\n  default_profile='old' # mine\n",
            "\uFEFF[old.asapp]\n[convo]\n  default_profile = \"new\" # mine\n\n[new.crm]\n"));
  }

  @ParameterizedTest
  @MethodSource("defaults")
  void aNewProfileIsMadeTheDefaultIfTheUserSaysSo(String before, String after) throws IOException {
    machine.write(before);

    Script script = add(TestProviders.CRM, "new", "", NOWHERE, "y");

    assertThat(Files.readString(machine.file)).isEqualTo(after);
    assertThat(script.command).isEqualTo("convo crm ID");
  }

  @Test
  void aDefaultThatCannotBeSetLeavesTheFileAsItWas() {
    machine.write("convo.default_profile = \"\"\"old\"\"\"\n");

    assertThat(machine.told(() -> add(TestProviders.CRM, "new", "", NOWHERE, "y")))
        .isEqualTo(
            """
            CONFIG
            the default profile cannot be set in ~/.config/convo/profiles.toml in its present form
            write default_profile = "new" under [convo] by hand, then add the profile
            """);
    assertThat(machine.file).hasContent("convo.default_profile = \"\"\"old\"\"\"\n");
  }

  @Test
  void theProfileThatTheEnvironmentNamesNeedsNoOption() {
    machine.set("CONVO_PROFILE", "new");

    assertThat(add(TestProviders.CRM, "new", "", NOWHERE).command).isEqualTo("convo crm ID");
    assertThat(add(TestProviders.CRM, "other", "", NOWHERE, "y").command)
        .isEqualTo("convo crm ID -p other");
  }
}

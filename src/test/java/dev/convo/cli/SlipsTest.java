package dev.convo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people type by mistake is answered with what to type instead. */
class SlipsTest {
  @TempDir Path home;
  private TestHost host = new TestHost(Path.of(""));

  @BeforeEach
  void start() {
    host = new TestHost(home).withSandbox();
  }

  @AfterEach
  void stop() {
    host.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "chatwoot 42,43~'42,43' is not a valid conversation id for Chatwoot~"
            + "put spaces between ids: convo chatwoot 42 43",
        "chatwoot 42;+12~'42; 12' is not a valid conversation id for Chatwoot~"
            + "put spaces between ids: convo chatwoot 42 12",
        "chatwoot 42+12~'42 12' is not a valid conversation id for Chatwoot~"
            + "put spaces between ids, outside the quotes: convo chatwoot 42 12",
        "chatwoot #42~'#42' is not a valid conversation id for Chatwoot~"
            + "leave out the #: convo chatwoot 42",
        "chatwoot ids.txt~'ids.txt' is not a valid conversation id for Chatwoot~"
            + "to read ids from a file: convo chatwoot - < ids.txt",
        "chatwoot @ids.txt~'@ids.txt' is not a valid conversation id for Chatwoot~"
            + "to read ids from a file: convo chatwoot - < ids.txt",
        "chatwoot chat.example.com/app/accounts/3/conversations/42~"
            + "'chat.example.com/app/accounts/3/conversations/42' is not a valid conversation id"
            + " for Chatwoot~did you mean https://chat.example.com/app/accounts/3/conversations/42?",
        "chatwoot <https://chat.example.com/app/accounts/3/conversations/42>~"
            + "'<https://chat.example.com/app/accounts/3/conversations/42>' is not a valid"
            + " conversation id for Chatwoot~"
            + "did you mean https://chat.example.com/app/accounts/3/conversations/42?",
        "chatwoot abc~'abc' is not a valid conversation id for Chatwoot~"
            + "an id looks like 42: a whole number; a link to the conversation works too",
        "salescaptain 42~'42' is not a valid conversation id for SalesCaptain~"
            + "an id looks like 3f9c2b71-8d54-4e06-a1b7-5c20e9d80042: a UUID",
      })
  void aWrongIdIsAnsweredWithTheRightLine(String line, String message, String hint) {
    assertThat(run(line)).isEqualTo(error(2, message, hint));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "asapp ids.txt~to read ids from a file: convo asapp - < ids.txt",
        "crm ids.csv~to read ids from a file: convo crm - < ids.csv",
        "workspace pom.xml~to read ids from a file: convo workspace - < pom.xml",
        "asapp 42,43~put spaces between ids: convo asapp 42 43",
      })
  void aValidIdThatThePlatformDoesNotKnowIsAnsweredWithTheRightLine(String line, String hint) {
    TestHost.Result result = run(line);

    assertThat(result.code()).isEqualTo(5);
    assertThat(result.err()).contains(": not found ").contains("\n  hint: " + hint + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "42~which platform is conversation 42 on?~"
            + "put its name first: convo chatwoot 42 (or asapp, crm, workspace)",
        "3f9c2b71-8d54-4e06-a1b7-5c20e9d80042~"
            + "which platform is conversation 3f9c2b71-8d54-4e06-a1b7-5c20e9d80042 on?~"
            + "put its name first: convo salescaptain 3f9c2b71-8d54-4e06-a1b7-5c20e9d80042"
            + " (or asapp, crm, workspace)",
        "overview~there is no command 'overview'~it is a format: convo chatwoot 42 -o overview",
        "redact~there is no command 'redact'~it is an option: convo chatwoot 42 --redact",
        "frobnicate~there is no command 'frobnicate'~see 'convo --help'",
        "chat.example.com/app/accounts/3/conversations/42~"
            + "there is no command 'chat.example.com/app/accounts/3/conversations/42'~"
            + "did you mean https://chat.example.com/app/accounts/3/conversations/42?",
        "<https://chat.example.com/app/accounts/3/conversations/42>~"
            + "there is no command '<https://chat.example.com/app/accounts/3/conversations/42>'~"
            + "did you mean https://chat.example.com/app/accounts/3/conversations/42?",
        "+http://chat.test/app/accounts/1/conversations/42.~"
            + "there is no command ' http://chat.test/app/accounts/1/conversations/42.'~"
            + "did you mean http://chat.test/app/accounts/1/conversations/42?",
      })
  void anIdWithoutAPlatformIsAskedForOne(String line, String message, String hint) {
    assertThat(run(line)).isEqualTo(error(2, message, hint));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "--limit 3~--limit~for the last N messages: --tail N",
        "--files~--files~to fetch the files of messages: --save DIR --attachments",
        "-n 3~-n~for the last N messages: --tail N",
        "--first 3~--first~for the first N messages: --head N",
        "--from=2d~--from~by time: --since WHEN; by who wrote it: --author TEXT",
        "--to=2d~--to~did you mean --until?",
        "--search lamp~--search~did you mean --grep?",
        "--columns at~--columns~did you mean --fields?",
        "--notes~--notes~did you mean --only notes?",
        "--no-system~--no-system~did you mean --without system?",
        "--customer~--customer~did you mean --role customer?",
        "--token abc~--token~secrets are never options; set CONVO_CHATWOOT_API_ACCESS_TOKEN,"
            + " or run convo profile add chatwoot",
        "-k~-k~convo always checks certificates; to trust your own authority:"
            + " --ca-bundle FILE",
        "--insecure~--insecure~convo always checks certificates; to trust your own authority:"
            + " --ca-bundle FILE",
        "--jsonl~--jsonl~did you mean -o jsonl?",
        "--format json~--format~did you mean --output?",
        "--host x~--host~did you mean --base-url?",
        "--timezone UTC~--timezone~did you mean --tz?",
        "--debug~--debug~did you mean -vv?",
      })
  void anOptionThatPeopleGuessIsAnsweredWithWhatDoesIt(String typed, String option, String hint) {
    assertThat(run("chatwoot 42 " + typed))
        .isEqualTo(error(2, "there is no option " + option, hint));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "berlin~did you mean Europe/Berlin?",
        "Europe/Olso~did you mean Europe/Oslo?",
        "europe/berlin~did you mean Europe/Berlin?",
        "New+York~did you mean America/New_York?",
        "utc~did you mean UTC?",
        "Mars~write a name such as Europe/Berlin or Asia/Tokyo, or UTC",
      })
  void aMistypedZoneIsAnsweredWithTheRightOne(String zone, String hint) {
    String typed = zone.replace('+', ' ');

    assertThat(run("chatwoot 42 --tz " + zone))
        .isEqualTo(error(2, "--tz: there is no time zone '" + typed + "'", hint));
    host.variables.put("CONVO_TZ", typed);
    assertThat(run("chatwoot 42"))
        .isEqualTo(error(10, "CONVO_TZ: there is no time zone '" + typed + "'", hint));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "profile rm~there is no command 'profile rm'~"
            + "edit the file yourself; 'convo profile path' says where it is",
        "profile edit work~there is no command 'profile edit'~"
            + "edit the file yourself; 'convo profile path' says where it is",
        "profile check --help~there is no command 'profile check'~see 'convo profile --help'",
        "profile shw --help~there is no command 'profile shw'~did you mean show?",
        "chatwot --help~there is no command 'chatwot'~did you mean chatwoot?",
        "profile lst~there is no command 'profile lst'~did you mean list?",
        "profile new~there is no command 'profile new'~did you mean add?",
        "profile add zendesk~there is no provider 'zendesk'~"
            + "the providers are salescaptain, asapp, chatwoot, crm, workspace",
      })
  void aCommandThatPeopleGuessIsAnsweredWithTheRightOne(String line, String message, String hint) {
    assertThat(run(line)).isEqualTo(error(2, message, hint));
  }

  @ParameterizedTest
  @CsvSource({
    "-o html,-o",
    "-ohtml,-ohtml",
    "--output html,--output",
    "--format=html,--format",
    "--markdown,--markdown"
  })
  void aFormatForAComparisonIsAnsweredWithWhatThereIs(String typed, String option) {
    assertThat(run("diff a b " + typed))
        .isEqualTo(
            error(
                2,
                "there is no option " + option,
                "diff has text, and --json for programs; to write a file: -O FILE"));
    assertThat(run("diff a b --jsno").err()).endsWith("\n  hint: did you mean --json?\n");
  }

  @ParameterizedTest
  @CsvSource({
    "-o md,markdown",
    "-o text,transcript",
    "-o trans,transcript",
    "--only fail,failed",
    "--only not+sent,unsent",
    "--without private,notes",
    "--role cust,customer"
  })
  void aWordThatPeopleUseForOneOfOursIsAnsweredWithIt(String typed, String meant) {
    assertThat(run("chatwoot 42 " + typed).err())
        .endsWith("\n  hint: did you mean " + meant + "?\n");
  }

  @ParameterizedTest
  @CsvSource({"oHallo,crm", "TRILLET,workspace", "SalesCaptain,salescaptain"})
  void aProviderMayBeCalledByThePlatformsOwnName(String typed, String provider) {
    host.profiles("");

    assertThat(run("profile add " + typed + " --no-input"))
        .isEqualTo(
            error(
                2,
                "profile add needs a terminal",
                "write [default."
                    + provider
                    + "] by hand in HOME/.config/convo/profiles.toml;"
                    + " see 'convo help profiles'"));
  }

  @Test
  void aStarterIsNotWrittenOverAFileButTheWayToAddIsNamed() {
    assertThat(run("profile init asapp"))
        .isEqualTo(
            error(
                10,
                "HOME/.config/convo/profiles.toml already exists; nothing was changed",
                "to add a section: convo profile add asapp"));
    assertThat(run("profile init"))
        .isEqualTo(
            error(
                10,
                "HOME/.config/convo/profiles.toml already exists; nothing was changed",
                "to add a section: convo profile add PROVIDER"));
  }

  @ParameterizedTest
  @CsvSource({"1", "31"})
  void aWidthThatNothingFitsIsRefused(String width) {
    assertThat(run("chatwoot 42 --width " + width))
        .isEqualTo(
            error(
                2,
                "--width: " + width + " is too narrow",
                "give 32 or more; 0 turns wrapping off"));
  }

  @Test
  void everyCommandSaysItsVersion() {
    String version = run("--version").out();

    assertThat(version).matches("convo [0-9.]+\n");
    for (String command :
        new String[] {
          "chatwoot", "crm", "ohallo", "profile", "profile list", "sandbox", "completion", "help"
        }) {
      for (String option : new String[] {"-V", "--version"}) {
        assertThat(run(command + " " + option)).isEqualTo(new TestHost.Result(0, version, ""));
      }
    }
  }

  @Test
  void theFirstHintNamesAnExampleThatWorks() {
    try (TestHost bare = new TestHost(home.resolve("elsewhere"))) {
      bare.platforms()
          .forEach(
              platform -> {
                String name = platform.provider().descriptor().name();
                String example =
                    "convo "
                        + name
                        + " "
                        + platform.provider().descriptor().example()
                        + " --profile demo";

                assertThat(bare.run(name, platform.provider().descriptor().example()))
                    .isEqualTo(
                        error(
                            10,
                            "no profile file at HOME/.config/convo/profiles.toml",
                            "to write one: convo profile add " + name + "; or try " + example));
                assertThat(bare.run(example.substring("convo ".length()).split(" ")).code())
                    .isZero();
              });
    }
  }

  /** A plus stands for a blank inside an argument. */
  @Test
  void theFolderOfASavedConversationAloneIsAnsweredWithShow() {
    String folder = home.resolve("my arc").toString();
    host.run("chatwoot", "42", "--save", folder);

    assertThat(host.run(folder + "/chatwoot-42"))
        .isEqualTo(
            error(
                2,
                "there is no command 'HOME/my arc/chatwoot-42'",
                "did you mean convo show 'HOME/my arc/chatwoot-42'?"));
  }

  @Test
  void aFolderThatHoldsNoConversationIsNotAnsweredWithShow() {
    assertThat(run("src/main"))
        .isEqualTo(error(2, "there is no command 'src/main'", "see 'convo --help'"));
  }

  private TestHost.Result run(String line) {
    String[] words = line.split(" ");
    for (int i = 0; i < words.length; i++) {
      words[i] = words[i].replace('+', ' ');
    }
    return host.run(words);
  }

  private static TestHost.Result error(int code, String message, String hint) {
    return new TestHost.Result(code, "", "convo: error: " + message + "\n  hint: " + hint + "\n");
  }
}

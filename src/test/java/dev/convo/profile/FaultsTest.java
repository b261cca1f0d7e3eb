package dev.convo.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user is told when the file and the environment do not make an account. */
class FaultsTest {
  private static final String HOME_FILE = "~/.config/convo/profiles.toml";
  private static final String TWO =
      """
      [work.chatwoot]
      account_id = 3
      api_access_token = "x"
      [home.chatwoot]
      account_id = 4
      api_access_token = "x"
      """;

  private TestMachine machine;

  @BeforeEach
  void machine(@TempDir Path home) {
    machine = new TestMachine(home);
  }

  private String chatwoot(Choice choice) {
    return machine.told(() -> machine.chatwoot(choice));
  }

  private String chatwoot(String text) {
    machine.write(text);
    return chatwoot(Choice.NONE);
  }

  @Test
  void nothingAtAllNamesTheFileTheStarterAndTheDemo() {
    assertThat(chatwoot(Choice.NONE))
        .isEqualTo(
            """
            CONFIG
            no profile file at ~/.config/convo/profiles.toml
            to write one: convo profile add chatwoot; or try convo chatwoot 42 --profile demo
            """);
  }

  @Test
  void halfAnEnvironmentNamesTheOtherHalf() {
    machine.set("CONVO_CHATWOOT_API_ACCESS_TOKEN", "x");

    assertThat(chatwoot(Choice.NONE))
        .isEqualTo(
            """
            CONFIG
            CONVO_CHATWOOT_ACCOUNT_ID is not set, and there is no profile file at ~/.config/convo/profiles.toml
            set it, or write the file: convo profile add chatwoot
            """);
  }

  @Test
  void halfAnEnvironmentBesideAFileNamesTheSectionToo() {
    machine.set("CONVO_CHATWOOT_ACCOUNT_ID", "3");

    assertThat(chatwoot("[default.crm]\n"))
        .isEqualTo(
            """
            CONFIG
            CONVO_CHATWOOT_API_ACCESS_TOKEN is not set, and there is no section [default.chatwoot] in ~/.config/convo/profiles.toml
            set it
            """);
  }

  @Test
  void aProfileThatIsNotThereIsAnsweredWithTheNearestAndAll() {
    machine.write(TWO);

    assertThat(chatwoot(new Choice("wrok", Map.of())))
        .isEqualTo(
            """
            CONFIG
            no profile wrok in ~/.config/convo/profiles.toml
            work? the profiles are work, home, demo
            """);
  }

  @Test
  void aProfileAskedForWithoutAnyFileNamesTheFile() {
    machine.set("CONVO_PROFILE", "work");

    assertThat(chatwoot(Choice.NONE))
        .isEqualTo(
            """
            CONFIG
            no profile file at ~/.config/convo/profiles.toml
            to write one: convo profile add PROVIDER; or try --profile demo
            """);
  }

  @Test
  void noProfileNamedDefaultListsTheOthers() {
    assertThat(chatwoot(TWO))
        .isEqualTo(
            """
            CONFIG
            no profile default in ~/.config/convo/profiles.toml
            choose one with -p: work, home
            """);
  }

  @Test
  void theTableOfSettingsIsNoProfile() {
    machine.write("[convo]\noutput = \"json\"\n");

    assertThat(chatwoot(new Choice("convo", Map.of())))
        .isEqualTo(
            """
            CONFIG
            no profile convo in ~/.config/convo/profiles.toml
            the file has no profiles; to add one: convo profile add PROVIDER
            """);
  }

  @Test
  void aProfileWithoutTheSectionNamesProfilesThatHaveOne() {
    machine.write(TWO + "[lab.crm]\n");

    assertThat(chatwoot(new Choice("lab", Map.of())))
        .isEqualTo(
            """
            CONFIG
            no section [lab.chatwoot] in ~/.config/convo/profiles.toml
            profiles that have one: work, home
            """);
  }

  @Test
  void aMistypedSectionIsPointedAt() {
    assertThat(chatwoot("[default.chatwot]\naccount_id = 3\n"))
        .isEqualTo(
            """
            CONFIG
            no section [default.chatwoot] in ~/.config/convo/profiles.toml
            line 1 has [default.chatwot]; write [default.chatwoot]
            """);
  }

  @Test
  void aSectionUnderAnAliasIsPointedAt() {
    machine.write("[default.ohallo]\n");

    assertThat(machine.told(() -> machine.profiles().account(TestProviders.CRM, Choice.NONE)))
        .isEqualTo(
            """
            CONFIG
            no section [default.crm] in ~/.config/convo/profiles.toml
            line 1 has [default.ohallo]; write [default.crm]
            """);
  }

  @Test
  void aProviderThatNeedsNoSecretStillNeedsASectionOrAVariable() {
    machine.write(TWO).set("CONVO_PROFILE", "work");

    assertThat(machine.told(() -> machine.profiles().account(TestProviders.CRM, Choice.NONE)))
        .isEqualTo(
            """
            CONFIG
            no section [work.crm] in ~/.config/convo/profiles.toml
            to add one: convo profile add crm
            """);
  }

  @Test
  void aKeyThatIsMissingIsNamedWithAllWaysToGiveIt() {
    assertThat(chatwoot("\n[default.chatwoot]\napi_access_token = \"x\"\n"))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:2: [default.chatwoot] has no account_id
            write account_id = 3 there, or set CONVO_CHATWOOT_ACCOUNT_ID, or add --account
            """);
    assertThat(chatwoot("\n[default.chatwoot]\naccount_id = 3\n"))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:2: [default.chatwoot] has no api_access_token
            write api_access_token = { env = "NAME" } there, or set CONVO_CHATWOOT_API_ACCESS_TOKEN
            """);
  }

  @Test
  void aSectionOfAStarterIsBestFilledByQuestions() {
    assertThat(chatwoot("[default.chatwoot]\n# mine\n"))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:1: [default.chatwoot] has no account_id
            run convo profile add chatwoot, or write account_id = 3 there, or set CONVO_CHATWOOT_ACCOUNT_ID, or add --account
            """);
    machine.write("[work.chatwoot]\n");
    assertThat(chatwoot(new Choice("work", Map.of())))
        .contains("run convo profile add chatwoot -p work, or write account_id = 3 there");
  }

  @Test
  void aVariableThatWouldNotBeReadIsNotRecommended() {
    machine.write("[default.chatwoot]\naccount_id = 3\n");

    assertThat(chatwoot(new Choice("default", Map.of())))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:1: [default.chatwoot] has no api_access_token
            write api_access_token = { env = "NAME" } there
            """);
  }

  @Test
  void aMistypedKeyIsPointedAtWhereItIsMissed() {
    assertThat(chatwoot("[default.chatwoot]\nacount_id = 3\napi_access_token = \"x\"\n"))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:1: [default.chatwoot] has no account_id
            line 2 has acount_id; write account_id
            """);
  }

  @Test
  void aPlatformWithTwoHostsNeedsToBeToldWhich() {
    machine.write("[default.asapp]\napi_id = \"x\"\napi_secret = \"x\"\n");

    assertThat(machine.told(() -> machine.profiles().account(TestProviders.ASAPP, Choice.NONE)))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:1: [default.asapp] has no environment
            write environment = "production" there, or set CONVO_ASAPP_ENVIRONMENT, or add --environment
            """);
  }

  @Test
  void aValueOfTheWrongTypeIsNamedWithoutItself() {
    assertThat(chatwoot("[default.chatwoot]\naccount_id = true\n"))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:2: default.chatwoot.account_id must be a whole number, not true or false
            write account_id = 3
            """);
    assertThat(chatwoot("[default.chatwoot]\naccount_id = -3\n"))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:2: account_id must be a whole number, 1 or more
            for example 3
            """);
    assertThat(chatwoot("[default.chatwoot]\nbase_url = 3\n"))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:2: default.chatwoot.base_url must be text, not a whole number
            write it in double quotes: base_url = "..."
            """);
    assertThat(chatwoot("[default.chatwoot]\napi_access_token = 12345\naccount_id = 3\n"))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:2: default.chatwoot.api_access_token is a secret and must be text or a table, not a whole number
            write one of { env = "NAME" }, { file = "PATH" }, { command = ["PROGRAM", "ARGUMENT"] }
            """);
    assertThat(chatwoot("[default]\nchatwoot = \"x\"\n"))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:2: default.chatwoot must be a table, not text
            write [default.chatwoot] and the keys below
            """);
  }

  @Test
  void aWordOutOfFewIsAnsweredWithTheNearest() {
    machine.write("[default.asapp]\nenvironment = \"prodution\"\n");

    assertThat(machine.told(() -> machine.profiles().account(TestProviders.ASAPP, Choice.NONE)))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:2: environment must be production or sandbox
            write production
            """);
  }

  @Test
  void aTypedValueOfTheWrongFormIsAMistakeOfUsage() {
    machine.write(TWO).set("CONVO_PROFILE", "work");

    assertThat(chatwoot(Choice.NONE.with("account_id", "12abc", "--account")))
        .isEqualTo(
            """
            USAGE
            --account: account_id must be a whole number, 1 or more
            for example 3
            """);
  }

  @Test
  void aSecretOfTheFileDoesNotGoToAnotherHost() {
    machine.write(
        """
        [default.chatwoot]
        base_url = "https://chat.example.com"
        account_id = 3
        api_access_token = { command = ["no-such-program"] }
        """);

    assertThat(chatwoot(Choice.NONE.with("base_url", "https://evil.example", "--base-url")))
        .isEqualTo(
            """
            USAGE
            --base-url leads to evil.example, but api_access_token from command no-such-program (profiles.toml:4) is for https://chat.example.com only; nothing was sent
            write a section for that address, or set CONVO_CHATWOOT_API_ACCESS_TOKEN
            """);
    machine.set("CONVO_CHATWOOT_BASE_URL", "https://chat.example.com:8443");
    assertThat(chatwoot(Choice.NONE))
        .isEqualTo(
            """
            USAGE
            CONVO_CHATWOOT_BASE_URL leads to chat.example.com:8443, but api_access_token from command no-such-program (profiles.toml:4) is for https://chat.example.com only; nothing was sent
            write a section for that address, or set CONVO_CHATWOOT_API_ACCESS_TOKEN
            """);
  }

  @Test
  void theHostThatASecretIsForIsNamedWithItsOwnPort() {
    machine.write(
        """
        [default.chatwoot]
        base_url = "https://chat.example.com:4433"
        account_id = 3
        api_access_token = "x"
        """);

    assertThat(chatwoot(Choice.NONE.with("base_url", "https://evil.example:443", "--base-url")))
        .isEqualTo(
            """
            USAGE
            --base-url leads to evil.example, but api_access_token from profiles.toml:4 is for https://chat.example.com:4433 only; nothing was sent
            write a section for that address, or set CONVO_CHATWOOT_API_ACCESS_TOKEN
            """);
  }

  @Test
  void aSecretOfTheFileDoesNotGoToTheOtherEnvironment() {
    machine.write(
        "[default.asapp]\nenvironment = \"production\"\napi_id = \"x\"\napi_secret = \"x\"\n");

    assertThat(
            machine.told(
                () ->
                    machine
                        .profiles()
                        .account(
                            TestProviders.ASAPP,
                            new Choice("default", Map.of())
                                .with("environment", "sandbox", "--environment"))))
        .isEqualTo(
            """
            USAGE
            --environment leads to api.sandbox.asapp.com, but api_id from profiles.toml:3 is for https://api.asapp.com only; nothing was sent
            write a section for that address, or set CONVO_ASAPP_API_ID and leave out -p
            """);
  }

  @Test
  void aSecretOfTheEnvironmentGoesWhereTheOptionSays() {
    machine
        .write("[default.chatwoot]\nbase_url = \"https://chat.example.com\"\naccount_id = 3\n")
        .set("CONVO_CHATWOOT_API_ACCESS_TOKEN", "x");

    Account account =
        machine.chatwoot(Choice.NONE.with("base_url", "https://other.example", "--base-url"));

    assertThat(account.base()).hasToString("https://other.example");
  }

  @Test
  void aNameThatNoProfileMayHaveIsRefused() {
    assertThat(chatwoot("[ok.crm]\n[demo.chatwoot]\n"))
        .isEqualTo(
            "CONFIG\n" + HOME_FILE + ":2: the profile demo is built in\nchoose another name\n");
    assertThat(chatwoot("[Work.chatwoot]\n"))
        .isEqualTo(
            "CONFIG\n"
                + HOME_FILE
                + ":1: a profile's name may contain a-z, 0-9, _ and -, and begins with a letter or"
                + " digit\n"
                + "rename it\n");
    assertThat(chatwoot("convo = 1\n"))
        .isEqualTo(
            "CONFIG\n"
                + HOME_FILE
                + ":1: [convo] is the table of settings\n"
                + "write [convo] with the settings below it\n");
  }

  @Test
  void whatIsNotTomlIsNamedByLineAndColumnAndNotQuoted() {
    assertThat(chatwoot("[default.chatwoot]\napi_access_token = s3cret\n"))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:2: not valid TOML at column 20
            put the value in double quotes
            """);
    assertThat(chatwoot("[default.chatwoot]\n\n[default.chatwoot]\n"))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:3: this key or table is defined twice
            keep one of the two
            """);
  }
}

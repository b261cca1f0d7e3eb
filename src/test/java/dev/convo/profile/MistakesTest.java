package dev.convo.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people get wrong in the profile file and the environment, and what they are told. */
class MistakesTest {
  private static final String PATH = "~/.config/convo/profiles.toml";

  private TestMachine machine;

  @BeforeEach
  void machine(@TempDir Path home) {
    machine = new TestMachine(home);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "account_id: 3~write = instead of :",
        "api_access_token = “s3cr3t”~write straight quotes (\") instead of curly ones",
        "base_url = https://chat.example.com~put the value in double quotes",
        "base_url = chat.example.com~put the value in double quotes",
        "base_url = \"https://chat.example.com~add the missing double quote",
        "account_id =~write a value after the =, or put # before the line",
        "[default.asapp~end the header with ]",
        "account_id~write KEY = VALUE",
        "token = { env = \"X\"~end the braces on the line they begin on",
        "x = 1 2~the format is TOML; see 'convo help profiles' for an example",
      })
  void aLineThatIsNotTomlIsAnsweredWithWhatToWrite(String line, String hint) {
    machine.write("[default.chatwoot]\n" + line + "\n");

    assertThat(machine.told(() -> machine.profiles()))
        .matches(
            "CONFIG\n\\Q" + PATH + "\\E:[23]: not valid TOML at column \\d+\n\\Q" + hint + "\\E\n");
  }

  @ParameterizedTest
  @CsvSource({"chatwoot,CHATWOOT,chatwoot", "ohallo,CRM,crm", "crm,CRM,crm"})
  void aSectionOutsideAProfileIsAnsweredWithItsHeader(String written, String to, String section) {
    machine.write("[" + written + "]\naccount_id = 3\n");

    assertThat(
            machine.told(
                () ->
                    machine
                        .profiles()
                        .account(
                            to.equals("CRM") ? TestProviders.CRM : TestProviders.CHATWOOT,
                            Choice.NONE)))
        .isEqualTo(
            "CONFIG\n%s:1: [%s] is not in a profile\nwrite [default.%s] instead\n"
                .formatted(PATH, written, section));
  }

  @ParameterizedTest
  @CsvSource({"$CHATWOOT_TOKEN", "${CHATWOOT_TOKEN}"})
  void aShellVariableIsNotSentAsASecret(String written) {
    machine.write(
        "[default.chatwoot]\naccount_id = 3\napi_access_token = \"%s\"\n".formatted(written));

    assertThat(machine.told(() -> machine.chatwoot(Choice.NONE)))
        .isEqualTo(
            """
            CONFIG
            %s:3: default.chatwoot.api_access_token would be sent as written: convo does not expand variables
            write { env = "CHATWOOT_TOKEN" }
            """
                .formatted(PATH));
  }

  @ParameterizedTest
  @CsvSource({
    "CONVO_CHATWOOT_TOKEN,; set CONVO_CHATWOOT_API_ACCESS_TOKEN",
    "CONVO_CHATWOOT_API_KEY,; set CONVO_CHATWOOT_API_ACCESS_TOKEN",
    "CONVO_CHATWOOT_URL,; set CONVO_CHATWOOT_BASE_URL",
    "CONVO_CHATWOOT_ACCOUNT,; set CONVO_CHATWOOT_ACCOUNT_ID",
    "CONVO_OHALLO_TOKEN,; set CONVO_CRM_TOKEN",
    "CONVO_OUTPUTS,; set CONVO_OUTPUT",
    "CONVO_BIN,''",
    "CONVO_CHATWOOT_XYZZY,''"
  })
  void anUnknownVariableIsAnsweredWithTheOneMeant(String name, String meant) {
    machine.set(name, "x").write("[default.crm]\n");

    assertThat(machine.told(machine.profiles().account(TestProviders.CRM, Choice.NONE).notes()))
        .isEqualTo(
            "unknown_variable: " + name + " is not a variable that convo knows" + meant + "\n");
  }

  @Test
  void aKeyOfAnotherSpellingIsAnsweredWithTheOneMeant() {
    machine.write("[default.chatwoot]\naccount_id = 3\ntoken = \"x\"\n");

    assertThat(machine.told(() -> machine.chatwoot(Choice.NONE)))
        .isEqualTo(
            """
            CONFIG
            %s:1: [default.chatwoot] has no api_access_token
            line 3 has token; write api_access_token
            """
                .formatted(PATH));
  }

  @Test
  void whereNothingIsSetThatIsSaid() {
    assertThat(machine.told(() -> machine.profiles().rows(null)))
        .isEqualTo(
            """
            CONFIG
            no profile file at %s
            to add an account: convo profile add PROVIDER
            """
                .formatted(PATH));

    machine.write("[convo]\n");

    assertThat(machine.told(() -> machine.profiles().rows(null)))
        .isEqualTo(
            """
            CONFIG
            profile default in %s is empty
            to add an account: convo profile add PROVIDER
            """
                .formatted(PATH));
  }
}

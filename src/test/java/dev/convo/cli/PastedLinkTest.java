package dev.convo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A link without a platform's name: its host chooses platform and profile. */
class PastedLinkTest {
  private static final String LINK = "https://chat.example.com/app/accounts/3/conversations/42";
  private static final String NONE = "no section in HOME/.config/convo/profiles.toml is for ";

  @TempDir Path home;
  private TestHost host = new TestHost(Path.of(""));

  @BeforeEach
  void start() {
    host = new TestHost(home);
  }

  @AfterEach
  void stop() {
    host.close();
  }

  @Test
  void theOnlySectionOfTheLinksHostIsUsedAndNamed() {
    host.profiles(section("work", "https://chat.example.com") + section("lab", "https://lab.test"));

    TestHost.Result result = host.run(LINK, "--dry-run");

    assertThat(result).isEqualTo(host.run("--dry-run", LINK));
    assertThat(result.err()).isEqualTo("convo: note: chat.example.com is Chatwoot, profile work\n");
    assertThat(result.out()).isEqualTo(host.run("chatwoot", "42", "-p", "work", "--dry-run").out());
    assertThat(result.code()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "salescaptain, /v1/fetch-conversation/3f9c2b71-8d54-4e06-a1b7-5c20e9d80042",
    "asapp, /conversation/v1/conversations/01JQ8Z4M6T9XK2VBN5RCWH0042",
    "chatwoot, /app/accounts/1/inbox/1/conversations/42",
    "crm, /api/conversations/c41d7e90-2b6a-4f38-9e15-7a3f0b6d0042",
    "workspace, /v1/api/conversations/66b1f0a94c2de8137a5d0042",
  })
  void ofPlatformsOnOneHostThePathChooses(String platform, String path) {
    host.withSandbox();
    String id = path.substring(path.lastIndexOf('/') + 1);

    TestHost.Result result = host.run(host.base(platform) + path + "?tab=1#x", "-o", "json", "-q");

    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("\"provider\": \"" + platform + "\"", "\"" + id + "\"");
    assertThat(result.code()).isZero();
  }

  @Test
  void theDefaultProfileKeepsItsVariables() {
    host.profiles("[default.chatwoot]\nbase_url = \"https://chat.example.com\"\n");
    host.variables.put("CONVO_CHATWOOT_API_ACCESS_TOKEN", "from-the-environment");

    assertThat(host.run(LINK, "--dry-run", "-q"))
        .isEqualTo(host.run("chatwoot", LINK, "--dry-run", "-q"));
    assertThat(host.run(LINK, "--dry-run", "-q").code()).isZero();
  }

  @Test
  void theEnvironmentAloneIsAnAccount() {
    host.variables.put("CONVO_CHATWOOT_BASE_URL", "https://chat.example.com");
    host.variables.put("CONVO_CHATWOOT_API_ACCESS_TOKEN", "from-the-environment");

    TestHost.Result result = host.run(LINK, "--dry-run");

    assertThat(result.err())
        .isEqualTo("convo: note: chat.example.com is Chatwoot, profile default\n");
    assertThat(result.code()).isZero();
  }

  @Test
  void severalSectionsAreListedWithTheOptionThatChooses() {
    host.profiles(
        section("work", "https://chat.example.com") + section("night", "https://chat.example.com"));

    assertThat(host.run(LINK))
        .isEqualTo(
            error("2 accounts are on chat.example.com; which one?", "add -p work or -p night"));
    TestHost.Result chosen = host.run("-p", "night", LINK, "--dry-run");
    assertThat(chosen.err())
        .isEqualTo("convo: note: chat.example.com is Chatwoot, profile night\n");
    host.variables.put("CONVO_PROFILE", "night");
    assertThat(host.run(LINK, "--dry-run")).isEqualTo(chosen);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "https://help.example.com/app/accounts/3/conversations/42"
            + "~this looks like a link to Chatwoot, but NONEhelp.example.com"
            + "~to add one: convo profile add chatwoot",
        "https://api.trillet.ai/elsewhere"
            + "~this looks like a link to Trillet, but NONEapi.trillet.ai"
            + "~to add one: convo profile add workspace",
        "http://127.0.0.1:9/workspace/v1/api/conversations/7"
            + "~this looks like a link to Trillet, but NONE127.0.0.1:PORT"
            + "~to add one: convo profile add workspace;"
            + " for a link of the demo: convo workspace 7 -p demo",
        "https://www.example.com/~which platform is this link for? www.example.com is in no profile"
            + "~put its name first: convo PROVIDER LINK;"
            + " to add an account: convo profile add PROVIDER",
        "https://~'https://' is not a link~paste it whole, from https:// on",
      })
  void aLinkOfNoSectionIsAnsweredWithThePlatformItLooksLike(
      String link, String message, String hint) {
    host.profiles(section("work", "https://chat.example.com"));

    assertThat(host.run(link)).isEqualTo(error(message.replace("NONE", NONE), hint));
  }

  @Test
  void withoutAFileTheWayToOneIsNamed() {
    assertThat(host.run(LINK))
        .isEqualTo(
            error(
                "this looks like a link to Chatwoot, but there is no profile file at"
                    + " HOME/.config/convo/profiles.toml",
                "to add one: convo profile add chatwoot"));
  }

  @Test
  void anotherProfileThanTheTypedOneIsNamed() {
    host.profiles(section("work", "https://chat.example.com") + section("lab", "https://lab.test"));

    assertThat(host.run(LINK, "-p", "lab"))
        .isEqualTo(
            error(
                "the link is for https://chat.example.com, not for https://lab.test",
                "use --profile work"));
  }

  @Test
  void aLinkGivenToAnotherPlatformNamesTheRightCommand() {
    host.withSandbox();

    assertThat(host.run("asapp", LINK))
        .isEqualTo(
            error("this is not a link of ASAPP", "it looks like Chatwoot: convo chatwoot LINK"));
    assertThat(host.run("crm", "https://api.trillet.ai/v1/api/conversations/7"))
        .isEqualTo(
            error(
                "the link is for https://api.trillet.ai, not for http://127.0.0.1:PORT/crm",
                "it looks like Trillet: convo workspace LINK"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--otput json|there is no option --otput|did you mean --output?",
        "--role nobody|--role: 'nobody' is not one of customer, agent, bot, system, unknown"
            + "|see 'convo chatwoot --help'",
        "--redact=nme|--redact: 'nme' is not something that can be redacted|did you mean name?",
      })
  void aMistakeBesideALinkIsAnsweredAsBesideAnId(String options, String message, String hint) {
    host.profiles(section("work", "https://chat.example.com"));

    TestHost.Result result = host.run((LINK + " " + options).split(" "));

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).endsWith(error(message, hint).err());
  }

  @Test
  void theDemosLinksWorkOnlyWhileItRuns() {
    assertThat(host.run("http://127.0.0.1:9/chatwoot/app/accounts/1/conversations/42", "-pdemo"))
        .isEqualTo(
            error(
                "the link is for http://127.0.0.1:PORT, not for http://127.0.0.1:PORT/chatwoot",
                "the demo has another port each time: paste the id, or leave out --profile demo"));
  }

  private static String section(String profile, String base) {
    return "["
        + profile
        + ".chatwoot]\nbase_url = \""
        + base
        + "\"\naccount_id = 3\napi_access_token = { env = \"CHAT_TOKEN\" }\n";
  }

  private static TestHost.Result error(String message, String hint) {
    return new TestHost.Result(2, "", "convo: error: " + message + "\n  hint: " + hint + "\n");
  }
}

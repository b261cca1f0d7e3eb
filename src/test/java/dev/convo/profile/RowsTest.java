package dev.convo.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.profile.Profiles.Row;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsTest {
  private static final String FILE =
      """
      [convo]
      default_profile = "work"
      timeout = 20

      [work]
      proxy = "http://me:pw@proxy.example.com:3128"

      [work.chatwoot]
      base_url = "http://chat.lan/"
      allow_http = true
      api_access_token = { command = ["no-such-program", "chatwoot"] }

      [work.asapp]
      environment = "sandbox"
      api_id = { env = "ASAPP_ID" }
      api_secret = "a-secret-of-many-letters"
      """;

  private TestMachine machine;

  @BeforeEach
  void machine(@TempDir Path home) {
    machine = new TestMachine(home).write(FILE);
  }

  private static String text(List<Row> rows) {
    StringBuilder text = new StringBuilder();
    rows.forEach(
        row ->
            text.append(row.section() + " " + row.key() + " = " + row.value())
                .append(" (" + row.source() + ")\n"));
    return text.toString();
  }

  @Test
  void everyKeyIsShownWithItsSourceAndEverySecretAsAMaskOfOneLength() {
    machine.set("CONVO_CHATWOOT_TOKEN_HEADER", "Api-Access-Token").set("CONVO_CRM_TOKEN", "x");

    assertThat(text(machine.profiles().rows(null)))
        .isEqualTo(
            """
            convo default_profile = work (profiles.toml:2)
            convo timeout = 20 (profiles.toml:3)
            work proxy = http://********@proxy.example.com:3128 (profiles.toml:6)
            work.chatwoot base_url = http://chat.lan (profiles.toml:9)
            work.chatwoot allow_http = true (profiles.toml:10)
            work.chatwoot account_id =  (not set: needed)
            work.chatwoot token_header = Api-Access-Token (CONVO_CHATWOOT_TOKEN_HEADER)
            work.chatwoot api_access_token = ******** (command no-such-program (profiles.toml:11))
            work.asapp base_url = https://api.sandbox.asapp.com (profiles.toml:14)
            work.asapp environment = sandbox (profiles.toml:14)
            work.asapp api_id = ******** (ASAPP_ID (profiles.toml:15))
            work.asapp api_secret = ******** (profiles.toml:16)
            work.crm base_url = https://api.ohallo.eu (built-in)
            work.crm token = ******** (CONVO_CRM_TOKEN)
            """);
  }

  @Test
  void aTypedProfileShowsNoVariable() {
    machine.set("CONVO_CHATWOOT_TOKEN_HEADER", "Api-Access-Token").set("CONVO_CRM_TOKEN", "x");

    assertThat(text(machine.profiles().rows("work"))).doesNotContain("CONVO_");
  }

  @Test
  void aProxyWithoutItsSchemeStillHidesItsPassword() {
    machine.write("[default]\nproxy = \"me:pw@proxy.example.com\"\n");

    assertThat(text(machine.profiles().rows(null)))
        .isEqualTo("default proxy = ********@proxy.example.com (profiles.toml:2)\n");
  }

  @Test
  void namesComeInTheOrderOfTheFileAndSectionsUnderThem() {
    machine.write("[b.crm]\n[a.asapp]\n[a]\nca_bundle = \"x\"\n[convo]\n[a.unknown]\n");

    assertThat(machine.profiles().names()).containsExactly("b", "a", "demo");
    assertThat(machine.profiles().sections("a")).containsExactly("asapp");
  }

  @Test
  void theProfileThatIsForAnAddressIsFound() {
    machine.write(
        """
        [a.chatwoot]
        base_url = "https://a.example.com"
        [b.chatwoot]
        base_url = "https://b.example.com/prefix"
        [c.chatwoot]
        base_url = 3
        [d.chatwoot]
        """);
    Profiles profiles = machine.profiles();

    assertThat(
            profiles.profileFor(
                TestProviders.CHATWOOT,
                java.net.URI.create("https://b.example.com/app/accounts/1/conversations/2")))
        .contains("b");
    assertThat(
            profiles.profileFor(
                TestProviders.CHATWOOT, java.net.URI.create("https://app.chatwoot.com/app")))
        .contains("d");
    assertThat(
            profiles.profileFor(
                TestProviders.CHATWOOT, java.net.URI.create("https://x.example.com")))
        .isEmpty();
  }
}

package dev.convo.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where plain HTTP may be used. */
class HttpAllowedTest {
  private TestMachine machine;

  @BeforeEach
  void machine(@TempDir Path home) {
    machine = new TestMachine(home);
  }

  @Test
  void aSectionMayAllowItForItsOwnAddress() {
    machine.write(
        """
        [default.chatwoot]
        base_url = "http://chat.lan"
        allow_http = true
        account_id = 3
        api_access_token = "x"
        """);

    assertThat(machine.chatwoot(Choice.NONE).base()).hasToString("http://chat.lan");
  }

  @Test
  void aSectionDoesNotAllowItForAnotherAddress() {
    machine
        .write(
            """
            [default.chatwoot]
            base_url = "http://chat.lan"
            allow_http = true
            account_id = 3
            """)
        .set("CONVO_CHATWOOT_API_ACCESS_TOKEN", "x");

    assertThat(
            machine.told(
                () ->
                    machine.chatwoot(
                        Choice.NONE.with("base_url", "http://other.lan", "--base-url"))))
        .isEqualTo(
            """
            USAGE
            --base-url: the base URL is plain http, which anybody on the network can read
            write https://, or allow_http = true in the section that names it
            """);
  }

  @Test
  void withoutTheWordItIsRefused() {
    machine.write(
        """
        [default.chatwoot]
        base_url = "http://chat.lan"
        account_id = 3
        api_access_token = "x"
        """);

    assertThat(machine.told(() -> machine.chatwoot(Choice.NONE)))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:2: the base URL is plain http, which anybody on the network can read
            write https://, or allow_http = true in the section that names it
            """);
  }

  @Test
  void theEnvironmentMayAllowItToo() {
    machine
        .set("CONVO_CHATWOOT_BASE_URL", "http://chat.lan")
        .set("CONVO_CHATWOOT_ALLOW_HTTP", "true")
        .set("CONVO_CHATWOOT_ACCOUNT_ID", "3")
        .set("CONVO_CHATWOOT_API_ACCESS_TOKEN", "x");

    assertThat(machine.chatwoot(Choice.NONE).base()).hasToString("http://chat.lan");
  }

  @Test
  void theEnvironmentAloneDoesNotAllowItForTheSecretOfASection() {
    machine
        .write(
            """
            [default.chatwoot]
            base_url = "http://chat.lan"
            account_id = 3
            api_access_token = { env = "TOKEN" }
            """)
        .set("TOKEN", "x")
        .set("CONVO_CHATWOOT_ALLOW_HTTP", "true");

    assertThat(machine.told(() -> machine.chatwoot(Choice.NONE)))
        .isEqualTo(
            """
            CONFIG
            ~/.config/convo/profiles.toml:2: the base URL is plain http, and api_access_token from TOKEN (profiles.toml:4) is sent over http only if its section allows it
            write https://, or allow_http = true in that section; CONVO_CHATWOOT_ALLOW_HTTP applies to secrets from the environment
            """);
  }

  @Test
  void theEnvironmentMayAllowItForItsOwnSecret() {
    machine
        .write(
            """
            [default.chatwoot]
            base_url = "http://chat.lan"
            account_id = 3
            """)
        .set("CONVO_CHATWOOT_ALLOW_HTTP", "true")
        .set("CONVO_CHATWOOT_API_ACCESS_TOKEN", "x");

    assertThat(machine.chatwoot(Choice.NONE).base()).hasToString("http://chat.lan");
  }
}

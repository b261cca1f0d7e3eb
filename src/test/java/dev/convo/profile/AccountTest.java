package dev.convo.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.profile.secret.Secret;
import dev.convo.profile.value.Source;
import dev.convo.profile.value.Sourced;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountTest {
  private static final String WORK =
      """
      [convo]
      default_profile = "work"

      [work.chatwoot]
      base_url = "https://chat.example.com"
      account_id = 3
      api_access_token = "of-the-file"

      [work.asapp]
      environment = "sandbox"
      api_id = { env = "ASAPP_ID" }
      api_secret = "of-the-file"

      [lab.chatwoot]
      account_id = 4
      api_access_token = "of-the-lab"
      """;

  private TestMachine machine;

  @BeforeEach
  void machine(@TempDir Path home) {
    machine = new TestMachine(home);
  }

  @Test
  void theSectionOfTheDefaultProfileSaysEverything() {
    machine.write(WORK);

    Account account = machine.chatwoot(Choice.NONE);

    assertThat(account.profile()).isEqualTo("work");
    assertThat(account.base()).hasToString("https://chat.example.com");
    assertThat(account.values()).isEqualTo(Map.of("account_id", "3"));
    assertThat(account.settings().values())
        .extracting(Sourced::source)
        .containsExactly(Source.line(machine.file, 6));
    assertThat(account.secrets()).hasSize(1);
    assertThat(account.secrets().get(0).spec().headers())
        .containsExactly("api_access_token", "Api-Access-Token");
    assertThat(account.secrets().get(0)).hasToString("*** from profiles.toml:7");
    assertThat(account.secrets().get(0).value()).isEqualTo("of-the-file");
    assertThat(account.notes()).isEmpty();
  }

  @Test
  void theEnvironmentIsEnoughWithoutAnyFile() {
    machine
        .set("CONVO_CHATWOOT_API_ACCESS_TOKEN", "of-the-environment")
        .set("CONVO_CHATWOOT_ACCOUNT_ID", "7");

    Account account = machine.chatwoot(Choice.NONE);

    assertThat(account.profile()).isNull();
    assertThat(account.base()).hasToString("https://app.chatwoot.com");
    assertThat(account.values()).isEqualTo(Map.of("account_id", "7"));
    assertThat(account.secrets().get(0).value()).isEqualTo("of-the-environment");
    assertThat(account.secrets().get(0).variable()).contains("CONVO_CHATWOOT_API_ACCESS_TOKEN");
  }

  @Test
  void anOptionGoesBeforeAVariableAndAVariableBeforeTheFileKeyByKey() {
    machine
        .write(WORK)
        .set("CONVO_CHATWOOT_ACCOUNT_ID", "7")
        .set("CONVO_CHATWOOT_API_ACCESS_TOKEN", "of-the-environment");

    Account withVariables = machine.chatwoot(Choice.NONE);
    Account withOption = machine.chatwoot(Choice.NONE.with("account_id", "8", "--account"));

    assertThat(withVariables.values()).isEqualTo(Map.of("account_id", "7"));
    assertThat(withVariables.base()).hasToString("https://chat.example.com");
    assertThat(withVariables.secrets().get(0).value()).isEqualTo("of-the-environment");
    assertThat(withOption.values()).isEqualTo(Map.of("account_id", "8"));
  }

  @Test
  void anEmptyVariableIsNotSet() {
    machine.write(WORK).set("CONVO_CHATWOOT_ACCOUNT_ID", "");

    assertThat(machine.chatwoot(Choice.NONE).values()).isEqualTo(Map.of("account_id", "3"));
  }

  @Test
  void aTypedProfileLeavesTheVariablesOfTheProviderUnreadAndSaysSo() {
    machine
        .write(WORK)
        .set("CONVO_CHATWOOT_ACCOUNT_ID", "7")
        .set("CONVO_CHATWOOT_API_ACCESS_TOKEN", "of-the-environment");

    Account account = machine.chatwoot(new Choice("lab", Map.of()));

    assertThat(account.values()).isEqualTo(Map.of("account_id", "4"));
    assertThat(account.secrets().get(0).value()).isEqualTo("of-the-lab");
    assertThat(machine.told(account.notes()))
        .isEqualTo(
            "variables_not_read: CONVO_CHATWOOT_ACCOUNT_ID, CONVO_CHATWOOT_API_ACCESS_TOKEN:"
                + " ignored, because -p was given\n");
  }

  @Test
  void theProfileOfTheEnvironmentGoesBeforeTheDefaultAndLeavesVariablesRead() {
    machine.write(WORK).set("CONVO_PROFILE", "lab").set("CONVO_CHATWOOT_ACCOUNT_ID", "7");

    Account account = machine.chatwoot(Choice.NONE);

    assertThat(account.profile()).isEqualTo("lab");
    assertThat(account.values()).isEqualTo(Map.of("account_id", "7"));
    assertThat(account.secrets().get(0).value()).isEqualTo("of-the-lab");
  }

  @Test
  void theEnvironmentOfAPlatformNamesItsHost() {
    machine.write(WORK).set("ASAPP_ID", "of-asapp");

    Account account = machine.profiles().account(TestProviders.ASAPP, Choice.NONE);

    assertThat(account.base()).hasToString("https://api.sandbox.asapp.com");
    assertThat(account.secrets().get(0).source()).hasToString("ASAPP_ID (profiles.toml:11)");
    assertThat(account.secrets().get(0).value()).isEqualTo("of-asapp");
  }

  @Test
  void aTokenHeaderLeavesOneSpelling() {
    machine.write(WORK).set("CONVO_CHATWOOT_TOKEN_HEADER", "Api-Access-Token");

    assertThat(machine.chatwoot(Choice.NONE).secrets().get(0).spec().headers())
        .containsExactly("Api-Access-Token");
  }

  @Test
  void aSecretThatMayBeMissingIsLeftOutWhereASectionOrAVariableExists() {
    machine.write("[default.crm]\n");

    assertThat(machine.profiles().account(TestProviders.CRM, Choice.NONE).secrets()).isEmpty();

    TestMachine bare =
        new TestMachine(machine.home.resolve(".config"))
            .set("CONVO_CRM_BASE_URL", "https://x.example.com");

    assertThat(bare.profiles().account(TestProviders.CRM, Choice.NONE).secrets()).isEmpty();
  }

  @Test
  void allBundlesOfAuthoritiesAddUp() {
    machine
        .write(
            """
            [convo]
            ca_bundle = "~/all.pem"
            [default]
            ca_bundle = "profile.pem"
            [default.chatwoot]
            ca_bundle = "/etc/section.pem"
            account_id = 3
            api_access_token = "x"
            """)
        .set("CONVO_CA_BUNDLE", "/etc/variable.pem")
        .set("SSL_CERT_FILE", "/etc/ssl.pem");

    Account account = machine.chatwoot(Choice.NONE);

    assertThat(account.authorities())
        .extracting(one -> one.file() + " " + one.source())
        .containsExactly(
            "/etc/section.pem profiles.toml:6: default.chatwoot.ca_bundle",
            machine.home + "/.config/convo/profile.pem profiles.toml:4: default.ca_bundle",
            machine.home + "/all.pem profiles.toml:2: convo.ca_bundle",
            "/etc/variable.pem CONVO_CA_BUNDLE",
            "/etc/ssl.pem SSL_CERT_FILE");
  }

  @Test
  void theProxyOfTheProfileGoesBeforeThatOfTheSettings() {
    machine.write(
        """
        [convo]
        proxy = "http://all.example.com:3128"
        [default]
        proxy = "http://profile.example.com:3128"
        [default.crm]
        [other.crm]
        """);

    Account own = machine.profiles().account(TestProviders.CRM, Choice.NONE);
    Account other = machine.profiles().account(TestProviders.CRM, new Choice("other", Map.of()));

    assertThat(own.proxies().forBase(own.base()))
        .hasToString("Optional[profile.example.com:3128 (profiles.toml:4)]");
    assertThat(other.proxies().forBase(other.base()))
        .hasToString("Optional[all.example.com:3128 (profiles.toml:2)]");
  }

  @Test
  void unknownKeysAndVariablesAreNotedWithTheNearestRightOnes() {
    machine
        .write(
            """
            output = "json"
            [convo]
            time_out = "30s"
            [default]
            colour = "red"
            [default.chatwot]
            [default.ohallo]
            [default.chatwoot]
            account_id = 3
            api_access_token = { env = "CONVO_MY_TOKEN" }
            basurl = "https://x"
            """)
        .set("CONVO_MY_TOKEN", "x")
        .set("CONVO_CHATWOOT_ACOUNT_ID", "3")
        .set("CONVO_QWERTY", "3");

    Account account = machine.chatwoot(Choice.NONE);

    assertThat(machine.told(account.notes()))
        .isEqualTo(
            """
            unknown_key: ~/.config/convo/profiles.toml:1: output is not a known key; write it below [convo]
            unknown_key: ~/.config/convo/profiles.toml:3: convo.time_out is not a known key; write timeout
            unknown_key: ~/.config/convo/profiles.toml:5: default.colour is not a known key; the keys are ca_bundle, proxy, chatwoot, asapp, crm
            unknown_key: ~/.config/convo/profiles.toml:6: default.chatwot is not a known key; write chatwoot
            unknown_key: ~/.config/convo/profiles.toml:7: default.ohallo is not a known key; write crm
            unknown_key: ~/.config/convo/profiles.toml:11: default.chatwoot.basurl is not a known key; write base_url
            unknown_variable: CONVO_CHATWOOT_ACOUNT_ID is not a variable that convo knows; set CONVO_CHATWOOT_ACCOUNT_ID
            unknown_variable: CONVO_QWERTY is not a variable that convo knows
            """);
  }

  @Test
  void aSectionWithoutItsProfileIsExplained() {
    machine.write("[chatwoot]\naccount_id = 3\n");
    machine.set("CONVO_PROFILE", "chatwoot").set("CONVO_CRM_TOKEN", "x");

    Account account = machine.profiles().account(TestProviders.CRM, Choice.NONE);

    assertThat(machine.told(account.notes()))
        .isEqualTo(
            "unknown_key: ~/.config/convo/profiles.toml:2: chatwoot.account_id is not a known key;"
                + " write the section as [default.chatwoot]\n");
  }

  @Test
  void noSecretIsReadAndNoCommandRunForAnAccount() {
    machine.write(
        """
        [default.asapp]
        environment = "production"
        api_id = { file = "/nowhere/at/all" }
        api_secret = { command = ["no-such-program", "at", "all"] }
        """);

    Account account = machine.profiles().account(TestProviders.ASAPP, Choice.NONE);

    assertThat(account.secrets())
        .extracting(Secret::toString)
        .isEqualTo(
            List.of(
                "*** from file /nowhere/at/all (profiles.toml:3)",
                "*** from command no-such-program (profiles.toml:4)"));
  }
}

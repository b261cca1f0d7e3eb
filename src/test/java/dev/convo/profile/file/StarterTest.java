package dev.convo.profile.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.profile.Choice;
import dev.convo.profile.TestMachine;
import dev.convo.profile.TestProviders;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StarterTest {
  @Test
  void itIsMadeOfWhatTheProvidersSayAboutThemselves() {
    assertThat(Starter.text(List.of(TestProviders.CHATWOOT, TestProviders.ASAPP)))
        .isEqualTo(
            """
            # convo's profiles. What this file may contain: convo help profiles
            #
            # Remove the # before a line that begins with #name to use it.
            # A secret is text, or better the place where it is kept:
            #   { env = "NAME" }                        a variable of the environment
            #   { file = "PATH" }                       a file
            #   { command = ["PROGRAM", "ARGUMENT"] }   the first line a program prints; no shell

            [convo]
            #default_profile = "default"

            # Platform chatwoot: https://docs.example.com/chatwoot
            [default.chatwoot]
            #base_url = "https://app.chatwoot.com"
            # The account's number. Needed.
            #account_id = 3
            # How the header is spelt.
            #token_header = "api_access_token"
            # On your profile page. Needed.
            #api_access_token = { command = ["pass", "show", "default/chatwoot/api_access_token"] }

            # Platform asapp: https://docs.example.com/asapp
            [default.asapp]
            # Each has credentials of its own. Needed.
            #environment = "production"
            # From the portal. Needed.
            #api_id = { command = ["pass", "show", "default/asapp/api_id"] }
            # Shown there once. Needed.
            #api_secret = { command = ["pass", "show", "default/asapp/api_secret"] }
            """);
  }

  @Test
  void itIsAGoodFileWithAndWithoutItsMarks(@TempDir Path home) {
    TestMachine machine = new TestMachine(home).write(Starter.text(TestProviders.ALL));

    assertThat(machine.profiles().sections("default")).containsExactly("chatwoot", "asapp", "crm");

    machine.write(Starter.text(TestProviders.ALL).replaceAll("(?m)^#(?=[a-z])", ""));
    assertThat(machine.chatwoot(Choice.NONE).notes()).isEmpty();
    assertThat(machine.profiles().account(TestProviders.ASAPP, Choice.NONE).notes()).isEmpty();
    assertThat(machine.profiles().account(TestProviders.CRM, Choice.NONE).notes()).isEmpty();
  }

  @Test
  void textIsQuotedSoThatItComesBackAsItWas(@TempDir Path home) {
    String odd = "a \"b\" \\ \t\u007f\u00e9 \uD83D\uDE00 'c' #d";

    Item.Table table = TomlFile.read("x = " + Starter.quote(odd), home.resolve("x.toml"));

    assertThat(table.text("x").orElseThrow().value()).isEqualTo(odd);
  }
}

package dev.convo.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.provider.Descriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of config-samples, each read as convo would read it. */
class SamplesTest {
  private static final Path SAMPLES = Path.of("config-samples");

  private TestMachine machine;

  @BeforeEach
  void machine(@TempDir Path home) {
    machine = new TestMachine(home);
  }

  private Profiles sample(String name) throws IOException {
    return machine.write(Files.readString(SAMPLES.resolve(name))).mode("rw-r--r--").profiles();
  }

  private static Account account(Profiles profiles, Descriptor descriptor, String profile) {
    return profiles.account(descriptor, new Choice(profile, Map.of()));
  }

  @Test
  void everySampleIsTested() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "minimal.toml", "several-environments.toml", "secrets-by-command.toml", "ci.env");
    }
  }

  @Test
  void theMinimalOneMakesAnAccount() throws IOException {
    machine.set("CHATWOOT_TOKEN", "test-token");

    Account account = account(sample("minimal.toml"), TestProviders.CHATWOOT, "default");

    assertThat(account.values()).isEqualTo(Map.of("account_id", "3"));
    assertThat(account.secrets().get(0).value()).isEqualTo("test-token");
    assertThat(account.notes()).isEmpty();
  }

  @Test
  void everyEnvironmentOfSeveralMakesItsAccounts() throws IOException {
    Profiles profiles = sample("several-environments.toml");

    assertThat(profiles.names()).containsExactly("production", "staging", "lab", "demo");
    assertThat(profiles.chosen(null).value()).isEqualTo("production");
    assertThat(
            Stream.of("production", "staging", "lab")
                .map(name -> account(profiles, TestProviders.CHATWOOT, name).base().toString()))
        .containsExactly(
            "https://chat.example.com", "https://chat.staging.example.com", "http://chat.lan:3000");
    assertThat(
            Stream.of("production", "staging")
                .map(name -> account(profiles, TestProviders.ASAPP, name).base().toString()))
        .containsExactly("https://api.asapp.com", "https://api.sandbox.asapp.com");
    assertThat(account(profiles, TestProviders.CHATWOOT, "staging").notes()).isEmpty();
    assertThat(account(profiles, TestProviders.CHATWOOT, "staging").authorities()).hasSize(1);
  }

  @Test
  void theCommandsOfSecretsAreNamedAndNotRun() throws IOException {
    Profiles profiles = sample("secrets-by-command.toml");

    assertThat(
            TestProviders.ALL.stream()
                .flatMap(one -> account(profiles, one, "default").secrets().stream())
                .map(secret -> secret.source().toString()))
        .containsExactly(
            "command pass (profiles.toml:7)",
            "command secret-tool (profiles.toml:17)",
            "command secret-tool (profiles.toml:18)",
            "command security (profiles.toml:22)");
  }

  @Test
  void theEnvironmentOfAPipelineIsEnough() throws IOException {
    for (String line : Files.readAllLines(SAMPLES.resolve("ci.env"))) {
      int equals = line.indexOf('=');
      if (!line.startsWith("#") && equals > 0) {
        machine.set(line.substring(0, equals), line.substring(equals + 1));
      }
    }

    Account account = machine.chatwoot(Choice.NONE);

    assertThat(account.base()).hasToString("https://chat.example.com");
    assertThat(account.notes()).isEmpty();
  }
}

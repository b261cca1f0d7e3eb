package dev.convo.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.convo.cli.TestHost;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.profile.value.Sourced;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileAccountsTest {
  private static final String FILE =
      """
      [convo]
      timeout = "7s"

      [default.chatwoot]
      account_id = 3
      api_access_token = "test-token"

      [lab.chatwoot]
      base_url = "https://lab.example.com"
      account_id = 4
      api_access_token = "test-token"
      """;

  @TempDir Path home;
  private TestHost host;
  private Session session;

  @BeforeEach
  void open() {
    host = new TestHost(home).profiles(FILE);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    session = new Session(host.machine(out, out), host.platforms());
  }

  @AfterEach
  void close() {
    session.close();
    host.close();
  }

  @Test
  void whatWasTypedComesBeforeTheFile() {
    FileAccounts accounts = accounts(null, Map.of("account_id", "9"), "https://typed.example.com");

    assertThat(accounts.setting("account_id").map(Sourced::toString))
        .contains("*** from --account");
    assertThat(accounts.general("timeout").map(Sourced::value)).contains("7s");
    Failure failure = catchThrowableOfType(Failure.class, () -> accounts.account(Map.of()));
    assertThat(failure.kind()).isEqualTo(Kind.USAGE);
    assertThat(failure.message())
        .startsWith("--base-url leads to typed.example.com, but api_access_token from");
  }

  @Test
  void whatALinkSaysComesBeforeWhatWasTyped() {
    FileAccounts accounts = accounts(null, Map.of("account_id", "9"), null);

    assertThat(accounts.account(Map.of()).values()).containsEntry("account_id", "9");
    assertThat(accounts.account(Map.of("account_id", "7")).values())
        .containsEntry("account_id", "7");
  }

  @Test
  void theSameLinkedSettingsAreTheSameAccount() {
    FileAccounts accounts = accounts(null, Map.of(), null);

    assertThat(accounts.account(Map.of("account_id", "7")))
        .isSameAs(accounts.account(Map.of("account_id", "7")))
        .isNotSameAs(accounts.account(Map.of()));
  }

  @Test
  void theProfileOfAnAddressIsFoundByItsHost() {
    FileAccounts accounts = accounts("default", Map.of(), null);

    assertThat(accounts.elsewhere(URI.create("https://lab.example.com/app")))
        .isEqualTo("use --profile lab");
    assertThat(accounts.elsewhere(URI.create("https://other.example.com/x")))
        .isEqualTo("set base_url to the link's host, or name it with --base-url");
  }

  @Test
  void theDemoTakesNothingFromFileOrEnvironment() {
    host.variables.put("CONVO_CHATWOOT_ACCOUNT_ID", "9");
    host.variables.put("CONVO_TZ", "Asia/Tokyo");
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    try (DemoAccounts demo =
        new DemoAccounts(host.machine(out, out), platform(), login("demo", Map.of(), null))) {
      URI base = demo.account(Map.of()).base();

      assertThat(base.getHost()).isEqualTo("127.0.0.1");
      assertThat(demo.account(Map.of()).values()).doesNotContainEntry("account_id", "9");
      assertThat(demo.account(Map.of("account_id", "7")).values()).containsEntry("account_id", "7");
      assertThat(demo.general("timeout")).isEqualTo(Optional.empty());
      assertThat(demo.variables())
          .containsEntry("CONVO_TZ", "Asia/Tokyo")
          .doesNotContainKey("CONVO_CHATWOOT_ACCOUNT_ID");
      assertThat(demo.samples().orElseThrow())
          .startsWith("the demo has ")
          .endsWith(" more: convo sandbox --list");
    }
  }

  @Test
  void theDemoHasItsOwnAddress() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    What.Login login = login("demo", Map.of(), "https://chat.example.com");

    Failure failure =
        catchThrowableOfType(
            Failure.class, () -> new DemoAccounts(host.machine(out, out), platform(), login));

    assertThat(failure.kind()).isEqualTo(Kind.USAGE);
  }

  private FileAccounts accounts(
      @Nullable String profile, Map<String, String> settings, @Nullable String baseUrl) {
    return new FileAccounts(session, platform(), login(profile, settings, baseUrl));
  }

  private static What.Login login(
      @Nullable String profile, Map<String, String> settings, @Nullable String baseUrl) {
    return new What.Login(profile, settings, baseUrl, false);
  }

  private Platform platform() {
    return host.platforms().stream()
        .filter(one -> one.provider().descriptor().name().equals("chatwoot"))
        .findFirst()
        .orElseThrow();
  }
}

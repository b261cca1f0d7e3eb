package dev.convo.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Limits;
import dev.convo.http.Network;
import dev.convo.http.Proxies;
import dev.convo.http.Transport;
import dev.convo.http.apache.ApacheDownloads;
import dev.convo.http.apache.ApacheTransport;
import dev.convo.profile.Account;
import dev.convo.profile.Choice;
import dev.convo.profile.Profiles;
import dev.convo.profile.TestMachine;
import dev.convo.provider.Descriptor;
import dev.convo.provider.crm.Crm;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionsTest {
  private static final Descriptor CRM = new Crm().descriptor();
  private static final String SECTION = "[default.crm]\ntoken = 'test-token'\n";
  private static final Limits LIMITS =
      new Limits(Duration.ofSeconds(5), 3, Duration.ZERO, 7, 8, Duration.ofSeconds(9), 2);

  private final List<Transport.Settings> opened = new ArrayList<>();
  @TempDir Path home;

  @Test
  void theLimitsOfTheRunAreThoseOfTheTransport() {
    Transport.Settings settings = open(SECTION, Map.of(), null);

    assertThat(settings.base()).isEqualTo(URI.create("https://api.ohallo.eu"));
    assertThat(settings.limits()).isEqualTo(LIMITS);
    assertThat(settings.userAgent()).isEqualTo("convo/test");
    assertThat(settings.proxy()).isNull();
    assertThat(settings.authorities()).isEmpty();
  }

  @Test
  void theProxyIsTheKeysElseTheEnvironments() {
    Map<String, String> variables = Map.of("HTTPS_PROXY", "http://of-the-environment:3128");

    Transport.Settings byVariable = open(SECTION, variables, null);
    Transport.Settings byKey =
        open("[convo]\nproxy = 'http://of-the-file:3128'\n" + SECTION, variables, null);

    assertThat(byVariable.proxy())
        .isEqualTo(new Proxies.Chosen(URI.create("http://of-the-environment:3128"), "HTTPS_PROXY"));
    assertThat(byKey.proxy())
        .isEqualTo(new Proxies.Chosen(URI.create("http://of-the-file:3128"), "profiles.toml:2"));
  }

  @Test
  void aProxyThatCannotBeUsedIsAFault() {
    Failure failure =
        catchThrowableOfType(
            Failure.class, () -> open(SECTION, Map.of("HTTPS_PROXY", "socks5://secret"), null));

    assertThat(failure.kind()).isEqualTo(Kind.CONFIG);
    assertThat(failure.message()).startsWith("the proxy set by HTTPS_PROXY is");
    assertThat(opened).isEmpty();
  }

  @Test
  void theAuthoritiesOfFileAndCommandLineAddUp() {
    Transport.Settings settings =
        open("[convo]\nca_bundle = 'a.pem'\n" + SECTION, Map.of(), Path.of("b.pem"));

    assertThat(settings.authorities())
        .containsExactly(
            new Transport.Authorities(
                home.resolve(".config/convo/a.pem"), "profiles.toml:2: convo.ca_bundle"),
            new Transport.Authorities(Path.of("b.pem"), "--ca-bundle"));
  }

  private Transport.Settings open(
      String file, Map<String, String> variables, @Nullable Path caBundle) {
    TestMachine machine = new TestMachine(home).write(file);
    Account account = Profiles.open(machine.environment(), List.of(CRM)).account(CRM, Choice.NONE);
    Network network =
        new Network(
            settings -> {
              opened.add(settings);
              return new ApacheTransport(settings);
            },
            ApacheDownloads::new,
            "convo/test");
    Connections.open(network, account, variables, caBundle, LIMITS).close();
    return opened.get(opened.size() - 1);
  }
}

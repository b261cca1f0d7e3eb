package dev.convo.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Limits;
import dev.convo.http.Proxies;
import dev.convo.http.Transport;
import dev.convo.http.apache.ApacheTransport;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionTest {
  private static final String SECTION = "[default.crm]\ntoken = 'test-token'\n";
  private static final Limits LIMITS =
      new Limits(Duration.ofSeconds(5), 3, Duration.ZERO, 7, 8, Duration.ofSeconds(9), 2);

  @TempDir Path home;

  @Test
  void theLimitsOfTheRunAreThoseOfTheTransport() {
    Transport.Settings settings = settings(SECTION, Map.of(), null);

    assertThat(settings.base()).isEqualTo(TestProviders.CRM.host().orElseThrow());
    assertThat(settings.limits()).isEqualTo(LIMITS);
    assertThat(settings.userAgent()).isEqualTo("convo/test");
    assertThat(settings.proxies().apply(settings.base())).isEmpty();
    assertThat(settings.authorities()).isEmpty();
  }

  @Test
  void theProxyIsTheKeysElseTheEnvironments() {
    Map<String, String> variables = Map.of("HTTPS_PROXY", "http://of-the-environment:3128");

    Transport.Settings byVariable = settings(SECTION, variables, null);
    Transport.Settings byKey =
        settings("[convo]\nproxy = 'http://of-the-file:3128'\n" + SECTION, variables, null);

    assertThat(byVariable.proxies().apply(byVariable.base()))
        .contains(new Proxies.Chosen(URI.create("http://of-the-environment:3128"), "HTTPS_PROXY"));
    assertThat(byKey.proxies().apply(byKey.base()))
        .contains(new Proxies.Chosen(URI.create("http://of-the-file:3128"), "profiles.toml:2"));
  }

  @Test
  void aProxyThatCannotBeUsedIsAFaultBeforeAnythingIsSent() {
    Transport.Settings settings = settings(SECTION, Map.of("HTTPS_PROXY", "socks5://secret"), null);

    Failure failure = catchThrowableOfType(Failure.class, () -> new ApacheTransport(settings));

    assertThat(failure.kind()).isEqualTo(Kind.CONFIG);
    assertThat(failure.message()).startsWith("the proxy set by HTTPS_PROXY is");
  }

  @Test
  void theAuthoritiesOfFileAndCommandLineAddUp() {
    Transport.Settings settings =
        settings("[convo]\nca_bundle = 'a.pem'\n" + SECTION, Map.of(), Path.of("b.pem"));

    assertThat(settings.authorities())
        .containsExactly(
            new Transport.Authorities(
                home.resolve(".config/convo/a.pem"), "profiles.toml:2: convo.ca_bundle"),
            new Transport.Authorities(Path.of("b.pem"), "--ca-bundle"));
  }

  private Transport.Settings settings(
      String file, Map<String, String> variables, @Nullable Path caBundle) {
    TestMachine machine = new TestMachine(home).write(file);
    variables.forEach(machine::set);
    return machine
        .profiles()
        .account(TestProviders.CRM, Choice.NONE)
        .connection(caBundle, LIMITS, "convo/test");
  }
}

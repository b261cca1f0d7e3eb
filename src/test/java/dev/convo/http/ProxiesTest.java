package dev.convo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProxiesTest {
  private static final URI SECURE = URI.create("https://api.example.com");
  private static final URI PLAIN = URI.create("http://api.example.com");

  @Test
  void noVariablesMeanNoProxy() {
    assertThat(proxy(Map.of(), SECURE)).isEmpty();
  }

  @Test
  void eachSchemeHasItsVariable() {
    Map<String, String> variables =
        Map.of("HTTPS_PROXY", "http://secure:3128", "HTTP_PROXY", "http://plain:3128");

    assertThat(proxy(variables, SECURE)).hasValue("http://secure:3128 from HTTPS_PROXY");
    assertThat(proxy(variables, PLAIN)).hasValue("http://plain:3128 from HTTP_PROXY");
  }

  @Test
  void allProxyServesWhatHasNoVariableOfItsOwn() {
    Map<String, String> variables =
        Map.of("ALL_PROXY", "http://all:3128", "HTTPS_PROXY", "http://secure:3128");

    assertThat(proxy(variables, SECURE)).hasValue("http://secure:3128 from HTTPS_PROXY");
    assertThat(proxy(variables, PLAIN)).hasValue("http://all:3128 from ALL_PROXY");
  }

  @Test
  void smallLettersWinAndAnEmptyVariableCountsAsNone() {
    assertThat(proxy(Map.of("https_proxy", "small:1", "HTTPS_PROXY", "large:2"), SECURE))
        .hasValue("http://small:1 from https_proxy");
    assertThat(proxy(Map.of("https_proxy", "", "HTTPS_PROXY", "large:2"), SECURE))
        .hasValue("http://large:2 from HTTPS_PROXY");
  }

  @Test
  void theKeyWinsOverTheVariablesAndAnEmptyKeyMeansNone() {
    Map<String, String> variables = Map.of("HTTPS_PROXY", "http://secure:3128");

    assertThat(proxy(new Proxies(variables, "http://key:8080", "profiles.toml:6"), SECURE))
        .hasValue("http://key:8080 from profiles.toml:6");
    assertThat(proxy(new Proxies(variables, "", "profiles.toml:6"), SECURE)).isEmpty();
  }

  @Test
  void portAndUserInfoAreTakenAsWritten() {
    assertThat(proxy(Map.of("HTTPS_PROXY", "https://me:p%40ss@proxy.example"), SECURE))
        .hasValue("https://me:p%40ss@proxy.example:443 from HTTPS_PROXY");
    assertThat(proxy(Map.of("HTTPS_PROXY", "proxy.example"), SECURE))
        .hasValue("http://proxy.example:80 from HTTPS_PROXY");
    assertThat(proxy(Map.of("HTTPS_PROXY", "http://[2001:db8::1]:8080/"), SECURE))
        .hasValue("http://[2001:db8::1]:8080 from HTTPS_PROXY");
  }

  @Test
  void loopbackIsNeverProxied() {
    Map<String, String> variables = Map.of("ALL_PROXY", "http://all:3128");

    assertThat(
            List.of("http://localhost:3000", "http://127.0.0.1", "https://[::1]:8443").stream()
                .map(base -> proxy(variables, URI.create(base))))
        .containsOnly(Optional.empty());
  }

  @Test
  void noProxyCoversNamesAndWhatIsBelowThem() {
    assertExcepted("example.com", "https://api.example.com", "https://example.com");
    assertExcepted(".example.com", "https://api.example.com", "https://example.com");
    assertExcepted("*.example.com", "https://api.example.com");
    assertExcepted("other.org, EXAMPLE.com", "https://api.Example.COM", "https://api.example.com.");
    assertExcepted("other.org example.com", "https://api.example.com");
    assertExcepted("*", "https://api.example.com", "https://192.0.2.7");

    assertProxied("example.com", "https://notexample.com", "https://example.com.evil.org");
    assertProxied("ple.com", "https://example.com");
    assertProxied("", "https://example.com");
  }

  @Test
  void noProxyCoversAddressesAndRanges() {
    assertExcepted("192.0.2.7", "https://192.0.2.7");
    assertExcepted("10.0.0.0/8", "https://10.200.3.4");
    assertExcepted("192.0.2.128/25", "https://192.0.2.200");
    assertExcepted("0.0.0.0/0", "https://192.0.2.200");
    assertExcepted("[2001:db8::1]", "https://[2001:db8:0::1]");
    assertExcepted("2001:db8::1", "https://[2001:db8::1]");
    assertExcepted("2001:db8::/32", "https://[2001:db8:ffff::1]");

    assertProxied("10.0.0.0/8", "https://11.0.0.1", "https://10.example.com", "https://[::a00:1]");
    assertProxied("192.0.2.128/25", "https://192.0.2.100");
    assertProxied("10.0.0.0/99", "https://10.0.0.1");
    assertProxied("10.0.0.0/x", "https://10.0.0.1");
    assertProxied("2.7", "https://192.0.2.7");
  }

  @Test
  void noProxyMayNameThePort() {
    assertExcepted("example.com:8443", "https://api.example.com:8443");
    assertExcepted("example.com:443", "https://api.example.com");
    assertExcepted("192.0.2.7:8443", "https://192.0.2.7:8443");
    assertExcepted("[2001:db8::1]:8443", "https://[2001:db8::1]:8443");

    assertProxied("example.com:8443", "https://api.example.com");
    assertProxied("[2001:db8::1]:8443", "https://[2001:db8::1]");
  }

  @Test
  void aProxyThatCannotBeUsedIsAFaultThatNamesItsSourceAndNotItsValue() {
    for (String value : List.of("http://", "http://me:secret@", "http://me:s@cret@h:x", "a b")) {
      Failure failure = fault(value);

      assertThat(failure.kind()).isEqualTo(Kind.CONFIG);
      assertThat(failure.message())
          .isEqualTo("the proxy set by HTTPS_PROXY is not the address of a proxy");
      assertThat(failure.hint())
          .isEqualTo(
              "write http://HOST:PORT or http://USER:PASSWORD@HOST:PORT, with characters such as @"
                  + " percent-encoded");
    }
    assertThat(fault("socks5://proxy:1080").message())
        .isEqualTo("the proxy set by HTTPS_PROXY is a kind of proxy that convo does not support");
  }

  private static Failure fault(String value) {
    return catchThrowableOfType(Failure.class, () -> proxy(Map.of("HTTPS_PROXY", value), SECURE));
  }

  private static void assertExcepted(String noProxy, String... bases) {
    for (String base : bases) {
      assertThat(behind(noProxy, base)).as("%s for %s", noProxy, base).isEmpty();
    }
  }

  private static void assertProxied(String noProxy, String... bases) {
    for (String base : bases) {
      assertThat(behind(noProxy, base)).as("%s for %s", noProxy, base).isPresent();
    }
  }

  private static Optional<String> behind(String noProxy, String base) {
    return proxy(Map.of("HTTPS_PROXY", "http://proxy:3128", "NO_PROXY", noProxy), URI.create(base));
  }

  private static Optional<String> proxy(Map<String, String> variables, URI base) {
    return proxy(new Proxies(variables, null, ""), base);
  }

  private static Optional<String> proxy(Proxies proxies, URI base) {
    return proxies.forBase(base).map(found -> found.uri() + " from " + found.source());
  }
}

package dev.convo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {
  private static Origin of(String uri) {
    return Origin.of(URI.create(uri));
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example, https://A.example:443/b, true",
    "https://a.example, http://a.example, false",
    "https://a.example, https://a.example:444, false",
    "http://a.example, http://a.example:80/, true",
    "http://a.example:443, https://a.example:443, false",
    "https://a.example, https://b.a.example, false",
  })
  void isSchemeHostAndPort(String one, String other, boolean same) {
    assertThat(of(one).equals(of(other))).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({
    "HTTPS://Chat.Example.com:443/x?y, https://chat.example.com",
    "https://chat.example.com:4433, https://chat.example.com:4433",
    "http://chat.example.com:80, http://chat.example.com",
    "http://chat.example.com:443, http://chat.example.com:443",
    "https://chat.example.com:80, https://chat.example.com:80",
    "http://[::1]:8080, http://[::1]:8080",
  })
  void isSaidWithoutTheUsualPort(String uri, String said) {
    assertThat(of(uri)).hasToString(said);
    assertThat(of(uri).authority()).isEqualTo(said.replaceFirst("^https?://", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost",
        "http://LOCALHOST:80",
        "http://127.0.0.1",
        "http://127.255.1.9",
        "http://[::1]",
        "http://[0:0:0:0:0:0:0:1]:8080",
        "http://[0::1]"
      })
  void theMachinesOwnNamesAndAddressesAreLoopback(String uri) {
    assertThat(of(uri).isLoopback()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost.example.com",
        "http://my.localhost",
        "http://127.0.0.1.example.com",
        "http://128.0.0.1",
        "http://0.0.0.0",
        "http://[::2]",
        "http://[::]"
      })
  void whatOnlyLooksLikeThemIsNot(String uri) {
    assertThat(of(uri).isLoopback()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.1", "127.0.0.256", ""})
  void anAddressThatIsNotWrittenOutIsNotLoopback(String host) {
    assertThat(new Origin("http", host, 80).isLoopback()).isFalse();
  }

  @Test
  void anAddressWithoutAHostHasNone() {
    assertThatThrownBy(() -> of("mailto:a@example.com"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

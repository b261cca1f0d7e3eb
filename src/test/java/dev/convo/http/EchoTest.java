package dev.convo.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EchoTest {
  private static final String SECRET = "to k+/=\"&%<>'\\en";

  @ParameterizedTest
  @ValueSource(strings = {"%s", "\\u%04x", "\\u%04X", "%%%02x", "%%%02X", "&#%d;", "&#x%x;"})
  void aSecretIsMaskedWhateverItsCharactersAreWrittenAs(String form) {
    String coded =
        SECRET
            .chars()
            .mapToObj(c -> form.equals("%s") ? Character.toString(c) : form.formatted(c))
            .collect(Collectors.joining());

    assertThat(Echo.masked(SECRET, "<" + coded + ">" + coded)).isEqualTo("<***>***");
  }

  @Test
  void aSecretIsMaskedWhereSomeOfItIsEscaped() {
    assertThat(Echo.masked(SECRET, "a to k+\\/=\\\"&%<>'\\\\en b")).isEqualTo("a *** b");
    assertThat(Echo.masked(SECRET, "a to+k%2B/%3D%22%26%25<>'%5Cen b")).isEqualTo("a *** b");
    assertThat(Echo.masked(SECRET, "a to k+/=&quot;&amp;%&lt;&gt;&apos;\\en b"))
        .isEqualTo("a *** b");
    assertThat(Echo.masked("t0ken-t0ken", "\\u0074" + "0ken-\\u00740ken")).isEqualTo("***");
  }

  /** At both ends a digit may hold bits of the neighbour, and stays. */
  @Test
  void aSecretIsMaskedInBase64WhereverItBegins() {
    for (Base64.Encoder coding :
        new Base64.Encoder[] {
          Base64.getEncoder(), Base64.getUrlEncoder(), Base64.getEncoder().withoutPadding()
        }) {
      for (String before : new String[] {"", "a", "ab", "abc", "Basic user:"}) {
        String secret = "~?>s3cret-s3cret>>?";
        String coded = coding.encodeToString((before + secret + "!").getBytes(ISO_8859_1));

        String masked = Echo.masked(secret, coded);

        assertThat(masked).contains("***");
        assertThat(masked.replaceAll("\\*{3}.*", "").length() * 3 / 4 - before.length())
            .isLessThan(3);
        assertThat(masked.replaceAll(".*\\*{3}", "")).hasSizeLessThan(8);
      }
    }
  }

  @Test
  void aSecretAsLongAsSomeAreIsMasked() {
    String secret = SECRET.repeat(4_000);

    assertThat(Echo.masked(secret, "a " + secret.replace("t", "%74") + " b")).isEqualTo("a *** b");
  }

  @Test
  void aShortWordIsLetPass() {
    assertThat(Echo.masked("token", "a token")).isEqualTo("a token");
    assertThat(Echo.masked("tokens", "tokens")).isEqualTo("***");
    assertThat(Echo.masked("abcdef", "YWJjZGVm YWJjZG")).isEqualTo("*** YWJjZG");
  }

  @Test
  void whatHoldsNoSecretStaysAsItIs() {
    String said = "100 % \\u0041 &amp; & \\";

    assertThat(Echo.masked(SECRET, said)).isSameAs(said);
  }
}

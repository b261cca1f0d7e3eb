package dev.convo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileAddressTest {
  private static final Origin OWN = Origin.of(URI.create("http://10.0.0.5:3000/api"));

  @ParameterizedTest
  @CsvSource({
    "https://files.example.com/a%2Fb//c;d=1/./x.jpg?X-Sig=%2B+a=&b,"
        + " https://files.example.com/a%2Fb//c;d=1/./x.jpg?X-Sig=%2B+a=&b",
    "https://files.example.com/a b|c[1].pdf#page=2, https://files.example.com/a%20b%7Cc%5B1%5D.pdf",
    "HTTPS://FILES.example.com:8443/写.png, HTTPS://FILES.example.com:8443/%E5%86%99.png",
    "' https://files.example.com ', https://files.example.com"
  })
  void itIsReadAsBrowsersDoAndOtherwiseAsItIs(String text, String read) {
    assertThat(FileAddress.of(text, OWN).uri()).isEqualTo(URI.create(read));
  }

  @ParameterizedTest
  @CsvSource({
    "http://files.example.com/x, FORBIDDEN, http://files.example.com is not https:",
    "http://10.0.0.5/x, FORBIDDEN, http://10.0.0.5 is not https:",
    "https://10.0.0.5:3000/x, FORBIDDEN, 10.0.0.5 is not a public address",
    "https://localhost/x, FORBIDDEN, localhost is not a public address",
    "https://[::1]/x, FORBIDDEN, [::1] is not a public address",
    "https://169.254.169.254/latest, FORBIDDEN, 169.254.169.254 is not a public address",
    "https://2130706433/x, FORBIDDEN, 2130706433 is not a public address",
    "file:///etc/passwd, FORBIDDEN, file: is not https:",
    "ftp://files.example.com/x, FORBIDDEN, ftp: is not https:",
    "data:text/plain;base64:eA==, FORBIDDEN, data: is not https:",
    "javascript:alert(1), FORBIDDEN, javascript: is not https:",
    "https://me:word@files.example.com/x, FORBIDDEN, 'its address holds a user name, and convo"
        + " sends none'",
    "/rails/x.jpg, BAD_ANSWER, its address is not a whole one",
    "//files.example.com/x, BAD_ANSWER, its address is not a whole one",
    "https:///x, BAD_ANSWER, its address names no host",
    "https://files.example.com\\@127.0.0.1/x, BAD_ANSWER, its address is not a valid one",
    "https://files_of_mine/x, BAD_ANSWER, its address names no host",
    "https://files.example.com:99999/x, BAD_ANSWER, its address names no host",
    "https://files.example.com/%zz, BAD_ANSWER, its address is not a valid one",
    "nothing, BAD_ANSWER, its address is not a whole one"
  })
  void anyOtherIsNotAsked(String text, Kind kind, String why) {
    Failure failure = catchThrowableOfType(Failure.class, () -> FileAddress.of(text, OWN));

    assertThat(failure.message()).isEqualTo(why);
    assertThat(failure.kind()).isEqualTo(kind);
  }

  @Test
  void controlCharactersAreNoAddress() {
    Failure failure =
        catchThrowableOfType(
            Failure.class, () -> FileAddress.of("https://files.example.com/\u001b[2J", OWN));

    assertThat(failure).hasMessage("its address is not a valid one");
  }

  @Test
  void thePlatformsOwnOriginIsTrustedAsItIsConfigured() {
    assertThat(FileAddress.of("http://10.0.0.5:3000/rails/x.jpg", OWN).host())
        .isEqualTo("10.0.0.5:3000");
  }

  @ParameterizedTest
  @CsvSource({
    "https://other.example.com/y, https://other.example.com/y",
    "//other.example.com/y, https://other.example.com/y",
    "/y?z, https://files.example.com/y?z",
    "y, https://files.example.com/a/y",
    "?y, https://files.example.com/a/x.jpg?y",
    "http://10.0.0.5:3000/y, 'redirected, but http:// is not as safe as https://'",
    "http://files.example.com/y, 'redirected, but http:// is not as safe as https://'",
    "https://127.0.0.1/y, 'redirected, but 127.0.0.1 is not a public address'",
    "file:///etc/passwd, 'redirected, but file: is not https:'",
    "https://, 'redirected, but its address is not a valid one'"
  })
  void aRedirectIsCheckedAsWell(String location, String expected) {
    FileAddress from = FileAddress.of("https://files.example.com/a/x.jpg?k=1", OWN);
    String found;
    try {
      found = from.redirected(location).uri().toString();
    } catch (Failure failure) {
      found = failure.message();
    }

    assertThat(found).isEqualTo(expected);
  }

  @Test
  void thePlatformItselfMayRedirectToItself() {
    FileAddress from = FileAddress.of("http://10.0.0.5:3000/redirect/x", OWN);

    assertThat(from.redirected("/disk/x").uri())
        .isEqualTo(URI.create("http://10.0.0.5:3000/disk/x"));
    assertThat(from.redirected("https://files.example.com/x").host())
        .isEqualTo("files.example.com");
  }

  @Test
  void whatMayBeASecretIsNotShown() {
    assertThat(FileAddress.shown(" https://me:word@files.example.com/a/x.jpg?sig=1#f"))
        .isEqualTo("https://files.example.com/a/x.jpg");
    assertThat(FileAddress.shown("data:text/plain," + "x".repeat(300))).hasSize(200);
    assertThat(FileAddress.of("https://files.example.com/a?sig=1", OWN).bare())
        .isEqualTo(URI.create("https://files.example.com/a"));
  }
}

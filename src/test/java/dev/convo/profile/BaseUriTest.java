package dev.convo.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.profile.value.Source;
import dev.convo.profile.value.Sourced;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUriTest {
  private static final List<String> TAILS = List.of("/app", "/api/v1");

  private static BaseUri read(String written) {
    return BaseUri.of(new Sourced(written, Source.option("--base-url")), TAILS);
  }

  private static Failure refused(String written, boolean http) {
    return catchThrowableOfType(Failure.class, () -> read(written).checkScheme(http));
  }

  @ParameterizedTest
  @CsvSource({
    "https://chat.example.com, https://chat.example.com, ''",
    "https://chat.example.com/, https://chat.example.com, /",
    "https://chat.example.com:8443/a/b//, https://chat.example.com:8443/a/b, //",
    "https://chat.example.com/app, https://chat.example.com, /app",
    "https://chat.example.com/app/accounts/3/dashboard, https://chat.example.com,"
        + " /app/accounts/3/dashboard",
    "https://chat.example.com/support/api/v1/, https://chat.example.com/support, /api/v1/",
    "https://chat.example.com/application, https://chat.example.com/application, ''",
    "HTTPS://chat.example.com, https://chat.example.com, ''",
    "https://Chat.example.com:443/a, https://chat.example.com/a, ''",
  })
  void theEndThatDoesNotBelongThereIsCut(String written, String used, String cut) {
    BaseUri base = read(written);

    assertThat(base.uri()).hasToString(used);
    assertThat(base.cut()).isEqualTo(cut);
  }

  @Test
  void theCutIsNotedWithItsSource() {
    Source source = Source.line(Path.of("/x/profiles.toml"), 5);

    assertThat(BaseUri.of(new Sourced("https://a.example/app/", source), TAILS).note())
        .contains("the base URL from profiles.toml:5 is used without /app/");
    assertThat(BaseUri.of(new Sourced("https://a.example", source), TAILS).note()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "chat.example.com, must begin with https://",
    "ftp://chat.example.com, must begin with https://",
    "https:chat.example.com, has no valid host and port",
    "https://, is not a URL",
    "https:///path, has no valid host and port",
    "https://chat_1.example.com, has no valid host and port",
    "https://chat.example.com:70000, has no valid host and port",
    "https://me:pw@chat.example.com, must not contain a user name or password",
    "https://chat.example.com?x=1, must not contain a ? or #",
    "https://chat.example.com#x, must not contain a ? or #",
    "https://chat.example.com/a/../b, must not contain . or .. in its path",
    "https://chat.example.com/%2E%2e, must not contain . or .. in its path",
    "https://chat.example.com/a b, is not a URL",
    "'https://chat.example.com\\@evil.example', is not a URL",
  })
  void whatCannotBeABaseIsRefused(String written, String why) {
    Failure failure = refused(written, true);

    assertThat(failure.kind()).isEqualTo(Kind.USAGE);
    assertThat(failure.message()).isEqualTo("--base-url: the base URL " + why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:3000",
        "http://LOCALHOST",
        "http://127.0.0.1:8080",
        "http://127.9.9.9",
        "http://[::1]:80",
        "http://[0:0:0:0:0:0:0:1]:8080"
      })
  void plainHttpIsAllowedToThisMachine(String written) {
    read(written).checkScheme(false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://chat.example.com",
        "http://127.0.0.1.evil.example",
        "http://localhost.evil.example",
        "http://10.0.0.1",
        "http://0.0.0.0",
        "http://[::2]"
      })
  void plainHttpToAnotherMachineNeedsTheSectionsWord(String written) {
    assertThat(refused(written, false).message())
        .isEqualTo("--base-url: the base URL is plain http, which anybody on the network can read");
    read(written).checkScheme(true);
  }
}

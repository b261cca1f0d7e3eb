package dev.convo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.convo.failure.Details;
import dev.convo.failure.Details.Retry;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Transport.Signature;
import dev.convo.model.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignedTest {
  private static final Request REQUEST = Request.of("conversation 42");

  private record Secret(
      String key,
      List<String> headers,
      @Nullable String spelledBy,
      String prefix,
      String value,
      String cameFrom)
      implements Credential {}

  private final List<String> sent = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private final Credentials chatwoot =
      new Credentials(
          List.of(
              new Secret(
                  "api_access_token",
                  List.of("api_access_token", "Api-Access-Token"),
                  "token_header",
                  "",
                  "t0ken",
                  "profiles.toml:6")));

  @Test
  void everySecretGoesIntoItsHeader() {
    Credentials two =
        new Credentials(
            List.of(
                new Secret("token", List.of("Authorization"), null, "Bearer ", "a", "A"),
                new Secret("api_key", List.of("x-api-key"), null, "", "b", "B")));

    signed(two, null).send(REQUEST);

    assertThat(sent).containsExactly("Authorization=Bearer a x-api-key=b");
  }

  @Test
  void withoutSecretsTheRequestIsSentAsItIs() {
    signed(new Credentials(List.of()), null).send(REQUEST);

    assertThat(sent).containsExactly("");
  }

  @Test
  void aDroppedHeaderIsSpelledOtherwiseAndThatIsKeptForTheRun() {
    signed(chatwoot, "api_access_token").send(REQUEST);
    signed(chatwoot, "api_access_token").send(REQUEST);

    assertThat(sent)
        .containsExactly(
            "api_access_token=t0ken", "Api-Access-Token=t0ken", "Api-Access-Token=t0ken");
    assertThat(notes)
        .containsExactly(
            new Note(
                "token_header",
                "a proxy in front of the platform drops the header api_access_token,"
                    + " Api-Access-Token gets through; token_header = \"Api-Access-Token\" in the"
                    + " profile skips the first try"));
  }

  @Test
  void whereNoSpellingGetsThroughTheFirstRefusalStandsAndNothingIsKept() {
    Failure failure = catchThrowableOfType(Failure.class, () -> signed(chatwoot, "").send(REQUEST));

    assertThat(failure.kind()).isEqualTo(Kind.UNAUTHORIZED);
    assertThat(failure.hint())
        .isEqualTo("api_access_token came from profiles.toml:6; is it still valid?");
    assertThat(sent).containsExactly("api_access_token=t0ken", "Api-Access-Token=t0ken");
    assertThat(notes).isEmpty();
    assertThat(chatwoot.spelling()).isZero();
  }

  @Test
  void aSpellingThatGetsAnotherRefusalHasGotThrough() {
    Transport platform =
        (request, credentials) -> {
          if (credentials.get(0).name().equals("api_access_token")) {
            throw unsigned();
          }
          throw new Failure(Kind.NOT_FOUND, "not found", null);
        };

    Failure failure =
        catchThrowableOfType(
            Failure.class, () -> new Signed(platform, chatwoot, notes::add).send(REQUEST));

    assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
    assertThat(notes).hasSize(1);
  }

  @Test
  void aRefusedSecretIsNotTriedUnderAnotherName() {
    Signed signed =
        new Signed(
            (request, credentials) -> {
              sent.add(credentials.get(0).name());
              throw new Failure(Kind.UNAUTHORIZED, "refused", "look there");
            },
            chatwoot,
            notes::add);

    Failure failure = catchThrowableOfType(Failure.class, () -> signed.send(REQUEST));

    assertThat(sent).containsExactly("api_access_token");
    assertThat(failure.hint()).isEqualTo("look there; api_access_token came from profiles.toml:6");
  }

  @Test
  void aSignatureDoesNotPrintItsValue() {
    assertThat(chatwoot.signatures(0)).hasToString("[api_access_token: ***]");
  }

  /** A platform before which something drops this header; the empty text drops all. */
  private Signed signed(Credentials credentials, @Nullable String dropped) {
    return new Signed(
        (request, signatures) -> {
          sent.add(
              signatures.stream()
                  .map(signature -> signature.name() + "=" + signature.value())
                  .collect(Collectors.joining(" ")));
          if (dropped != null && signatures.stream().allMatch(each -> isDropped(each, dropped))) {
            throw unsigned();
          }
          return Replies.of(200, "{}");
        },
        credentials,
        notes::add);
  }

  private static boolean isDropped(Signature signature, String dropped) {
    return dropped.isEmpty() || signature.name().equals(dropped);
  }

  private static Failure unsigned() {
    return new Failure(
        Kind.UNAUTHORIZED, "refused", null, Details.NONE.retry(Retry.RESPELLED, null), null);
  }
}

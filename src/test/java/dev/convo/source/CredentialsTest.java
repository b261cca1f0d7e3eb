package dev.convo.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.convo.failure.Details;
import dev.convo.failure.Details.Retry;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Exchange;
import dev.convo.http.Headers;
import dev.convo.http.Reply;
import dev.convo.http.Request;
import dev.convo.http.Transport;
import dev.convo.http.Transport.Signature;
import dev.convo.model.Note;
import dev.convo.profile.secret.Secret;
import dev.convo.profile.value.Source;
import dev.convo.provider.CredentialSpec;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CredentialsTest {
  private static final Request REQUEST = Request.of("conversation 42", "conversations/42");

  private final List<String> sent = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private final Credentials chatwoot =
      new Credentials(
          List.of(
              secret(
                  CredentialSpec.header("api_access_token", "api_access_token", "")
                      .orSpelled("Api-Access-Token", "token_header"),
                  "t0ken")));

  @Test
  void everySecretGoesIntoItsHeader() {
    Credentials two =
        new Credentials(
            List.of(
                secret(CredentialSpec.bearer("token", ""), "a"),
                secret(CredentialSpec.header("api_key", "x-api-key", ""), "b")));

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
            Failure.class, () -> chatwoot.over(platform, notes::add).send(REQUEST));

    assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
    assertThat(notes).hasSize(1);
  }

  @Test
  void aRefusedSecretIsNotTriedUnderAnotherName() {
    Exchange signed =
        chatwoot.over(
            (request, credentials) -> {
              sent.add(credentials.get(0).name());
              throw new Failure(Kind.UNAUTHORIZED, "refused", "look there");
            },
            notes::add);

    Failure failure = catchThrowableOfType(Failure.class, () -> signed.send(REQUEST));

    assertThat(sent).containsExactly("api_access_token");
    assertThat(failure.hint()).isEqualTo("look there; api_access_token came from profiles.toml:6");
  }

  @Test
  void aSignatureDoesNotPrintItsValue() {
    assertThat(new Signature("api_access_token", "t0ken")).hasToString("api_access_token: ***");
  }

  /** A platform before which something drops this header; the empty text drops all. */
  private Exchange signed(Credentials credentials, @Nullable String dropped) {
    return credentials.over(
        (request, signatures) -> {
          sent.add(
              signatures.stream()
                  .map(signature -> signature.name() + "=" + signature.value())
                  .collect(Collectors.joining(" ")));
          if (dropped != null && signatures.stream().allMatch(each -> isDropped(each, dropped))) {
            throw unsigned();
          }
          return new Reply(200, Headers.NONE, InputStream.nullInputStream(), () -> {});
        },
        notes::add);
  }

  private static Secret secret(CredentialSpec spec, String value) {
    return new Secret(spec, Source.line(Path.of("profiles.toml"), 6), null, () -> value);
  }

  private static boolean isDropped(Signature signature, String dropped) {
    return dropped.isEmpty() || signature.name().equals(dropped);
  }

  private static Failure unsigned() {
    return new Failure(
        Kind.UNAUTHORIZED, "refused", null, Details.NONE.retry(Retry.RESPELLED, null), null);
  }
}

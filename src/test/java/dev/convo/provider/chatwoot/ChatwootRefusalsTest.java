package dev.convo.provider.chatwoot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.http.Headers;
import dev.convo.http.Refusal;
import dev.convo.http.Refusal.Reason;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ChatwootRefusalsTest {
  @Test
  void listOfErrorsMeansThatNoTokenWasSeenInAnyLanguage() {
    assertThat(read(401, "{\"errors\":[\"You need to sign in or sign up before continuing.\"]}"))
        .isEqualTo(
            refusal("You need to sign in or sign up before continuing.", Reason.UNSIGNED, null));
    assertThat(read(401, "{\"errors\":[\"Bitte melden Sie sich an.\"]}"))
        .isEqualTo(refusal("Bitte melden Sie sich an.", Reason.UNSIGNED, null));
    assertThat(read(401, "{\"errors\":[]}")).isEqualTo(refusal(null, Reason.UNSIGNED, null));
  }

  @Test
  void wrongTokenAndUnknownSentencesAreAboutTheCredential() {
    assertThat(read(401, "{\"error\":\"Invalid Access Token\"}"))
        .isEqualTo(refusal("Invalid Access Token", Reason.UNAUTHORIZED, null));
    assertThat(read(401, "{\"error\":\"Something new\"}"))
        .isEqualTo(refusal("Something new", Reason.UNAUTHORIZED, null));
    assertThat(read(401, "")).isEqualTo(refusal(null, Reason.UNAUTHORIZED, null));
    assertThat(read(401, "{\"errors\":["))
        .extracting(Refusal::reason)
        .isEqualTo(Reason.UNAUTHORIZED);
  }

  @Test
  void missingRightIsToldFromAWrongToken() {
    assertThat(read(401, "{\"error\":\"You are not authorized to access this account\"}"))
        .isEqualTo(
            refusal(
                "You are not authorized to access this account",
                Reason.FORBIDDEN,
                "check account_id: the token's user is not in that account"));
    assertThat(read(401, "{\"error\":\"You are not authorized to do this action\"}"))
        .isEqualTo(
            refusal(
                "You are not authorized to do this action",
                Reason.FORBIDDEN,
                "the token's user needs access to the conversation's inbox"));
    assertThat(read(401, "{\"error\":\"Access to this endpoint is not authorized for bots\"}"))
        .isEqualTo(
            refusal(
                "Access to this endpoint is not authorized for bots",
                Reason.FORBIDDEN,
                "use a person's token: a bot's may not read this"));
    assertThat(read(401, "{\"error\":\"Account is suspended\"}"))
        .isEqualTo(
            refusal(
                "Account is suspended",
                Reason.FORBIDDEN,
                "ask an administrator of that Chatwoot account"));
  }

  @Test
  void unknownIdMayBeAnUnknownAccount() {
    assertThat(read(404, "{\"error\":\"Resource could not be found\"}"))
        .isEqualTo(
            refusal(
                "Resource could not be found",
                Reason.AS_STATUS,
                "check the id and the account: Chatwoot answers the same for both"));
  }

  @Test
  void otherStatusesAreReadAsTheyAre() {
    assertThat(read(429, "Retry later\n"))
        .isEqualTo(refusal("Retry later", Reason.AS_STATUS, null));
    assertThat(
            read(
                422,
                "{\"description\":\"bad\",\"errors\":[{\"field\":\"id\",\"message\":\"odd\"}]}"))
        .isEqualTo(refusal("bad: id: odd", Reason.AS_STATUS, null));
  }

  private static Refusal read(int status, String body) {
    return new Chatwoot().explain(status, Headers.NONE, body.getBytes(StandardCharsets.UTF_8));
  }

  private static Refusal refusal(@Nullable String sentence, Reason reason, @Nullable String hint) {
    return new Refusal(sentence, null, null, null, reason, hint);
  }
}

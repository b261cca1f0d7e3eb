package dev.convo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.convo.failure.Details.Retry;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Refusal.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CheckedTest {
  private static final Instant NOW = Instant.parse("2026-03-15T08:00:00Z");
  private static final URI BASE = URI.create("https://chat.example.com/sub");
  private static final Request REQUEST =
      Request.of("conversation 42", "api/conversations/{}", "42");
  private static final Refusal NOTHING =
      new Refusal(null, null, null, null, Reason.AS_STATUS, null);

  @Test
  void anAnswerPassesUntouched() {
    Reply reply = Replies.of(200, "{}", "Content-Type", "application/json");

    assertThat(checked(reply, NOTHING).send(REQUEST, List.of())).isSameAs(reply);
  }

  @Test
  void anAnswerWithoutContentTypePasses() {
    Reply reply = Replies.of(200, "{}");

    assertThat(checked(reply, NOTHING).send(REQUEST, List.of())).isSameAs(reply);
  }

  @Test
  void aWebPageIsNotAnAnswer() {
    Failure failure = fail(Replies.of(200, "<html>", "Content-Type", "text/html; charset=utf-8"));

    assertThat(failure.kind()).isEqualTo(Kind.BAD_ANSWER);
    assertThat(failure.message())
        .isEqualTo("conversation 42: a web page came back, not the API's answer (HTTP 200)");
    assertThat(failure.hint())
        .isEqualTo("is base_url the address of the API? it is https://chat.example.com/sub");
    assertThat(failure.details().httpStatus()).isEqualTo(200);
  }

  @Test
  void anAnswerWithoutContentIsNoAnswer() {
    assertThat(summary(fail(Replies.of(204, ""))))
        .isEqualTo(
            "BAD_ANSWER conversation 42: an answer without content came back, not the API's answer"
                + " (HTTP 204)");
  }

  @Test
  void eachStatusHasItsMeaning() {
    List<String> summaries = new ArrayList<>();
    for (int status :
        List.of(400, 401, 403, 404, 407, 408, 409, 410, 413, 422, 429, 500, 501, 502, 503, 504)) {
      Failure failure = fail(Replies.of(status, "{}"));
      summaries.add(summary(failure) + " " + failure.details().retry());
    }

    assertThat(summaries)
        .containsExactly(
            "REJECTED conversation 42: request refused (HTTP 400) NEVER",
            "UNAUTHORIZED conversation 42: credentials refused (HTTP 401) NEVER",
            "FORBIDDEN conversation 42: not allowed (HTTP 403) NEVER",
            "NOT_FOUND conversation 42: not found (HTTP 404) NEVER",
            "PROXY conversation 42: the proxy requires a password (HTTP 407) NEVER",
            "TIMEOUT conversation 42: the platform timed out waiting for the request (HTTP 408)"
                + " SOON",
            "REJECTED conversation 42: request refused (HTTP 409) NEVER",
            "NOT_FOUND conversation 42: gone (HTTP 410) NEVER",
            "REJECTED conversation 42: request refused (HTTP 413) NEVER",
            "REJECTED conversation 42: request refused (HTTP 422) NEVER",
            "RATE_LIMITED conversation 42: too many requests (HTTP 429) LATER",
            "PROVIDER_ERROR conversation 42: the platform failed (HTTP 500) NEVER",
            "PROVIDER_ERROR conversation 42: the platform failed (HTTP 501) NEVER",
            "PROVIDER_ERROR conversation 42: the platform is temporarily unavailable (HTTP 502)"
                + " SOON",
            "PROVIDER_ERROR conversation 42: the platform is temporarily unavailable (HTTP 503)"
                + " SOON",
            "PROVIDER_ERROR conversation 42: the platform is temporarily unavailable (HTTP 504)"
                + " SOON");
  }

  @Test
  void thePlatformsReasonOverridesTheStatus() {
    List<String> summaries = new ArrayList<>();
    for (Reason reason : Reason.values()) {
      Refusal refusal = NOTHING.because(reason, null);
      summaries.add(reason + ": " + summary(fail(Replies.of(401, "{}"), refusal)));
    }

    assertThat(summaries)
        .containsExactly(
            "AS_STATUS: UNAUTHORIZED conversation 42: credentials refused (HTTP 401)",
            "UNSIGNED: UNAUTHORIZED conversation 42: credentials refused (HTTP 401)",
            "UNAUTHORIZED: UNAUTHORIZED conversation 42: credentials refused (HTTP 401)",
            "FORBIDDEN: FORBIDDEN conversation 42: not allowed (HTTP 401)",
            "NOT_FOUND: NOT_FOUND conversation 42: not found (HTTP 401)",
            "GATEWAY: UNAUTHORIZED conversation 42: refused by a gateway, not by the platform"
                + " (HTTP 401)",
            "NOT_THE_API: BAD_ANSWER conversation 42: not found, but the answer is not in the"
                + " API's form (HTTP 401)");
  }

  @Test
  void thePlatformsOwnSentenceIdAndHintAreKept() {
    Failure failure =
        fail(
            Replies.of(404, "{}", "X-Request-Id", "of the header"),
            new Refusal(
                "Resource could\n not be found ", "c", "r-1", null, Reason.AS_STATUS, "look"));

    assertThat(failure.message())
        .isEqualTo(
            "conversation 42: not found (HTTP 404, code c): \"Resource could not be found\"");
    assertThat(failure.details().requestId()).isEqualTo("r-1");
    assertThat(failure.hint()).isEqualTo("look");
  }

  @Test
  void theRequestIdOfTheHeadersIsKeptWhereTheBodyHasNone() {
    assertThat(fail(Replies.of(404, "{}", "x-request-id", "r-2")).details().requestId())
        .isEqualTo("r-2");
  }

  @Test
  void aLongSentenceIsCutBetweenCharacters() {
    Failure failure =
        fail(
            Replies.of(400, "{}"),
            new Refusal("😀".repeat(201), null, null, null, Reason.AS_STATUS, null));

    assertThat(failure.message())
        .isEqualTo("conversation 42: request refused (HTTP 400): \"" + "😀".repeat(199) + "…\"");
  }

  @Test
  void aGatewaysWebPageIsToldFromThePlatformsRefusal() {
    Failure failure =
        fail(
            Replies.of(
                403,
                "<html>",
                "Content-Type",
                "text/html",
                "X-Request-Id",
                "other",
                "CF-RAY",
                "8d1-FRA"),
            new Refusal(null, null, null, null, Reason.AS_STATUS, "the key needs a scope"));

    assertThat(summary(failure))
        .isEqualTo(
            "FORBIDDEN conversation 42: refused by a gateway, not by the platform (HTTP 403)");
    assertThat(failure.details().requestId()).isEqualTo("8d1-FRA");
    assertThat(failure.hint())
        .isEqualTo("ask whoever runs chat.example.com to let API clients through");
  }

  @Test
  void plainHttpToATlsPortIsAnsweredWithHttps() {
    for (String words :
        List.of(
            "<center>The plain HTTP request was sent to HTTPS port</center>",
            "Reason: You're speaking plain HTTP to an SSL-enabled server port.",
            "Client sent an HTTP request to an HTTPS server.")) {
      Checked checked =
          new Checked(
              (request, credentials) -> Replies.of(400, words),
              URI.create("http://chat.example.com:8443"),
              (status, headers, head) -> NOTHING,
              () -> NOW);

      Failure failure = catchThrowableOfType(Failure.class, () -> checked.send(REQUEST, List.of()));

      assertThat(summary(failure))
          .isEqualTo(
              "TLS conversation 42: chat.example.com:8443 expects TLS, but the base URL begins"
                  + " with http://");
      assertThat(failure.hint()).isEqualTo("write https:// in the base URL");
      assertThat(summary(fail(Replies.of(400, words))))
          .isEqualTo("REJECTED conversation 42: request refused (HTTP 400)");
    }
  }

  @Test
  void jsonThatPassedAGatewayIsThePlatforms() {
    Failure failure =
        fail(Replies.of(403, "{}", "Content-Type", "application/json", "CF-RAY", "8d1-FRA"));

    assertThat(summary(failure)).isEqualTo("FORBIDDEN conversation 42: not allowed (HTTP 403)");
    assertThat(failure.details().requestId()).isEqualTo("8d1-FRA");
  }

  @Test
  void onlyTheHeadOfAnErrorIsReadAndTheReplyIsClosed() {
    List<Integer> sizes = new ArrayList<>();
    List<String> closed = new ArrayList<>();
    Reply reply = Replies.of(400, "x".repeat(70_000), () -> closed.add("closed"));
    Checked checked =
        new Checked(
            (request, credentials) -> reply,
            BASE,
            (status, headers, head) -> {
              sizes.add(head.length);
              return NOTHING;
            },
            () -> NOW);

    assertThatThrownBy(() -> checked.send(REQUEST, List.of())).isInstanceOf(Failure.class);

    assertThat(sizes).containsExactly(65_536);
    assertThat(closed).containsExactly("closed");
  }

  @Test
  void anErrorThatBreaksOffStillSaysWhatItsStatusSays() {
    InputStream breaking =
        new InputStream() {
          private int left = 3;

          @Override
          public int read() throws IOException {
            return left-- > 0 ? 'x' : read(new byte[1], 0, 1);
          }

          @Override
          public int read(byte[] target, int offset, int length) {
            if (left-- > 0) {
              target[offset] = 'x';
              return 1;
            }
            throw new Failure(Kind.NETWORK, "broke off", null);
          }
        };
    List<String> heads = new ArrayList<>();
    Checked checked =
        new Checked(
            (request, credentials) -> new Reply(404, Headers.NONE, breaking, () -> {}),
            BASE,
            (status, headers, head) -> {
              heads.add(new String(head, StandardCharsets.UTF_8));
              return NOTHING;
            },
            () -> NOW);

    Failure failure = catchThrowableOfType(Failure.class, () -> checked.send(REQUEST, List.of()));

    assertThat(summary(failure)).isEqualTo("NOT_FOUND conversation 42: not found (HTTP 404)");
    assertThat(heads).containsExactly("xxx");
  }

  @Test
  void theMomentToComeBackIsReadFromWhereverItStands() {
    assertThat(wait(null, "Retry-After", "120")).isEqualTo(Duration.ofMinutes(2));
    assertThat(wait(null, "retry-after", "Sun, 15 Mar 2026 08:01:30 GMT"))
        .isEqualTo(Duration.ofSeconds(90));
    assertThat(wait(NOW.plusSeconds(5))).isEqualTo(Duration.ofSeconds(5));
    assertThat(wait(null, "X-RateLimit-Reset", "1773561660")).isEqualTo(Duration.ofSeconds(60));
    assertThat(wait(NOW.plusSeconds(5), "Retry-After", "7", "X-RateLimit-Reset", "1773561660"))
        .isEqualTo(Duration.ofSeconds(7));
    assertThat(wait(NOW.plusSeconds(5), "Retry-After", "soon")).isEqualTo(Duration.ofSeconds(5));
    assertThat(wait(null, "Retry-After", "", "Retry-After", "7")).isEqualTo(Duration.ofSeconds(7));
    assertThat(wait(NOW.plusSeconds(5), "Retry-After", "99999999999"))
        .isEqualTo(Duration.ofSeconds(5));
    assertThat(wait(Instant.MAX, "X-RateLimit-Reset", "1773561660"))
        .isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void aMomentThatHasPassedMeansNow() {
    assertThat(wait(null, "Retry-After", "Sun, 15 Mar 2026 07:00:00 GMT")).isZero();
    assertThat(wait(NOW.minusSeconds(5))).isZero();
    assertThat(wait(null, "X-RateLimit-Reset", "1701425400")).isZero();
  }

  @Test
  void aMomentThatMakesNoSenseIsNotBelieved() {
    assertThat(wait(null, "Retry-After", "-5")).isNull();
    assertThat(wait(null, "Retry-After", "99999999999999999999")).isNull();
    assertThat(wait(null, "Retry-After", "")).isNull();
    assertThat(wait(null, "X-RateLimit-Reset", "1773561660000")).isNull();
    assertThat(wait(Instant.MAX)).isNull();
  }

  @Test
  void aRedirectNamesTheBaseUrlToSet() {
    Failure failure =
        fail(
            Replies.of(
                301, "", "Location", "https://new.example.com/v/api/conversations/42?token=s"));

    assertThat(summary(failure))
        .isEqualTo(
            "PROVIDER_ERROR conversation 42: redirected to"
                + " https://new.example.com/v/api/conversations/42 (HTTP 301)");
    assertThat(failure.hint())
        .isEqualTo("if that is the platform, set base_url = \"https://new.example.com/v\"");
    assertThat(failure.details().retry()).isEqualTo(Retry.NEVER);
  }

  @Test
  void aRedirectToAnotherPageAsksWhetherTheBaseUrlIsRight() {
    Failure failure = fail(Replies.of(302, "", "Location", "/login"));

    assertThat(summary(failure))
        .isEqualTo(
            "PROVIDER_ERROR conversation 42: redirected to"
                + " https://chat.example.com/login (HTTP 302)");
    assertThat(failure.hint())
        .isEqualTo("is base_url the address of the API? it is https://chat.example.com/sub");
  }

  @Test
  void aRedirectWithoutASensibleTargetSaysSo() {
    for (String[] headers : new String[][] {{}, {"Location", "http://[bad"}}) {
      assertThat(summary(fail(Replies.of(307, "", headers))))
          .isEqualTo("PROVIDER_ERROR conversation 42: redirected without an address (HTTP 307)");
    }
  }

  private static @Nullable Duration wait(@Nullable Instant retryAt, String... headers) {
    return fail(
            Replies.of(429, "", headers),
            new Refusal(null, null, null, retryAt, Reason.AS_STATUS, null))
        .details()
        .retryAfter();
  }

  private static String summary(Failure failure) {
    return failure.kind() + " " + failure.message();
  }

  private static Failure fail(Reply reply) {
    return fail(reply, NOTHING);
  }

  private static Failure fail(Reply reply, Refusal refusal) {
    return catchThrowableOfType(
        Failure.class, () -> checked(reply, refusal).send(REQUEST, List.of()));
  }

  private static Checked checked(Reply reply, Refusal refusal) {
    return new Checked(
        (request, credentials) -> reply, BASE, (status, headers, head) -> refusal, () -> NOW);
  }
}

package dev.convo.provider;

import static dev.convo.http.Refusal.Reason.AS_STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.http.Headers;
import dev.convo.http.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RefusalsTest {
  private static final String LONG_SCRIPT = "<script>" + "if (a < b) { x }\n".repeat(500);

  @Test
  void errorAsTextIsTheSentence() {
    assertThat(read("{\"error\":\"Resource could not be found\"}"))
        .isEqualTo(said("Resource could not be found", null));
  }

  @Test
  void errorAsAnObjectGivesSentenceCodeAndRequestId() {
    String body =
        "{\"error\":{\"requestId\":\"8e03-11ec\",\"code\":\"404-01\",\"message\":\"No such id\"}}";

    assertThat(read(body))
        .isEqualTo(new Refusal("No such id", "404-01", "8e03-11ec", null, AS_STATUS, null));
  }

  @Test
  void resetAtIsWhenToComeBack() {
    String body =
        "{\"error\":{\"code\":\"rate_limit_exceeded\",\"message\":\"Slow down\","
            + "\"reset_at\":\"2026-03-15T08:00:00Z\"}}";

    assertThat(read(body))
        .isEqualTo(
            new Refusal(
                "Slow down",
                "rate_limit_exceeded",
                null,
                Instant.parse("2026-03-15T08:00:00Z"),
                AS_STATUS,
                null));
  }

  @Test
  void resetAtOfAnotherFormIsIgnored() {
    assertThat(read("{\"error\":{\"message\":\"Slow down\",\"reset_at\":\"soon\"}}"))
        .isEqualTo(said("Slow down", null));
  }

  @Test
  void errorsAsTextsAreJoined() {
    assertThat(read("{\"errors\":[\"Sign in first\",\"Or sign up\"]}"))
        .isEqualTo(said("Sign in first; Or sign up", null));
  }

  @Test
  void errorsAsObjectsAreJoined() {
    assertThat(
            read("{\"errors\":[{\"message\":\"Too long\",\"code\":17},{\"message\":\"Too old\"}]}"))
        .isEqualTo(said("Too long; Too old", "17"));
  }

  @Test
  void descriptionStandsBeforeTheFieldsThatAreWrong() {
    String body =
        "{\"description\":\"Invalid request\",\"errors\":["
            + "{\"field\":\"account\",\"message\":\"must be a number\",\"code\":\"type\"}]}";

    assertThat(read(body)).isEqualTo(said("Invalid request: account: must be a number", "type"));
  }

  @Test
  void descriptionAloneIsTheSentence() {
    assertThat(read("{\"description\":\"Invalid request\"}"))
        .isEqualTo(said("Invalid request", null));
  }

  @Test
  void messageAloneIsTheSentence() {
    assertThat(read("{\"message\":\"Forbidden\"}")).isEqualTo(said("Forbidden", null));
  }

  @Test
  void messageSaysMoreThanTheErrorBesideIt() {
    assertThat(read("{\"error\":\"Not Found\",\"message\":\"No conversation 7\",\"status\":404}"))
        .isEqualTo(said("No conversation 7", null));
  }

  @Test
  void statusFailureIsNoSentence() {
    assertThat(read("{\"status\":\"failure\",\"error\":\"Problem while fetching\"}"))
        .isEqualTo(said("Problem while fetching", null));
  }

  @Test
  void codeBesideTheErrorIsTheCode() {
    String body =
        "{\"error\":\"Token expired\",\"code\":\"AUTH_1\",\"timestamp\":\"2026-03-15T08:00:00Z\","
            + "\"path\":\"/v1/x\"}";

    assertThat(read(body)).isEqualTo(said("Token expired", "AUTH_1"));
  }

  @Test
  void listAtTheTopIsJoined() {
    assertThat(read("[\"one\",{\"message\":\"two\"},null,3]")).isEqualTo(said("one; two; 3", null));
  }

  @Test
  void quotedSentenceIsTheSentence() {
    assertThat(read("\"nope\"")).isEqualTo(said("nope", null));
  }

  @Test
  void sentenceIsOneLine() {
    assertThat(read("{\"error\":\" a\\r\\n  b\\t c \"}")).isEqualTo(said("a b c", null));
  }

  @Test
  void nothingSaidIsNoSentence() {
    for (String body :
        List.of(
            "",
            "  \n",
            "{}",
            "[]",
            "{\"error\":null}",
            "{\"error\":{}}",
            "{\"errors\":[]}",
            "{\"error\":true}",
            "{\"error\":\"\"}",
            "---",
            "<html></html>")) {
      assertThat(read(body)).as(body).isEqualTo(said(null, null));
    }
  }

  @Test
  void plainTextGivesItsFirstLine() {
    assertThat(read("\n\n  ---\n Retry  later\nmore")).isEqualTo(said("Retry later", null));
  }

  @Test
  void brokenOffJsonIsShownAsItIs() {
    assertThat(read("{\"error\":\"Conversa")).isEqualTo(said("{\"error\":\"Conversa", null));
  }

  @Test
  void deepNestingIsShownAsItIs() {
    String body = "[".repeat(5000);

    assertThat(read("{\"a\":" + body).sentence()).isEqualTo("{\"a\":" + body);
  }

  @Test
  void invalidUtf8IsReplaced() {
    byte[] body = {'b', 'a', 'd', (byte) 0xff};

    assertThat(Refusals.read(Headers.NONE, body)).isEqualTo(said("bad\uFFFD", null));
  }

  @Test
  void byteOrderMarkIsNoPartOfTheBody() {
    assertThat(read("\uFEFF{\"error\":\"x\"}")).isEqualTo(said("x", null));
  }

  @Test
  void pageGivesItsTitle() {
    String page =
        "<!DOCTYPE html>\n<!-- <title>no</title> -->\n<html><head>\n<style>p { }</style>"
            + "<title>\n502 Bad\n Gateway</title></head><body><h1>Sorry</h1>";

    assertThat(read(page)).isEqualTo(said("502 Bad Gateway", null));
  }

  @Test
  void pageWithoutTitleGivesItsFirstWords() {
    assertThat(read("<body><SCRIPT>var x;</SCRIPT><p>You&#39;re <b>not</b> welcome &amp; gone</p>"))
        .isEqualTo(said("You're not welcome & gone", null));
  }

  @Test
  void pageGivesNoNamesOfImagesAndNoAddressesOfLinks() {
    assertThat(read("<body><img alt='Logo'><p>Access is denied by policy 7"))
        .isEqualTo(said("Access is denied by policy 7", null));
    assertThat(
            read(
                "<p>Please <a href='https://id.example/login?state=1&ticket=ST-12345'>sign in</a>"
                    + " first</p>"))
        .isEqualTo(said("Please sign in first", null));
    assertThat(read("<body><a href='https://id.example/?ticket=ST-12345'></a><p>Gone"))
        .isEqualTo(said("Gone", null));
  }

  @Test
  void pageThatIsBrokenOffIsReadAsFarAsItGoes() {
    for (String page : List.of("<", "<!--", "<p", LONG_SCRIPT, "<!-- a > b")) {
      assertThat(read(page)).isEqualTo(said(null, null));
    }
  }

  @Test
  void requestIdIsThatOfTheBody() {
    assertThat(read("{\"request_id\":\"r-1\"}").requestId()).isEqualTo("r-1");
  }

  private static Refusal read(String body) {
    return Refusals.read(Headers.NONE, bytes(body));
  }

  private static byte[] bytes(String body) {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  private static Refusal said(@Nullable String sentence, @Nullable String code) {
    return new Refusal(sentence, code, null, null, AS_STATUS, null);
  }
}

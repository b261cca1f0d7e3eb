package dev.convo.sandbox.chatwoot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.sandbox.Call;
import dev.convo.sandbox.Caller;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChatwootSandboxTest {
  private static final String ACCOUNT = "/api/v1/accounts/1";
  private static final String CONVERSATION = ACCOUNT + "/conversations/42";
  private static final String SIGN_IN =
      "401 {\"errors\":[\"You need to sign in or sign up before continuing.\"]}";
  private static final String TOKEN = "demo-chatwoot-token";
  private static final Pattern ID = Pattern.compile("\\{\"id\":(\\d+),\"content\":");

  private final Caller open = Caller.of(new ChatwootSandbox(false), "api_access_token", TOKEN);

  @AfterEach
  void stop() {
    open.close();
  }

  private static List<Long> ids(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(200);
    return ID.matcher(response.body())
        .results()
        .map(found -> Long.valueOf(found.group(1)))
        .toList();
  }

  private List<Long> messages(int conversation, String query) throws Exception {
    return ids(open.get(ACCOUNT + "/conversations/" + conversation + "/messages" + query));
  }

  private static List<Long> numbered(int first, int last) {
    List<Long> ids = new ArrayList<>();
    for (int number = first; number <= last; number++) {
      ids.add(900_000L + 3L * number);
    }
    return ids;
  }

  @Test
  void bothSpellingsOfTheHeaderOpenIt() throws Exception {
    assertThat(open.get(CONVERSATION).statusCode()).isEqualTo(200);
    assertThat(open.with("Api-Access-Token", TOKEN).get(CONVERSATION).statusCode()).isEqualTo(200);
  }

  @Test
  void bothSpellingsAtOnceAreOneWrongToken() throws Exception {
    Caller both = open.with("api_access_token", TOKEN, "Api-Access-Token", TOKEN);

    assertThat(both.said(CONVERSATION)).isEqualTo("401 {\"error\":\"Invalid Access Token\"}");
  }

  @Test
  void withoutATokenItAsksToSignIn() throws Exception {
    assertThat(open.with().said(CONVERSATION)).isEqualTo(SIGN_IN);
    assertThat(open.with("Authorization", "Bearer " + TOKEN).said(CONVERSATION)).isEqualTo(SIGN_IN);
  }

  @Test
  void aProxyDropsTheDocumentedHeaderOnly() throws Exception {
    try (Caller proxied = Caller.of(new ChatwootSandbox(true), "api_access_token", TOKEN)) {
      assertThat(proxied.said(CONVERSATION)).isEqualTo(SIGN_IN);
      assertThat(proxied.with("Api-Access-Token", TOKEN).get(CONVERSATION).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void aWrongTokenIsInvalid() throws Exception {
    assertThat(open.with("api_access_token", "guess").said(CONVERSATION))
        .isEqualTo("401 {\"error\":\"Invalid Access Token\"}");
  }

  @Test
  void aBotSeesTheConversationAndNotItsMessages() throws Exception {
    Caller bot = open.with("api_access_token", ChatwootSandbox.BOT_TOKEN);

    assertThat(bot.get(CONVERSATION).statusCode()).isEqualTo(200);
    assertThat(bot.said(CONVERSATION + "/messages"))
        .isEqualTo("401 {\"error\":\"Access to this endpoint is not authorized for bots\"}");
  }

  @Test
  void anotherAccountIsNotOpen() throws Exception {
    assertThat(open.said("/api/v1/accounts/2/conversations/42"))
        .isEqualTo("401 {\"error\":\"You are not authorized to access this account\"}");
    assertThat(open.said("/api/v1/accounts/3/conversations/42/messages"))
        .isEqualTo("401 {\"error\":\"Account is suspended\"}");
    assertThat(open.said("/api/v1/accounts/4/conversations/42"))
        .isEqualTo("404 {\"error\":\"Resource could not be found\"}");
  }

  @Test
  void anUnknownConversationIsNotFound() throws Exception {
    for (String id : List.of("41", "abc", "0", "-42", "99999999999999999999", "%2e%2e")) {
      assertThat(open.said(ACCOUNT + "/conversations/" + id))
          .isEqualTo("404 {\"error\":\"Resource could not be found\"}");
      assertThat(open.said(ACCOUNT + "/conversations/" + id + "/messages"))
          .isEqualTo("404 {\"error\":\"Resource could not be found\"}");
    }
  }

  @Test
  void anIdIsReadUpToItsFirstLetter() throws Exception {
    String twelve = open.said(ACCOUNT + "/conversations/12");

    assertThat(open.said(ACCOUNT + "/conversations/12abc")).isEqualTo(twelve);
    assertThat(open.said(ACCOUNT + "/conversations/0012")).isEqualTo(twelve);
    assertThat(open.said("/api/v1/accounts/1x/conversations/12")).isEqualTo(twelve);
  }

  @Test
  void theConversationHoldsItsLastMessageOnly() throws Exception {
    assertThat(ids(open.get(CONVERSATION))).isEmpty();
    assertThat(
            open.get(CONVERSATION)
                .body()
                .lines()
                .filter(line -> line.contains("\"conversation_id\": 42"))
                .count())
        .as("messages, and last_non_activity_message")
        .isEqualTo(2);
    assertThat(open.get(ACCOUNT + "/conversations/1").body()).contains("\"messages\": [],");
  }

  @Test
  void theNewestTwentyComeFirst() throws Exception {
    assertThat(messages(100, "")).isEqualTo(numbered(2381, 2400));
    assertThat(messages(100, "?before=")).isEqualTo(numbered(2381, 2400));
  }

  @Test
  void beforeGoesBackByTwenty() throws Exception {
    assertThat(messages(100, "?before=" + (900_000 + 3 * 2381))).isEqualTo(numbered(2361, 2380));
    assertThat(messages(100, "?before=900012")).isEqualTo(numbered(1, 3));
    assertThat(messages(100, "?before=900003")).isEmpty();
    assertThat(messages(100, "?before=abc")).isEmpty();
  }

  @Test
  void afterGoesForwardByAHundred() throws Exception {
    assertThat(messages(100, "?after=0")).isEqualTo(numbered(1, 100));
    assertThat(messages(100, "?after=900300")).isEqualTo(numbered(101, 200));
    assertThat(messages(100, "?after=" + (900_000 + 3 * 2399))).isEqualTo(numbered(2400, 2400));
  }

  @Test
  void betweenTakesTheFirstAndNotTheLast() throws Exception {
    assertThat(messages(100, "?after=900003&before=900012")).isEqualTo(numbered(1, 3));
    assertThat(messages(100, "?after=0&before=999999")).isEqualTo(numbered(1, 1000));
  }

  @Test
  void boundsOfAnySizeAreNumbers() throws Exception {
    String huge = "12345678901234567890123";

    assertThat(messages(100, "?before=" + huge)).isEqualTo(numbered(2381, 2400));
    assertThat(messages(100, "?after=" + huge)).isEmpty();
    assertThat(messages(100, "?after=-" + huge + "&before=900012")).isEqualTo(numbered(1, 3));
  }

  @Test
  void messagesAreOrderedByTimeAndCutById() {
    List<String> all =
        List.of(
            "{\"id\":1,\"created_at\":30}",
            "{\"id\":2,\"created_at\":10}",
            "{\"id\":3,\"created_at\":20}",
            "{\"id\":4,\"created_at\":20}");

    assertThat(MessageFinder.page(all, asking(Map.of())))
        .containsExactly(all.get(1), all.get(2), all.get(3), all.get(0));
    assertThat(MessageFinder.page(all, asking(Map.of("before", "4"))))
        .containsExactly(all.get(1), all.get(2), all.get(0));
    assertThat(MessageFinder.page(all, asking(Map.of("after", "1"))))
        .containsExactly(all.get(1), all.get(2), all.get(3));
    assertThat(MessageFinder.page(all, asking(Map.of("after", "1", "before", "3"))))
        .containsExactly(all.get(1), all.get(0));
  }

  private static Call asking(Map<String, String> query) {
    return new Call("GET", "", query, Map.of());
  }

  @Test
  void theSizeOfAPageCannotBeAskedFor() throws Exception {
    assertThat(messages(100, "?limit=100&per_page=100&page=2")).isEqualTo(numbered(2381, 2400));
  }

  @Test
  void anEmptyConversationHasAnEmptyPage() throws Exception {
    assertThat(open.said(ACCOUNT + "/conversations/1/messages"))
        .isEqualTo(
            """
            200 {"meta":{"labels":[],"additional_attributes":{},"contact":\
            {"additional_attributes":{},"custom_attributes":{},"email":null,"id":1,\
            "identifier":null,"name":"","phone_number":null,"thumbnail":"","blocked":false,\
            "type":"contact"},"agent_last_seen_at":null,"assignee_last_seen_at":null},\
            "payload":[]}\
            """);
  }

  @Test
  void theRateLimitIsPlainTextAndPasses() throws Exception {
    HttpResponse<String> first = open.get(ACCOUNT + "/conversations/429");

    assertThat(first.statusCode() + " " + first.body()).isEqualTo("429 Retry later\n");
    assertThat(first.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
    assertThat(first.headers().firstValue("Retry-After")).isEmpty();
    assertThat(open.get(ACCOUNT + "/conversations/429").statusCode()).isEqualTo(200);
    assertThat(open.get(ACCOUNT + "/conversations/429").statusCode()).isEqualTo(429);
  }

  @Test
  void failuresHaveTheirOwnForms() throws Exception {
    assertThat(open.said(ACCOUNT + "/conversations/401"))
        .isEqualTo("401 {\"error\":\"You are not authorized to do this action\"}");
    assertThat(open.said(ACCOUNT + "/conversations/500"))
        .isEqualTo("500 {\"status\":500,\"error\":\"Internal Server Error\"}");
    assertThat(open.get(ACCOUNT + "/conversations/206").statusCode()).isEqualTo(200);
    assertThat(open.said(ACCOUNT + "/conversations/206/messages"))
        .isEqualTo("500 {\"status\":500,\"error\":\"Internal Server Error\"}");
    assertThat(open.said(ACCOUNT + "/conversations/502"))
        .isEqualTo(
            """
            502 <!DOCTYPE html>
            <html>
            <head><title>502 Bad Gateway</title></head>
            <body><h1>502 Bad Gateway</h1></body>
            </html>
            """);
    assertThat(open.get(ACCOUNT + "/conversations/302").headers().firstValue("Location"))
        .hasValue("https://login.example.com/");
  }

  @Test
  void theDashboardAnswersBelowApp() throws Exception {
    HttpResponse<String> page = open.get("/app/accounts/1/conversations/42");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
  }

  @Test
  void otherPathsAndMethodsAreNoPages() throws Exception {
    assertThat(open.get("/api/v2/accounts/1/conversations/42").statusCode()).isEqualTo(404);
    assertThat(open.get("").statusCode()).isEqualTo(404);
    assertThat(open.send("DELETE", CONVERSATION).statusCode()).isEqualTo(404);
    assertThat(open.send("POST", CONVERSATION + "/messages").statusCode()).isEqualTo(404);
  }

  @Test
  void theSameRequestHasTheSameRequestId() throws Exception {
    String id = open.get(CONVERSATION).headers().firstValue("X-Request-Id").orElseThrow();

    assertThat(open.get(CONVERSATION).headers().firstValue("X-Request-Id")).hasValue(id);
    assertThat(open.get(CONVERSATION + "/messages").headers().firstValue("X-Request-Id"))
        .isNotEqualTo(Optional.of(id));
  }

  @Test
  void theLongConversationEndsWhereItSaysItDoes() throws Exception {
    String last = open.get(ACCOUNT + "/conversations/100").body();
    String newest = open.get(ACCOUNT + "/conversations/100/messages").body();

    String content = newest.replaceAll("(?s).*\"content\":(\"#[^\"]*\").*", "$1");
    assertThat(last).contains("\"id\": 907200,", "\"content\": " + content, "1770616800");
    assertThat(newest).contains("\"id\":907200,", "\"created_at\":1770616800,");
  }
}

package dev.convo.sandbox.asapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.sandbox.Caller;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AsappSandboxTest {
  private static final String PATH = "/conversation/v1/conversations";
  private static final String CONVERSATION = PATH + "/01JQ8Z4M6T9XK2VBN5RCWH";

  private final Caller open =
      Caller.of(
          new AsappSandbox(),
          "asapp-api-id",
          "demo-asapp-id",
          "asapp-api-secret",
          "demo-asapp-secret");

  @AfterEach
  void stop() {
    open.close();
  }

  /** An error's status and body; the request id is made up and left out. */
  private static String error(HttpResponse<String> response) {
    String id = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    assertThat(response.body()).containsPattern("\"requestId\":\"" + id + "\"");
    return response.statusCode() + " " + response.body().replaceFirst(id, "ID");
  }

  private static String expected(int status, String sentence) {
    return """
        %1$d {"error":{"requestId":"ID","code":"%1$d-01","message":"%2$s"}}"""
        .formatted(status, sentence);
  }

  @Test
  void bothHeadersAreNeeded() throws Exception {
    String unauthorized = expected(401, "Unauthorized");

    assertThat(error(open.with().get(CONVERSATION + "0042"))).isEqualTo(unauthorized);
    assertThat(error(open.with("asapp-api-id", "demo-asapp-id").get(CONVERSATION + "0042")))
        .isEqualTo(unauthorized);
    assertThat(error(open.with("asapp-api-secret", "demo-asapp-secret").get(PATH)))
        .isEqualTo(unauthorized);
    assertThat(
            error(
                open.with("asapp-api-id", "demo-asapp-id", "asapp-api-secret", "guess")
                    .get(CONVERSATION + "0042/messages")))
        .isEqualTo(unauthorized);
  }

  @Test
  void theConversationHasNoEnvelope() throws Exception {
    assertThat(open.said(CONVERSATION + "0042"))
        .isEqualTo(
            """
            200 {
              "id": "01JQ8Z4M6T9XK2VBN5RCWH0042",
              "externalId": "chat-20817",
              "agent": {
                "externalId": "agent-118",
                "name": "Priya Raman"
              },
              "customer": {
                "externalId": "customer-5521",
                "name": "Leo Hartmann"
              },
              "metadata": {
                "organizationalGroup": "consumer",
                "subdivision": "mobile",
                "queue": "roaming"
              }
            }
            """);
  }

  @Test
  void anUnknownConversationIsNotFound() throws Exception {
    String notFound = expected(404, "Not Found");

    assertThat(error(open.get(CONVERSATION + "0041"))).isEqualTo(notFound);
    assertThat(error(open.get(CONVERSATION.toLowerCase(java.util.Locale.ROOT) + "0042")))
        .isEqualTo(notFound);
    assertThat(error(open.get(CONVERSATION + "0041/messages"))).isEqualTo(notFound);
    assertThat(error(open.get(PATH + "/chat-20817"))).isEqualTo(notFound);
  }

  @Test
  void allMessagesComeAtOnceWhateverIsAskedFor() throws Exception {
    String all = open.said(CONVERSATION + "0100/messages");

    assertThat(all.split("\"messageId\"", -1)).hasSize(4001);
    assertThat(open.said(CONVERSATION + "0100/messages?limit=5&page=2")).isEqualTo(all);
  }

  @Test
  void aConversationWithoutMessagesHasAnEmptyList() throws Exception {
    assertThat(open.said(CONVERSATION + "0001/messages")).isEqualTo("200 {\"items\":[]}");
  }

  @Test
  void externalIdsAreLookedUp() throws Exception {
    String one = open.get(CONVERSATION + "0042").body();
    String first = open.get(CONVERSATION + "0076").body();
    String second = open.get(CONVERSATION + "0077").body();

    assertThat(open.said(PATH + "?externalId=chat-20817"))
        .isEqualTo("200 {\"items\":[" + one + "]}");
    assertThat(open.said(PATH + "?externalId=call-30303"))
        .isEqualTo("200 {\"items\":[" + first + "," + second + "]}");
    assertThat(open.said(PATH + "?externalId=nobody")).isEqualTo("200 {\"items\":[]}");
    assertThat(error(open.get(PATH))).isEqualTo(expected(400, "externalId is required"));
  }

  @Test
  void theRateLimitNamesNoTimeAndPasses() throws Exception {
    HttpResponse<String> first = open.get(CONVERSATION + "0429");

    assertThat(error(first)).isEqualTo(expected(429, "Too Many Requests"));
    assertThat(first.headers().firstValue("Retry-After")).isEmpty();
    assertThat(open.get(CONVERSATION + "0429").statusCode()).isEqualTo(200);
  }

  @Test
  void failuresCarryAnErrorObject() throws Exception {
    assertThat(error(open.get(CONVERSATION + "0403")))
        .isEqualTo(expected(403, "Forbidden Response"));
    assertThat(error(open.get(CONVERSATION + "0500")))
        .isEqualTo(expected(500, "Internal server error"));
    assertThat(open.get(CONVERSATION + "0206").statusCode()).isEqualTo(200);
    assertThat(error(open.get(CONVERSATION + "0206/messages")))
        .isEqualTo(expected(503, "Service Unavailable"));
  }

  @Test
  void otherPathsAndMethodsAreRefused() throws Exception {
    assertThat(error(open.get("/conversation/v2/conversations")))
        .isEqualTo(expected(404, "Not Found"));
    assertThat(error(open.send("POST", PATH))).isEqualTo(expected(405, "Method not allowed"));
  }
}

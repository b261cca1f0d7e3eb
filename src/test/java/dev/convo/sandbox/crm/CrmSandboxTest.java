package dev.convo.sandbox.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.sandbox.Caller;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CrmSandboxTest {
  private static final String CONVERSATION = "/api/conversations/c41d7e90-2b6a-4f38-9e15-7a3f0b6d";

  private final Caller open =
      Caller.of(new CrmSandbox(), "Authorization", "Bearer sf_test_v1_demo");

  @AfterEach
  void stop() {
    open.close();
  }

  @Test
  void withoutItsKeyNothingIsOpen() throws Exception {
    String unauthorized = "401 {\"error\":\"Missing or invalid API key\"}";

    assertThat(open.with().said(CONVERSATION + "0042")).isEqualTo(unauthorized);
    assertThat(open.with("Authorization", "Bearer sf_test_v1_x").said(CONVERSATION + "0042"))
        .isEqualTo(unauthorized);
    assertThat(open.with("x-api-key", "sf_test_v1_demo").said(CONVERSATION + "0042"))
        .isEqualTo(unauthorized);
  }

  @Test
  void theBarestAnswerIsTheDocumentedSchema() throws Exception {
    assertThat(open.said(CONVERSATION + "0006"))
        .isEqualTo(
            """
            200 {
              "id": "c41d7e90-2b6a-4f38-9e15-7a3f0b6d0006",
              "tenantId": "a0b1c2d3-0000-4000-8000-000000000001",
              "workspaceId": "ws_harbour",
              "channelId": "ch_mail",
              "contactId": "ct_jonas",
              "accountId": "ac_lumen",
              "status": "resolved",
              "summary": "Customer asked for the opening hours in May and got them.",
              "subject": "Re: Opening hours in May",
              "outcome": "Opening hours sent, customer satisfied.",
              "messageCount": 6,
              "lastMessageAt": "2026-03-25T11:42:00.000Z",
              "createdAt": "2026-03-24T08:15:00.000Z",
              "updatedAt": "2026-03-25T11:42:00.000Z"
            }
            """);
  }

  @Test
  void capitalsNameTheSameConversation() throws Exception {
    String tail = "c41d7e90-2b6a-4f38-9e15-7a3f0b6d0042".toUpperCase(Locale.ROOT);

    assertThat(open.said("/api/conversations/" + tail))
        .isEqualTo(open.said(CONVERSATION + "0042"))
        .startsWith("200 ");
  }

  @Test
  void unknownConversationsAndPathsAreNotFound() throws Exception {
    assertThat(open.said(CONVERSATION + "0041"))
        .isEqualTo("404 {\"error\":\"Conversation not found\"}");
    assertThat(open.said(CONVERSATION + "0042/messages"))
        .isEqualTo("404 {\"error\":\"Not found\"}");
    assertThat(open.said("/api")).isEqualTo("404 {\"error\":\"Not found\"}");
  }

  @Test
  void theRateLimitSaysHowLongItLasts() throws Exception {
    HttpResponse<String> first = open.get(CONVERSATION + "0429");

    assertThat(first.statusCode() + " " + first.body())
        .isEqualTo("429 {\"error\":\"Too many requests\"}");
    assertThat(first.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(open.get(CONVERSATION + "0429").statusCode()).isEqualTo(200);
  }

  @Test
  void failuresHaveOneKey() throws Exception {
    assertThat(open.said(CONVERSATION + "0403"))
        .isEqualTo("403 {\"error\":\"API key lacks the scope conversations:read\"}");
    assertThat(open.said(CONVERSATION + "0500"))
        .isEqualTo("500 {\"error\":\"Internal server error\"}");
    assertThat(open.send("DELETE", CONVERSATION + "0042").body())
        .isEqualTo("{\"error\":\"Method not allowed\"}");
  }
}

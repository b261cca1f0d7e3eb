package dev.convo.sandbox.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.sandbox.Caller;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkspaceSandboxTest {
  private static final String CONVERSATION = "/v1/api/conversations/66b1f0a94c2de8137a5d";
  private static final String WORKSPACE = "66b1f0a94c2de8137a5d0000";
  private static final String KEY = "demo-workspace-key";
  private static final Instant NOW = Instant.parse("2026-04-01T12:00:00.250Z");

  private final Caller open =
      Caller.of(
          new WorkspaceSandbox(InstantSource.fixed(NOW)),
          "x-api-key",
          KEY,
          "x-workspace-id",
          WORKSPACE);

  @AfterEach
  void stop() {
    open.close();
  }

  private static String error(int status, String code, String sentence) {
    return """
        %d {"error":{"code":"%s","message":"%s"}}"""
        .formatted(status, code, sentence);
  }

  @Test
  void theKeyIsNeeded() throws Exception {
    String unauthorized = error(401, "unauthorized", "Invalid or missing API key");

    assertThat(open.with("x-workspace-id", WORKSPACE).said(CONVERSATION + "0042"))
        .isEqualTo(unauthorized);
    assertThat(
            open.with("x-workspace-id", WORKSPACE, "x-api-key", "guess")
                .said(CONVERSATION + "0042"))
        .isEqualTo(unauthorized);
    assertThat(
            open.with("x-workspace-id", WORKSPACE, "Authorization", "Bearer " + KEY)
                .said(CONVERSATION + "0042"))
        .isEqualTo(unauthorized);
  }

  @Test
  void theWorkspaceIsNeededToo() throws Exception {
    assertThat(open.with("x-api-key", KEY).said(CONVERSATION + "0042"))
        .isEqualTo(error(401, "unauthorized", "Missing header x-workspace-id"));
    assertThat(open.with("x-api-key", KEY, "x-workspace-id", "another").said(CONVERSATION + "0042"))
        .isEqualTo(error(403, "forbidden", "This API key has no access to the workspace"));
  }

  @Test
  void theConversationHasNoEnvelope() throws Exception {
    assertThat(open.said(CONVERSATION + "0001"))
        .isEqualTo(
            """
            200 {
              "_id": "66b1f0a94c2de8137a5d0001",
              "userId": "60d9e3c2f42e4d03800e01a5",
              "pathwayId": "pw-trial-lesson",
              "agentId": "ag-rosa",
              "customer": {
                "name": null,
                "email": null,
                "phone": null
              },
              "messages": [],
              "createdAt": "2026-03-16T06:00:00Z",
              "updatedAt": "2026-03-16T06:00:00Z",
              "__v": 0
            }
            """);
  }

  @Test
  void unknownConversationsAndPathsAreNotFound() throws Exception {
    assertThat(open.said(CONVERSATION + "0041"))
        .isEqualTo(error(404, "not_found", "Conversation not found"));
    assertThat(open.said(CONVERSATION + "0042/messages"))
        .isEqualTo(error(404, "not_found", "Not found"));
  }

  @Test
  void theRateLimitSaysWhenItEnds() throws Exception {
    assertThat(open.said(CONVERSATION + "0429"))
        .isEqualTo(
            """
            429 {"error":{"code":"rate_limit_exceeded","message":"60 requests per minute",\
            "reset_at":"2026-04-01T12:00:01Z"}}""");
    assertThat(open.get(CONVERSATION + "0429").statusCode()).isEqualTo(200);
    assertThat(open.said(CONVERSATION + "9429"))
        .isEqualTo(
            """
            429 {"error":{"code":"rate_limit_exceeded","message":"60 requests per minute",\
            "reset_at":"2026-04-01T13:00:00Z"}}""");
    assertThat(open.get(CONVERSATION + "9429").statusCode()).isEqualTo(429);
  }

  @Test
  void failuresCarryAnErrorObject() throws Exception {
    assertThat(open.said(CONVERSATION + "0400"))
        .isEqualTo(error(400, "invalid_id", "The conversation id is not valid"));
    assertThat(open.said(CONVERSATION + "0500"))
        .isEqualTo(error(500, "internal_error", "Something went wrong"));
    assertThat("405 " + open.send("DELETE", CONVERSATION + "0042").body())
        .isEqualTo(error(405, "method_not_allowed", "Method not allowed"));
  }
}

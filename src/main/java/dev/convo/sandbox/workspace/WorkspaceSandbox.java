package dev.convo.sandbox.workspace;

import dev.convo.sandbox.Answer;
import dev.convo.sandbox.Call;
import dev.convo.sandbox.LongTalk;
import dev.convo.sandbox.Service;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Trillet with one workspace. */
public final class WorkspaceSandbox extends Service {
  private static final String API_KEY = "demo-workspace-key";
  private static final String WORKSPACE = "66b1f0a94c2de8137a5d0000";
  private static final String ID = "66b1f0a94c2de8137a5d";
  private static final String LONG = "0100";
  private static final int LONG_SIZE = 5000;

  private static final String SAMPLES =
      """
      0042 a short story with a rejected draft and one never sent
      0001 no messages yet
      0007 HTML mail
      0013 hostile text, forged headers, planted credentials
      0077 emoji, Chinese, Japanese, Hebrew, Arabic, Hindi
      0099 awkward values: one id for all messages, null, unknown words
      0100 5000 messages
      0400 an id the platform cannot read (400)
      0429 rate limited (429) for a second at every first try
      9429 rate limited (429) for an hour, always
      0500 the platform fails (500)
      """;

  private final InstantSource clock;

  /** The clock decides when a rate limit ends. */
  public WorkspaceSandbox(InstantSource clock) {
    super("workspace", Map.of("workspace_id", WORKSPACE, "api_key", API_KEY), ID, SAMPLES);
    this.clock = clock;
  }

  @Override
  public Answer answer(Call call) {
    if (!call.header("x-api-key").equals(Optional.of(API_KEY))) {
      return error(401, "unauthorized", "Invalid or missing API key");
    }
    Optional<String> workspace = call.header("x-workspace-id");
    if (workspace.isEmpty()) {
      return error(401, "unauthorized", "Missing header x-workspace-id");
    }
    if (!workspace.get().equals(WORKSPACE)) {
      return error(403, "forbidden", "This API key has no access to the workspace");
    }
    if (!call.get()) {
      return error(405, "method_not_allowed", "Method not allowed").header("Allow", "GET");
    }
    return call.match("/v1/api/conversations/{}")
        .map(found -> conversation(tail(found.get(0))))
        .orElseGet(() -> error(404, "not_found", "Not found"));
  }

  private Answer conversation(String tail) {
    return switch (tail) {
      case LONG -> longConversation();
      case "0400" -> error(400, "invalid_id", "The conversation id is not valid");
      case "0429" -> limits(tail) ? limited(Duration.ofSeconds(1)) : conversationOf(tail);
      case "9429" -> limited(Duration.ofHours(1));
      case "0500" -> error(500, "internal_error", "Something went wrong");
      default -> conversationOf(tail);
    };
  }

  private Answer conversationOf(String tail) {
    return stored(tail).orElseGet(() -> error(404, "not_found", "Conversation not found"));
  }

  private static Answer longConversation() {
    return Answer.json(
        200,
        """
        {"_id":"%s0100","userId":"60d9e3c2f42e4d03800e0001","pathwayId":"pw-greenhouse",\
        "agentId":"ag-moss","customer":{"name":"Oda Lindqvist","email":"oda@example.com",\
        "phone":"+46705550121"},"messages":[%s],"createdAt":"2026-01-05T06:00:00Z",\
        "updatedAt":"2026-03-19T04:00:00Z","__v":5000}\
        """
            .formatted(
                ID, String.join(",", LongTalk.of(LONG_SIZE, WorkspaceSandbox::longMessage))));
  }

  private static String longMessage(LongTalk.Line line) {
    return """
    {"direction":"%s","sent":true,"message":"%s","status":"%s","_id":"66b1f0a94c2de813%08x",\
    "createdAt":"%s","updatedAt":"%s"}\
    """
        .formatted(
            line.customer() ? "inbound" : "outbound",
            line.text(),
            line.customer() ? "received" : "approved",
            line.number(),
            line.at(),
            line.at());
  }

  private Answer limited(Duration wait) {
    return Answer.json(
        429,
        """
        {"error":{"code":"rate_limit_exceeded","message":"60 requests per minute","reset_at":"%s"}}\
        """
            .formatted(clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(wait)));
  }

  private static Answer error(int status, String code, String sentence) {
    return Answer.json(
        status,
        """
        {"error":{"code":"%s","message":"%s"}}\
        """
            .formatted(code, sentence));
  }
}

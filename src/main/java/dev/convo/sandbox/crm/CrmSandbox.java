package dev.convo.sandbox.crm;

import dev.convo.sandbox.Answer;
import dev.convo.sandbox.Call;
import dev.convo.sandbox.LongTalk;
import dev.convo.sandbox.Service;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** oHallo with one tenant. */
public final class CrmSandbox extends Service {
  private static final String TOKEN = "sf_test_v1_demo";
  private static final String ID = "c41d7e90-2b6a-4f38-9e15-7a3f0b6d";
  private static final String LONG = "0100";
  private static final int LONG_SIZE = 2000;

  private static final String SAMPLES =
      """
      0042 a short story with contact, account and attention items
      0001 no messages yet, contact not resolved
      0006 the documented schema only: six messages, none in the answer
      0008 files, replies, an edited, a deleted, a failed message; Arabic
      0010 four of ten messages in the answer
      0013 hostile text, forged headers, planted credentials
      0077 emoji, Chinese, Japanese, Hebrew, Arabic, Hindi
      0099 awkward values: null, empty, huge, unknown words
      0100 2000 messages
      0403 not allowed (403)
      0429 rate limited (429) for a second at every first try
      0500 the platform fails (500)
      """;

  public CrmSandbox() {
    super("crm", Map.of("token", TOKEN), ID, SAMPLES);
  }

  @Override
  public Answer answer(Call call) {
    if (!call.header("authorization").equals(Optional.of("Bearer " + TOKEN))) {
      return error(401, "Missing or invalid API key");
    }
    if (!call.get()) {
      return error(405, "Method not allowed").header("Allow", "GET");
    }
    return call.match("/api/conversations/{}")
        .map(found -> conversation(tail(found.get(0).toLowerCase(Locale.ROOT))))
        .orElseGet(() -> error(404, "Not found"));
  }

  private Answer conversation(String tail) {
    return switch (tail) {
      case LONG -> longConversation();
      case "0403" -> error(403, "API key lacks the scope conversations:read");
      case "0429" ->
          limits(tail)
              ? error(429, "Too many requests").header("Retry-After", "1")
              : conversationOf(tail);
      case "0500" -> error(500, "Internal server error");
      default -> conversationOf(tail);
    };
  }

  private Answer conversationOf(String tail) {
    return stored(tail).orElseGet(() -> error(404, "Conversation not found"));
  }

  private static Answer longConversation() {
    return Answer.json(
        200,
        """
        {"id":"%s0100","tenantId":"a0b1c2d3-0000-4000-8000-000000000001",\
        "workspaceId":"ws_harbour","channelId":"ch_chat","contactId":null,"accountId":null,\
        "status":"active","subject":"Greenhouse sensors","messageCount":%s,\
        "createdAt":"2026-01-05T06:00:00Z","updatedAt":"2026-02-03T10:00:00Z","messages":[%s]}\
        """
            .formatted(
                ID, LONG_SIZE, String.join(",", LongTalk.of(LONG_SIZE, CrmSandbox::longMessage))));
  }

  private static String longMessage(LongTalk.Line line) {
    return String.format(
        Locale.ROOT,
        """
    {"id":"ms_%06d","direction":"%s","sender":{"type":"%s","name":"%s"},"content":"%s",\
    "createdAt":"%s"}\
    """,
        line.number(),
        line.customer() ? "inbound" : "outbound",
        line.customer() ? "contact" : "ai_agent",
        line.customer() ? "Oda Lindqvist" : "Harbour Assistant",
        line.text(),
        line.at());
  }

  private static Answer error(int status, String sentence) {
    return Answer.json(status, "{\"error\":\"" + sentence + "\"}");
  }
}

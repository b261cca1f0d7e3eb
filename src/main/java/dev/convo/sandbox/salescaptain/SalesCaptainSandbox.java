package dev.convo.sandbox.salescaptain;

import dev.convo.sandbox.Answer;
import dev.convo.sandbox.Call;
import dev.convo.sandbox.LongTalk;
import dev.convo.sandbox.Service;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** SalesCaptain with one company. */
public final class SalesCaptainSandbox extends Service {
  private static final String TOKEN = "demo-salescaptain-token";
  private static final String COMPANY = "0d6c4a52-91be-4f07-83a5-2e7f1b9c6d30";
  private static final String ID = "3f9c2b71-8d54-4e06-a1b7-5c20e9d8";
  private static final String LONG = "0100";
  private static final int LONG_SIZE = 3000;
  private static final String NO_CONVERSATION = "Problem encountered while fetching conversation!";
  private static final int WINDOW_LIMIT = 30;

  private static final String SAMPLES =
      """
      0042 a short story: web chat, texts, photo, call with recording
      0001 no messages yet, nobody assigned, never updated
      0008 calls missed and taken, a voicemail, four channels; Japanese
      0013 hostile text, forged headers, planted credentials
      0077 emoji, Chinese, Japanese, Hebrew, Arabic, Hindi
      0099 awkward values: null, empty, huge, unknown words
      0100 3000 messages
      0200 the platform fails, with status 200
      0204 an answer without a conversation in it (200)
      0206 the conversation answers, its messages fail (500)
      0403 refused by a gateway, not by the platform (403, a web page)
      0404 no such conversation, said with status 200
      0429 rate limited (429) for a second at every first try
      9429 rate limited (429) for an hour, always
      0500 the platform fails (500)
      """;

  private final InstantSource clock;

  /** The clock decides when a rate limit ends. */
  public SalesCaptainSandbox(InstantSource clock) {
    super("salescaptain", Map.of("token", TOKEN, "company_id", COMPANY), ID, SAMPLES);
    this.clock = clock;
  }

  @Override
  public Answer answer(Call call) {
    Optional<List<String>> conversation = call.match("/v1/fetch-conversation/{}");
    Optional<List<String>> messages = call.match("/v1/fetch-messages/{}/{}");
    if (!call.get() || conversation.isEmpty() && messages.isEmpty()) {
      return error(404, "NOT_FOUND", "Route not found", call);
    }
    if (!call.header("authorization").equals(Optional.of("Bearer " + TOKEN))) {
      return error(401, "UNAUTHORIZED", "Unauthorized access", call);
    }
    return conversation.isPresent()
        ? conversation(conversation.get().get(0), call)
        : messages(messages.orElseThrow(), call);
  }

  private Answer conversation(String id, Call call) {
    if (id.isEmpty()) {
      return failure(400, "Required parameters missing: conversation_id");
    }
    String tail = tail(id.toLowerCase(Locale.ROOT)); // UUIDs may be written in capitals
    if (tail.equals("0429") && limits(tail)) {
      return limited(Duration.ofSeconds(1), call);
    }
    return switch (tail) {
      case "0200" -> failure(200, "The conversation service is being moved");
      case "0204" ->
          Answer.json(
              200,
              """
              {"message":"Conversation fetched successfully!","conversation":{"data":null}}\
              """);
      case "0404" -> failure(200, NO_CONVERSATION);
      default ->
          fault(tail, "conversation", call)
              .or(() -> stored(tail))
              .orElseGet(() -> failure(404, NO_CONVERSATION));
    };
  }

  /** The failures of both calls under the ids that fail on purpose. */
  private Optional<Answer> fault(String tail, String what, Call call) {
    return switch (tail) {
      case "0403" ->
          Optional.of(
              Answer.html(403, "Sorry, you have been blocked")
                  .header("CF-RAY", "8f2a6c1d9e04b7a3-FRA"));
      case "9429" -> Optional.of(limited(Duration.ofHours(1), call));
      case "0500" ->
          Optional.of(
              error(
                  500, "INTERNAL_ERROR", "Problem encountered while fetching " + what + "!", call));
      default -> Optional.empty();
    };
  }

  private Answer messages(List<String> companyAndId, Call call) {
    String tail = tail(companyAndId.get(1).toLowerCase(Locale.ROOT));
    if (!companyAndId.get(0).toLowerCase(Locale.ROOT).equals(COMPANY)) {
      return error(403, "FORBIDDEN", "Forbidden access", call);
    }
    if (tail.equals("0206")) {
      return error(500, "INTERNAL_ERROR", "Problem encountered while fetching messages!", call);
    }
    return fault(tail, "messages", call)
        .or(() -> ascending(tail).map(messages -> MessagePage.answer(messages, call)))
        .orElseGet(() -> failure(404, "Problem encountered while fetching messages!"));
  }

  private Optional<List<String>> ascending(String tail) {
    return tail.equals(LONG)
        ? Optional.of(LongTalk.of(LONG_SIZE, SalesCaptainSandbox::longMessage))
        : lines(tail);
  }

  private static String longMessage(LongTalk.Line line) {
    return String.format(
        Locale.ROOT,
        """
    {"conversation_id":"%s0100","message_id":"7a1f0000-0000-4000-8000-%012d",\
    "contact_id":"5b8e2f40-6c1d-4a97-b3e2-90d7c4a10021","message":"%s",\
    "type_of_message":"sms_message","direction":"%s","assigned_account_id":%s,\
    "conversation_profile_id":"c2d81a6f-3b40-4d59-8e7a-61f0b5d90001",\
    "conversation_profile_number":"+12025550142","conversation_profile_email":null,\
    "media":null,"recording_url":null,"call_status":null,"call_duration":null,\
    "created_at":"%s"}\
    """,
        ID,
        line.number(),
        line.text(),
        line.customer() ? "inbound" : "outbound",
        line.customer() ? "null" : "\"e4b7c931-0f26-4d8a-9a55-d81c3f720006\"",
        line.at().toString().replace("Z", ".000Z"));
  }

  private Answer limited(Duration wait, Call call) {
    long reset = clock.instant().plus(wait).getEpochSecond();
    return error(429, "RATE_LIMIT_EXCEEDED", "Too many requests, please try again later", call)
        .header("X-RateLimit-Limit", String.valueOf(WINDOW_LIMIT))
        .header("X-RateLimit-Remaining", "0")
        .header("X-RateLimit-Reset", String.valueOf(reset));
  }

  private Answer error(int status, String code, String sentence, Call call) {
    return Answer.json(
        status,
        """
        {"error":"%s","code":"%s","timestamp":"%s","path":"%s"}\
        """
            .formatted(sentence, code, clock.instant(), call.path()));
  }

  /** The form of errors about the conversation itself. */
  static Answer failure(int status, String sentence) {
    return Answer.json(status, "{\"status\":\"failure\",\"error\":\"" + sentence + "\"}");
  }
}

package dev.convo.sandbox.chatwoot;

import dev.convo.sandbox.Answer;
import dev.convo.sandbox.Call;
import dev.convo.sandbox.LongTalk;
import dev.convo.sandbox.Service;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chatwoot with three accounts: 1 is open to the demo token, 2 is another's, 3 is suspended. */
public final class ChatwootSandbox extends Service {
  /** The token of a bot: it may see conversations, and no messages. */
  public static final String BOT_TOKEN = "demo-chatwoot-bot-token";

  private static final String TOKEN = "demo-chatwoot-token";
  private static final String ACCOUNT = "/api/v1/accounts/{}";
  private static final String LONG = "100";
  private static final int LONG_SIZE = 2400;

  private static final String SAMPLES =
      """
      42 a short support story: bot, hand-over, note, photo, failed delivery
      1 no messages yet, nobody assigned
      7 HTML mail with quoted text and copies
      8 mail with changing subjects, copies and an automatic reply; a late answer
      9 options, a form, cards, articles, a rating, and what was chosen
      10 calls, a place, a contact card, replies, a deleted message; Arabic
      12 what a typo such as 12abc would find
      13 hostile text, forged headers, planted credentials
      77 emoji, Chinese, Japanese, Hebrew, Arabic, Hindi; every attachment
      99 awkward values: null, empty, huge, unknown words, deleted messages
      100 2400 messages
      200 answers a web page instead of JSON
      206 the conversation answers, its messages fail (500)
      302 redirects to a sign-in page elsewhere
      401 in an inbox you may not see (401)
      429 rate limited (429) at every first try
      500 the platform fails (500)
      502 a gateway fails (502, a web page)
      """;

  private final boolean dropsUnderscores;

  /**
   * A sandbox, behind a proxy or not.
   *
   * @param dropsUnderscores whether a proxy drops headers with an underscore in their names, as
   *     nginx does by default: https://github.com/chatwoot/chatwoot/issues/1057
   */
  public ChatwootSandbox(boolean dropsUnderscores) {
    super("chatwoot", Map.of("account_id", "1", "api_access_token", TOKEN), "", SAMPLES);
    this.dropsUnderscores = dropsUnderscores;
  }

  @Override
  public Answer answer(Call call) {
    return reply(call).header("X-Request-Id", call.requestId());
  }

  private Answer reply(Call call) {
    if (!call.get()) {
      return noSuchPage();
    }
    if (call.path().equals("/app") || call.path().startsWith("/app/")) {
      return Answer.html(200, "Chatwoot");
    }
    Optional<List<String>> conversation = call.match(ACCOUNT + "/conversations/{}");
    if (conversation.isPresent()) {
      return refusal(call, conversation.get().get(0), true)
          .orElseGet(() -> conversation(number(conversation.get().get(1))));
    }
    Optional<List<String>> messages = call.match(ACCOUNT + "/conversations/{}/messages");
    if (messages.isPresent()) {
      return refusal(call, messages.get().get(0), false)
          .orElseGet(() -> messages(number(messages.get().get(1)), call));
    }
    return noSuchPage();
  }

  /** Why this caller is refused, checked in the order of the real server. */
  private Optional<Answer> refusal(Call call, String account, boolean openToBots) {
    String token = token(call);
    boolean bot = token.equals(BOT_TOKEN);
    if (token.isEmpty()) {
      return Optional.of(
          Answer.json(401, "{\"errors\":[\"You need to sign in or sign up before continuing.\"]}"));
    }
    if (!bot && !token.equals(TOKEN)) {
      return Optional.of(error(401, "Invalid Access Token"));
    }
    if (bot && !openToBots) {
      return Optional.of(error(401, "Access to this endpoint is not authorized for bots"));
    }
    return switch (number(account)) {
      case "1" -> Optional.empty();
      case "2" -> Optional.of(error(401, "You are not authorized to access this account"));
      case "3" -> Optional.of(error(401, "Account is suspended"));
      default -> Optional.of(notFound());
    };
  }

  /** The server treats both spellings as one header; sent together, their values are joined. */
  private String token(Call call) {
    String documented = dropsUnderscores ? "" : call.header("api_access_token").orElse("");
    String dashed = call.header("api-access-token").orElse("");
    return documented.isEmpty() || dashed.isEmpty()
        ? documented + dashed
        : documented + ", " + dashed;
  }

  private Answer conversation(String id) {
    // The throttle's default answer has neither JSON nor Retry-After.
    return id.equals("429") && limits(id)
        ? Answer.text(429, "Retry later\n")
        : fault(id).or(() -> stored(id)).orElseGet(ChatwootSandbox::notFound);
  }

  /** The failures of both calls under the ids that fail on purpose. */
  private static Optional<Answer> fault(String id) {
    return switch (id) {
      case "200" -> Optional.of(Answer.html(200, "Chatwoot"));
      case "302" ->
          Optional.of(
              Answer.html(302, "You are being redirected")
                  .header("Location", "https://login.example.com/"));
      case "401" -> Optional.of(error(401, "You are not authorized to do this action"));
      case "500" -> Optional.of(broken());
      case "502" -> Optional.of(Answer.html(502, "502 Bad Gateway"));
      default -> Optional.empty();
    };
  }

  private Answer messages(String id, Call call) {
    if (id.equals("206")) {
      return broken();
    }
    return fault(id)
        .or(() -> lines(id).map(lines -> page(id, lines, call)))
        .orElseGet(ChatwootSandbox::notFound);
  }

  /** The first line of a file is the {@code meta} of the answer, the others are its messages. */
  private static Answer page(String id, List<String> lines, Call call) {
    List<String> all =
        id.equals(LONG)
            ? LongTalk.of(LONG_SIZE, ChatwootSandbox::longMessage)
            : lines.subList(1, lines.size());
    List<String> page = MessageFinder.page(all, call);
    return Answer.json(
        200, "{\"meta\":" + lines.get(0) + ",\"payload\":[" + String.join(",", page) + "]}");
  }

  private static String longMessage(LongTalk.Line line) {
    String customer =
        """
        {"id":21,"name":"Oda Lindqvist","email":"oda@example.com","type":"contact"}\
        """;
    String agent =
        """
        {"id":6,"name":"Samir Haddad","available_name":"Samir","type":"user"}\
        """;
    return """
    {"id":%s,"content":"%s","inbox_id":4,"conversation_id":100,"message_type":%s,\
    "content_type":"text","status":"sent","content_attributes":{},"created_at":%s,\
    "private":false,"source_id":null,"sender":%s}\
    """
        .formatted(
            900_000 + 3 * line.number(),
            line.text(),
            line.customer() ? 0 : 1,
            line.at().getEpochSecond(),
            line.customer() ? customer : agent);
  }

  /**
   * A number as Rails reads one from a path, without its leading zeros: {@code 12abc} is 12, {@code
   * abc} is 0.
   */
  private static String number(String segment) {
    String digits = segment.strip().replaceFirst("^\\+?([0-9]*).*$", "$1");
    String number = digits.replaceFirst("^0+", "");
    return number.isEmpty() ? "0" : number;
  }

  private static Answer error(int status, String sentence) {
    return Answer.json(status, "{\"error\":\"" + sentence + "\"}");
  }

  private static Answer notFound() {
    return error(404, "Resource could not be found");
  }

  private static Answer broken() {
    return Answer.json(500, "{\"status\":500,\"error\":\"Internal Server Error\"}");
  }

  private static Answer noSuchPage() {
    return Answer.html(404, "The page you were looking for does not exist.");
  }
}

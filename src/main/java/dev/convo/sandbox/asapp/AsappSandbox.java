package dev.convo.sandbox.asapp;

import dev.convo.json.Json;
import dev.convo.model.Attributes;
import dev.convo.model.Value;
import dev.convo.sandbox.Answer;
import dev.convo.sandbox.Call;
import dev.convo.sandbox.LongTalk;
import dev.convo.sandbox.Service;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** ASAPP, with conversations that can be looked up by the caller's own ids too. */
public final class AsappSandbox extends Service {
  private static final String API_ID = "demo-asapp-id";
  private static final String API_SECRET = "demo-asapp-secret";
  private static final String PATH = "/conversation/v1/conversations";
  private static final String ID = "01JQ8Z4M6T9XK2VBN5RCWH";
  private static final String LONG = "0100";
  private static final int LONG_SIZE = 4000;

  private static final String SAMPLES =
      """
      0042 a short story; also --external-id chat-20817
      0001 no messages yet, no agent
      0013 hostile text, forged headers, planted credentials
      0076 shares the external id call-30303 with the next
      0077 emoji, Chinese, Japanese, Hebrew, Arabic, Hindi
      0099 awkward values: no id, nanoseconds, unknown words
      0100 4000 messages
      0206 the conversation answers, its messages fail (503)
      0403 not allowed (403)
      0429 rate limited (429) at every first try
      0500 the platform fails (500)
      """;

  public AsappSandbox() {
    super("asapp", Map.of("api_id", API_ID, "api_secret", API_SECRET), ID, SAMPLES);
  }

  @Override
  public Answer answer(Call call) {
    if (!call.header("asapp-api-id").equals(Optional.of(API_ID))
        || !call.header("asapp-api-secret").equals(Optional.of(API_SECRET))) {
      return error(401, "Unauthorized", call);
    }
    if (!call.get()) {
      return error(405, "Method not allowed", call).header("Allow", "GET");
    }
    if (call.match(PATH).isPresent()) {
      return lookUp(call);
    }
    return call.match(PATH + "/{}")
        .map(found -> conversation(tail(found.get(0)), call))
        .or(
            () ->
                call.match(PATH + "/{}/messages").map(found -> messages(tail(found.get(0)), call)))
        .orElseGet(() -> error(404, "Not Found", call));
  }

  private Answer conversation(String tail, Call call) {
    return tail.equals("0429") && limits(tail)
        ? error(429, "Too Many Requests", call)
        : fault(tail, call).or(() -> stored(tail)).orElseGet(() -> error(404, "Not Found", call));
  }

  /** The failures of both calls under the ids that fail on purpose. */
  private static Optional<Answer> fault(String tail, Call call) {
    return switch (tail) {
      case "0403" -> Optional.of(error(403, "Forbidden Response", call));
      case "0500" -> Optional.of(error(500, "Internal server error", call));
      default -> Optional.empty();
    };
  }

  /** All messages at once, oldest first. There is no paging. */
  private Answer messages(String tail, Call call) {
    if (tail.equals("0206")) {
      return error(503, "Service Unavailable", call);
    }
    Optional<List<String>> messages =
        tail.equals(LONG)
            ? Optional.of(LongTalk.of(LONG_SIZE, AsappSandbox::longMessage))
            : lines(tail);
    return fault(tail, call)
        .or(() -> messages.map(AsappSandbox::items))
        .orElseGet(() -> error(404, "Not Found", call));
  }

  private Answer lookUp(Call call) {
    Optional<String> wanted = call.parameter("externalId");
    if (wanted.isEmpty()) {
      return error(400, "externalId is required", call);
    }
    return items(
        samples().stream()
            .flatMap(sample -> stored(tail(sample.id())).stream())
            .map(Answer::body)
            .filter(document -> externalId(document).equals(wanted))
            .toList());
  }

  private static Optional<String> externalId(String document) {
    Value tree = Json.tree(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
    return tree instanceof Attributes members
            && members.get("externalId") instanceof Value.Text externalId
        ? Optional.of(externalId.text())
        : Optional.empty();
  }

  private static Answer items(List<String> items) {
    return Answer.json(200, "{\"items\":[" + String.join(",", items) + "]}");
  }

  private static String longMessage(LongTalk.Line line) {
    return String.format(
        Locale.ROOT,
        """
    {"text":"%s","sender":{"role":"%s","externalId":"%s"},\
    "messageId":"01JGV2M0000000000000%06d","createdTimestamp":"%s","clientTimestamp":"%s"}\
    """,
        line.text(),
        line.customer() ? "customer" : "agent",
        line.customer() ? "grower-21" : "agent-6",
        line.number(),
        line.at().plusMillis(240),
        line.at());
  }

  private static Answer error(int status, String sentence, Call call) {
    return Answer.json(
        status,
        """
        {"error":{"requestId":"%s","code":"%s-01","message":"%s"}}\
        """
            .formatted(call.requestId(), status, sentence));
  }
}

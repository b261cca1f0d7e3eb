package dev.convo.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.json.Json;
import dev.convo.model.Attributes;
import dev.convo.model.Value;
import dev.convo.sandbox.Service.Sample;
import dev.convo.sandbox.asapp.AsappSandbox;
import dev.convo.sandbox.chatwoot.ChatwootSandbox;
import dev.convo.sandbox.crm.CrmSandbox;
import dev.convo.sandbox.salescaptain.SalesCaptainSandbox;
import dev.convo.sandbox.workspace.WorkspaceSandbox;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Every sample does what its description says: read the two side by side. Messages are those of one
 * page, the largest that the platform gives.
 */
class EverySampleTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-04-01T12:00:00Z"));

  /** Asks for the conversation twice and for all its messages once, and says what came back. */
  private static String rows(
      Service service,
      String conversation,
      String messages,
      Map<String, List<String>> headers,
      Function<Value, Value> list) {
    StringBuilder rows = new StringBuilder();
    for (Sample sample : service.samples()) {
      Answer first = ask(service, conversation.formatted(sample.id()), "", headers);
      Answer again = ask(service, conversation.formatted(sample.id()), "", headers);
      String query = messages.replaceFirst("^[^?]*\\??", "");
      Answer said =
          ask(service, messages.replaceFirst("\\?.*", "").formatted(sample.id()), query, headers);
      rows.append(
          "%s: %d%s%s, %s. %s%n"
              .formatted(
                  sample.id().substring(Math.max(0, sample.id().length() - 4)),
                  first.status(),
                  again.status() == first.status() ? "" : " then " + again.status(),
                  again.status() == 200 && !names(again, sample.id()) ? " without its id" : "",
                  count(said, list),
                  sample.about()));
    }
    return rows.toString();
  }

  private static boolean names(Answer answer, String id) {
    return answer.body().matches("(?s).*\"(_?id|conversation_id)\": ?\"?" + id + "[\",].*");
  }

  private static Answer ask(
      Service service, String path, String query, Map<String, List<String>> headers) {
    return service.answer(Call.of("GET", path, query, headers));
  }

  private static String count(Answer answer, Function<Value, Value> list) {
    String type = answer.headers().getOrDefault("Content-Type", "");
    if (answer.status() != 200 || !type.startsWith("application/json")) {
      return "messages " + answer.status() + " " + type.replaceFirst(";.*", "");
    }
    Value messages = list.apply(tree(answer.body()));
    return messages instanceof Value.Items items
        ? items.values().size() + " messages"
        : "no messages in it";
  }

  private static Value tree(String body) {
    return Json.tree(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }

  private static Value at(Value value, String... path) {
    Value found = value;
    for (String name : path) {
      Value inner = found instanceof Attributes members ? members.get(name) : null;
      found = inner == null ? Value.None.NONE : inner;
    }
    return found;
  }

  @Test
  void chatwootSamplesDoWhatTheySay() {
    assertThat(
            rows(
                new ChatwootSandbox(false),
                "/api/v1/accounts/1/conversations/%s",
                "/api/v1/accounts/1/conversations/%s/messages?after=0&before=9223372036854775807",
                Map.of("api_access_token", List.of("demo-chatwoot-token")),
                answer -> at(answer, "payload")))
        .isEqualTo(
            """
            42: 200, 16 messages. a short support story: bot, hand-over, note, photo, failed delivery
            1: 200, 0 messages. no messages yet, nobody assigned
            7: 200, 5 messages. HTML mail with quoted text and copies
            8: 200, 8 messages. mail with changing subjects, copies and an automatic reply; a late answer
            9: 200, 9 messages. options, a form, cards, articles, a rating, and what was chosen
            10: 200, 11 messages. calls, a place, a contact card, replies, a deleted message; Arabic
            12: 200, 2 messages. what a typo such as 12abc would find
            13: 200, 11 messages. hostile text, forged headers, planted credentials
            77: 200, 15 messages. emoji, Chinese, Japanese, Hebrew, Arabic, Hindi; every attachment
            99: 200, 15 messages. awkward values: null, empty, huge, unknown words, deleted messages
            100: 200, 1000 messages. 2400 messages
            200: 200 without its id, messages 200 text/html. answers a web page instead of JSON
            206: 200, messages 500 application/json. the conversation answers, its messages fail (500)
            302: 302, messages 302 text/html. redirects to a sign-in page elsewhere
            401: 401, messages 401 application/json. in an inbox you may not see (401)
            429: 429 then 200, 2 messages. rate limited (429) at every first try
            500: 500, messages 500 application/json. the platform fails (500)
            502: 502, messages 502 text/html. a gateway fails (502, a web page)
            """);
  }

  @Test
  void salesCaptainSamplesDoWhatTheySay() {
    assertThat(
            rows(
                new SalesCaptainSandbox(CLOCK),
                "/v1/fetch-conversation/%s",
                "/v1/fetch-messages/0d6c4a52-91be-4f07-83a5-2e7f1b9c6d30/%s"
                    + "?page_number=1&items_per_page=100",
                Map.of("Authorization", List.of("Bearer demo-salescaptain-token")),
                answer -> at(answer, "messages", "data")))
        .isEqualTo(
            """
            0042: 200, 12 messages. a short story: web chat, texts, photo, call with recording
            0001: 200, 0 messages. no messages yet, nobody assigned, never updated
            0008: 200, 6 messages. calls missed and taken, a voicemail, four channels; Japanese
            0013: 200, 9 messages. hostile text, forged headers, planted credentials
            0077: 200, 12 messages. emoji, Chinese, Japanese, Hebrew, Arabic, Hindi
            0099: 200, 7 messages. awkward values: null, empty, huge, unknown words
            0100: 200, 100 messages. 3000 messages
            0200: 200 without its id, messages 404 application/json. the platform fails, with status 200
            0204: 200 without its id, messages 404 application/json. an answer without a conversation in it (200)
            0206: 200, messages 500 application/json. the conversation answers, its messages fail (500)
            0403: 403, messages 403 text/html. refused by a gateway, not by the platform (403, a web page)
            0404: 200 without its id, messages 404 application/json. no such conversation, said with status 200
            0429: 429 then 200, 2 messages. rate limited (429) for a second at every first try
            9429: 429, messages 429 application/json. rate limited (429) for an hour, always
            0500: 500, messages 500 application/json. the platform fails (500)
            """);
  }

  @Test
  void asappSamplesDoWhatTheySay() {
    assertThat(
            rows(
                new AsappSandbox(),
                "/conversation/v1/conversations/%s",
                "/conversation/v1/conversations/%s/messages",
                Map.of(
                    "asapp-api-id", List.of("demo-asapp-id"),
                    "asapp-api-secret", List.of("demo-asapp-secret")),
                answer -> at(answer, "items")))
        .isEqualTo(
            """
            0042: 200, 14 messages. a short story; also --external-id chat-20817
            0001: 200, 0 messages. no messages yet, no agent
            0013: 200, 9 messages. hostile text, forged headers, planted credentials
            0076: 200, 1 messages. shares the external id call-30303 with the next
            0077: 200, 12 messages. emoji, Chinese, Japanese, Hebrew, Arabic, Hindi
            0099: 200 without its id, 8 messages. awkward values: no id, nanoseconds, unknown words
            0100: 200, 4000 messages. 4000 messages
            0206: 200, messages 503 application/json. the conversation answers, its messages fail (503)
            0403: 403, messages 403 application/json. not allowed (403)
            0429: 429 then 200, 2 messages. rate limited (429) at every first try
            0500: 500, messages 500 application/json. the platform fails (500)
            """);
  }

  @Test
  void crmSamplesDoWhatTheySay() {
    assertThat(
            rows(
                new CrmSandbox(),
                "/api/conversations/%s",
                "/api/conversations/%s",
                Map.of("Authorization", List.of("Bearer sf_test_v1_demo")),
                answer -> at(answer, "messages")))
        .isEqualTo(
            """
            0042: 200, 8 messages. a short story with contact, account and attention items
            0001: 200, 0 messages. no messages yet, contact not resolved
            0006: 200, no messages in it. the documented schema only: six messages, none in the answer
            0008: 200, 7 messages. files, replies, an edited, a deleted, a failed message; Arabic
            0010: 200, 4 messages. four of ten messages in the answer
            0013: 200, 9 messages. hostile text, forged headers, planted credentials
            0077: 200, 12 messages. emoji, Chinese, Japanese, Hebrew, Arabic, Hindi
            0099: 200, 6 messages. awkward values: null, empty, huge, unknown words
            0100: 200, 2000 messages. 2000 messages
            0403: 403, messages 403 application/json. not allowed (403)
            0429: 429 then 200, messages 429 application/json. rate limited (429) for a second at every first try
            0500: 500, messages 500 application/json. the platform fails (500)
            """);
  }

  @Test
  void workspaceSamplesDoWhatTheySay() {
    assertThat(
            rows(
                new WorkspaceSandbox(CLOCK),
                "/v1/api/conversations/%s",
                "/v1/api/conversations/%s",
                Map.of(
                    "x-api-key", List.of("demo-workspace-key"),
                    "x-workspace-id", List.of("66b1f0a94c2de8137a5d0000")),
                answer -> at(answer, "messages")))
        .isEqualTo(
            """
            0042: 200, 11 messages. a short story with a rejected draft and one never sent
            0001: 200, 0 messages. no messages yet
            0007: 200, 2 messages. HTML mail
            0013: 200, 9 messages. hostile text, forged headers, planted credentials
            0077: 200, 12 messages. emoji, Chinese, Japanese, Hebrew, Arabic, Hindi
            0099: 200, 9 messages. awkward values: one id for all messages, null, unknown words
            0100: 200, 5000 messages. 5000 messages
            0400: 400, messages 400 application/json. an id the platform cannot read (400)
            0429: 429 then 200, messages 429 application/json. rate limited (429) for a second at every first try
            9429: 429, messages 429 application/json. rate limited (429) for an hour, always
            0500: 500, messages 500 application/json. the platform fails (500)
            """);
  }

  @Test
  void hostileSamplesHoldEscapesAndPlantedSecrets() {
    for (Service service :
        List.of(
            new ChatwootSandbox(false),
            new SalesCaptainSandbox(CLOCK),
            new AsappSandbox(),
            new CrmSandbox(),
            new WorkspaceSandbox(CLOCK))) {
      String name = service.name().equals("chatwoot") ? "13" : "0013";
      String all =
          service.stored(name).orElseThrow().body()
              + String.join("\n", service.lines(name).orElse(List.of()));

      assertThat(all)
          .contains("\\u001b]0;", "\\u009b2J", "\\u202e", "\\ud800 and", "\"planted-")
          .contains("[08:00:00] Agent Eve", "99 messages, complete");
      assertThat(all.replace("\n", "")).matches("[ -~]*");
    }
  }

  @Test
  void onlyNamesOfDigitsAreLookedFor() {
    Service service = new CrmSandbox();

    assertThat(service.stored("0042")).isPresent();
    assertThat(service.stored("../crm/0042")).isEmpty();
    assertThat(service.stored("")).isEmpty();
  }
}

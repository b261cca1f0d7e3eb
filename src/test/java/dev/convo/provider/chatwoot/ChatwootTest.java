package dev.convo.provider.chatwoot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Request;
import dev.convo.model.Extras;
import dev.convo.model.Note;
import dev.convo.provider.CallsFixture;
import dev.convo.provider.Fixtures;
import dev.convo.provider.Provider.Found;
import dev.convo.provider.Query;
import dev.convo.provider.Told;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ChatwootTest {
  private static final String CONVERSATION = "/api/v1/accounts/3/conversations/42";
  private static final String MESSAGES = CONVERSATION + "/messages";
  private static final String ALL = MESSAGES + "?after=0&before=9223372036854775807";

  @Test
  void wholeConversationIsMapped() {
    String older = Fixtures.text("chatwoot/messages-older.json");
    String newest = Fixtures.text("chatwoot/messages-newest.json");

    Found found =
        read(
            Map.of(
                CONVERSATION,
                Fixtures.text("chatwoot/conversation.json"),
                MESSAGES,
                older.substring(0, older.lastIndexOf(']'))
                    + newest
                        .substring(newest.indexOf("\"payload\": ["))
                        .replace("\"payload\": [", ",")));

    Told.assertAsIn("chatwoot/conversation.txt", found);
  }

  @Test
  void conversationAndNewestMessagesAreAskedForAtOnce() {
    assertThat(new Chatwoot().opening(asking(true)))
        .extracting(Request::purpose, CallsFixture::target)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("conversation 42", CONVERSATION),
            org.assertj.core.groups.Tuple.tuple("messages of conversation 42", MESSAGES));
  }

  @Test
  void withoutMessagesOnlyTheDocumentedCallIsMade() {
    String body = Fixtures.text("chatwoot/conversation.json");

    Found found =
        new Chatwoot()
            .conversation(asking(false), CallsFixture.answering(Map.of(CONVERSATION, body)));

    assertThat(found.conversation().messages()).isEmpty();
    assertThat(found.conversation().status()).isEqualTo("snoozed");
    assertThat(found.completeness().complete()).isNull();
    assertThat(found.missing()).isNull();
  }

  @Test
  void whatTheAnswerEmbedsIsShownWhereTheMessagesFail() {
    Failure failure =
        new Failure(Kind.FORBIDDEN, "messages of conversation 42: refused", "ask for access");

    Found found =
        new Chatwoot()
            .conversation(
                asking(true),
                CallsFixture.failing(
                    Map.of(CONVERSATION, Fixtures.text("chatwoot/conversation.json")),
                    Map.of(MESSAGES, failure)));

    Told.assertAsIn("chatwoot/conversation-alone.txt", found);
    assertThat(found.missing()).isSameAs(failure);
  }

  @Test
  void rangeThatFailsLeavesTheNewestPage() {
    Failure failure = new Failure(Kind.NETWORK, "the messages: no connection", null);
    String[] newest =
        IntStream.rangeClosed(11, 30).mapToObj(String::valueOf).toArray(String[]::new);

    Found found =
        new Chatwoot()
            .conversation(
                asking(true),
                CallsFixture.failing(
                    Map.of(CONVERSATION, "{\"id\":42}", MESSAGES, page(newest)),
                    Map.of(ALL, failure)));

    assertThat(ids(found)).containsExactly(newest);
    assertThat(found.completeness().complete()).isFalse();
    assertThat(found.completeness().notes())
        .containsExactly(Note.reason("messages_not_fetched", "the messages: no connection"));
    assertThat(found.missing()).isSameAs(failure);
  }

  @Test
  void failureOfTheConversationIsTheFailure() {
    Failure failure = new Failure(Kind.NOT_FOUND, "conversation 42: not found", null);
    Failure other = new Failure(Kind.NETWORK, "no connection", null);

    Failure thrown =
        catchThrowableOfType(
            Failure.class,
            () ->
                new Chatwoot()
                    .conversation(
                        asking(true),
                        CallsFixture.failing(
                            Map.of(), Map.of(CONVERSATION, failure, MESSAGES, other))));

    assertThat(thrown).isSameAs(failure);
  }

  @Test
  void refusalByTheCloudMentionsOwnServers() {
    Query query =
        new Query("42", URI.create("https://app.chatwoot.com"), Map.of("account_id", "3"), false);
    Failure failure = new Failure(Kind.UNAUTHORIZED, "refused", "look at api_access_token");

    Failure thrown =
        catchThrowableOfType(
            Failure.class,
            () ->
                new Chatwoot()
                    .conversation(
                        query, CallsFixture.failing(Map.of(), Map.of(CONVERSATION, failure))));

    assertThat(thrown.hint()).isEqualTo("look at api_access_token; self-hosted? set base_url");
  }

  @Test
  void messageThatArrivesMeanwhileIsAskedFor() {
    Found found =
        read(
            Map.of(
                CONVERSATION,
                "{\"id\":42,\"messages\":[" + message("9") + "]}",
                MESSAGES,
                page("7"),
                ALL,
                page("7", "9")));

    assertThat(ids(found)).containsExactly("7", "9");
    assertThat(found.completeness().complete()).isTrue();
  }

  @Test
  void whatOnlyTheEmbeddedShapeSaysOfAMessageIsKept() {
    Found found =
        read(
            Map.of(
                CONVERSATION,
                """
                {"id":42,"messages":[{"id":7,"message_type":0,"private":false,
                 "content_attributes":{"in_reply_to":5,"deleted":true}}]}""",
                MESSAGES,
                page("7")));

    assertThat(found.conversation().messages().get(0).extras())
        .isEqualTo(Extras.with().replyTo("5").deleted(true).build());
  }

  @Test
  void messageThatTheListNeverHoldsIsShownAndCompletenessNotClaimed() {
    Found found =
        read(
            Map.of(
                CONVERSATION,
                "{\"id\":42,\"messages\":[" + message("9") + "]}",
                MESSAGES,
                page("7"),
                ALL,
                page("7"),
                MESSAGES + "?before=7",
                page()));

    assertThat(ids(found)).containsExactly("7", "9");
    assertThat(found.completeness().complete()).isNull();
  }

  @Test
  void textOfADeletedMessageIsThePlatformsOwn() {
    assertThat(texts("\"content\":\"Gone\",\"content_attributes\":{\"deleted\":true}"))
        .containsExactly("AGENT false Gone");
    assertThat(texts("\"content\":null,\"content_attributes\":{\"deleted\":true}"))
        .containsExactly("AGENT false null");
  }

  @Test
  void messageThatNobodyWroteIsABots() {
    String rule = "\"content_attributes\":{\"automation_rule_id\":5}";

    assertThat(texts("\"content\":\"a\"," + rule)).containsExactly("BOT false a");
    assertThat(texts("\"content\":\"a\",\"sender\":{\"id\":1,\"type\":\"user\"}," + rule))
        .containsExactly("AGENT false a");
    assertThat(texts("\"content\":\"a\"")).containsExactly("AGENT false a");
  }

  @Test
  void onlyFullHtmlOfMailIsHtml() {
    String address = "My address:\\nRua A 1\\n<ana@example.org>";

    assertThat(texts(mail("\"full\":\"<p>a</p>\",\"reply\":\"b\",\"quoted\":\"" + address + "\"")))
        .containsExactly("AGENT false My address:\nRua A 1\n<ana@example.org>");
    assertThat(texts(mail("\"full\":\"<p>a</p>\""))).containsExactly("AGENT true <p>a</p>");
  }

  private static String mail(String html) {
    return "\"content_attributes\":{\"email\":{\"html_content\":{" + html + "}}}";
  }

  /** The role and text of an outgoing message with these members. */
  private static List<String> texts(String members) {
    Found found =
        read(
            Map.of(
                CONVERSATION,
                "{\"id\":42}",
                MESSAGES,
                "{\"payload\":[{\"id\":5,\"message_type\":1,\"private\":false," + members + "}]}"));
    return found.conversation().messages().stream()
        .map(message -> message.role() + " " + message.html() + " " + message.text())
        .toList();
  }

  @Test
  void conversationWithoutMessagesIsComplete() {
    Found found = read(Map.of(CONVERSATION, "{\"id\":42}", MESSAGES, page()));

    assertThat(found.conversation().messages()).isEmpty();
    assertThat(found.completeness().complete()).isTrue();
  }

  @Test
  void linksOfEveryViewAreRead() {
    Map<String, String> parts = Map.of("account_id", "3", "id", "42");

    for (String path :
        List.of(
            "/app/accounts/3/conversations/42",
            "/app/accounts/3/inbox/8/conversations/42/",
            "/app/accounts/3/label/late/conversations/42",
            "/app/accounts/3/inbox-view/conversation/42",
            "/api/v1/accounts/3/conversations/42")) {
      assertThat(
              new Chatwoot()
                  .descriptor().links().stream().flatMap(link -> link.match(path).stream()))
          .as(path)
          .containsExactly(parts);
    }
  }

  @Test
  void answerAboutAnotherConversationIsRefused() {
    assertThat(failure("{\"id\":43}", page()).kind()).isEqualTo(Kind.BAD_ANSWER);
    assertThat(failure("{\"id\":42.0}", page()).kind()).isEqualTo(Kind.BAD_ANSWER);
  }

  @Test
  void answerThatIsNoConversationIsRefused() {
    assertThat(failure("[]", page()).message())
        .isEqualTo("conversation 42: $: expected an object, found a list");
    assertThat(failure("{\"error\":\"no\",\"code\":7}", page()).message())
        .isEqualTo("conversation 42: the platform answered with an error (code 7): \"no\"");
    assertThat(failure("{}", page()).message())
        .isEqualTo("conversation 42: $: expected a conversation, found an empty object");
  }

  @Test
  void messagesOfAnotherConversationAreNotShown() {
    Found found =
        read(
            Map.of(
                CONVERSATION,
                "{\"id\":42}",
                MESSAGES,
                "{\"payload\":[{\"id\":5,\"conversation_id\":43,\"content\":\"secret\"}]}"));

    assertThat(found.conversation().messages()).isEmpty();
    assertThat(found.completeness().complete()).isFalse();
    assertThat(found.missing()).isNotNull();
  }

  @Test
  void onlyAPositiveNumberIsAnId() {
    for (String id : List.of("0", "042", "12abc", "-1", "4/2", "", "99999999999999999999")) {
      assertThat(id).doesNotMatch(new Chatwoot().descriptor().idForm());
    }
  }

  private static Failure failure(String conversation, String messages) {
    return catchThrowableOfType(
        Failure.class, () -> read(Map.of(CONVERSATION, conversation, MESSAGES, messages)));
  }

  private static Found read(Map<String, String> bodies) {
    return new Chatwoot().conversation(asking(true), CallsFixture.answering(bodies));
  }

  static Query asking(boolean messages) {
    return new Query("42", URI.create("https://host.test"), Map.of("account_id", "3"), messages);
  }

  private static List<String> ids(Found found) {
    return found.conversation().messages().stream().map(m -> String.valueOf(m.id())).toList();
  }

  private static String page(String... ids) {
    return "{\"payload\":["
        + java.util.stream.Stream.of(ids)
            .map(ChatwootTest::message)
            .collect(java.util.stream.Collectors.joining(","))
        + "]}";
  }

  private static String message(String id) {
    return "{\"id\":" + id + ",\"created_at\":" + id + ",\"message_type\":0,\"private\":false}";
  }
}

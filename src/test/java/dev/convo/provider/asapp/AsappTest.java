package dev.convo.provider.asapp;

import static dev.convo.provider.Fixtures.attributes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Calls;
import dev.convo.http.Headers;
import dev.convo.http.Refusal;
import dev.convo.http.Request;
import dev.convo.model.Completeness;
import dev.convo.model.Conversation;
import dev.convo.model.Delivery;
import dev.convo.model.Message;
import dev.convo.model.Note;
import dev.convo.model.Participant;
import dev.convo.model.Role;
import dev.convo.model.Visibility;
import dev.convo.provider.CallsFixture;
import dev.convo.provider.Fixtures;
import dev.convo.provider.Provider.Found;
import dev.convo.provider.Query;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class AsappTest {
  private static final String ID = "01HT3Q8V5Z2W7K9M4N6P8R0S1T";
  private static final String ASKED = "conversation " + ID + ": ";
  private static final String ONE = "/conversation/v1/conversations/" + ID;
  private static final String MESSAGES = ONE + "/messages";
  private static final String LOOK_UP = "/conversation/v1/conversations?externalId=shop-7731";
  private static final String CONVERSATION = Fixtures.text("asapp/conversation.json");
  private static final Note MASKED =
      new Note("credentials_masked", "credentials in the answer are shown as ***");
  private static final Note NOT_ASKED =
      Note.reason("messages_not_asked", "messages were not fetched (--no-messages)");
  private static final Note TOTAL_UNKNOWN =
      Note.reason("total_unknown", "ASAPP does not say whether these are all messages");
  private static final Note ROLE_UNKNOWN =
      new Note("role_unknown", "messages without a known sender are shown as private");

  private static final Conversation BARE =
      Conversation.of("asapp")
          .id(ID)
          .customer(Participant.of("cust-881", "Tomas Lindqvist"))
          .assignee(
              new Participant(
                  "agent-12", "Noor Adeyemi", null, null, attributes("{'team':{'id':3}}")))
          .attributes(
              attributes(
                  "{'externalId':'shop-7731','metadata':{'queue':'returns','priority':2,"
                      + "'auth_token':'***'},'region':null}"))
          .build();

  @Test
  void wholeConversationIsMapped() {
    Found found = read(Map.of(ONE, CONVERSATION, MESSAGES, Fixtures.text("asapp/messages.json")));

    assertThat(found)
        .isEqualTo(
            new Found(
                BARE.change()
                    .attributes(
                        attributes(
                            "{'externalId':'shop-7731','metadata':{'queue':'returns',"
                                + "'priority':2,'auth_token':'***'},'region':null,"
                                + "'messages':{'next':'c-2'}}"))
                    .messages(expectedMessages())
                    .build(),
                new Completeness(null, null, List.of(MASKED, ROLE_UNKNOWN, TOTAL_UNKNOWN)),
                null));
  }

  private static List<Message> expectedMessages() {
    return List.of(
        message(
            "m-1",
            "2026-03-15T08:00:00Z",
            Role.CUSTOMER,
            Participant.of(null, "Tomas Lindqvist"),
            "Hello, my chair arrived broken.",
            "{'createdTimestamp':'2026-03-15T08:00:02Z'}"),
        message(
            "m-2",
            "2026-03-15T08:00:05.123Z",
            Role.SYSTEM,
            null,
            "Conversation assigned to agent-12",
            "{'createdTimestamp':'2026-03-15T08:00:05.123456789012+0000'}"),
        message(
            "m-3",
            "2026-03-15T08:01:00.5Z",
            Role.AGENT,
            Participant.of("agent-12", "Noor Adeyemi"),
            "I am sorry to hear that.",
            "{'sender':{'device':'web'},'createdTimestamp':'2026-03-15T08:01:00Z'}"),
        message(
            "m-4",
            "2026-03-15T08:02:00Z",
            Role.AGENT,
            Participant.ofId("agent-40"),
            "Taking over from my colleague.",
            "{}"),
        message("m-5", "2026-03-15T08:03:00Z", Role.AGENT, null, "Thanks", "{}"),
        message(
            "9007199254740993",
            "2026-03-15T08:04:00Z",
            Role.UNKNOWN,
            Participant.ofId("agent-12"),
            "psst",
            "{'sender':{'role':'supervisor'},'id':'other'}"));
  }

  private static Message message(
      String id,
      String at,
      Role role,
      @Nullable Participant author,
      String text,
      String attributes) {
    boolean person = role == Role.CUSTOMER || role == Role.AGENT;
    return Message.of(id)
        .at(Instant.parse(at))
        .role(role)
        .author(author)
        .text(text)
        .visibility(person ? Visibility.PUBLIC : Visibility.PRIVATE)
        .delivery(role == Role.CUSTOMER ? Delivery.RECEIVED : Delivery.UNKNOWN)
        .attributes(attributes(attributes))
        .build();
  }

  @Test
  void senderOfAnOddFormIsKeptAndHisMessageIsPrivate() {
    String odd = "{'items':[{'sender':'bob','text':7,'clientTimestamp':'never'}]}";

    Found found = read(Map.of(ONE, "{'id':'" + ID + "'}", MESSAGES, odd));

    assertThat(found.conversation().messages())
        .containsExactly(
            Message.of(null)
                .number(1)
                .text("7")
                .attributes(attributes("{'sender':'bob','text':7,'clientTimestamp':'never'}"))
                .build());
  }

  @Test
  void itemThatIsNoMessageIsKept() {
    Found found = read(Map.of(ONE, "{'id':'" + ID + "'}", MESSAGES, "{'items':[7,null]}"));

    assertThat(found)
        .isEqualTo(
            new Found(
                Conversation.of("asapp")
                    .id(ID)
                    .attributes(attributes("{'messages':{'items':[7,null]}}"))
                    .build(),
                new Completeness(
                    null,
                    null,
                    List.of(
                        TOTAL_UNKNOWN,
                        Note.reason(
                            "messages_odd",
                            "some entries in ASAPP's message list are not messages; they are in"
                                + " the attributes"))),
                null));
  }

  @Test
  void conversationWithoutIdHasTheOneAskedFor() {
    Found found =
        read(Map.of(ONE, "{'externalId':5,'agent':{},'customer':null}", MESSAGES, "{'items':[]}"));

    assertThat(found)
        .isEqualTo(
            new Found(
                Conversation.of("asapp").id(ID).attributes(attributes("{'externalId':5}")).build(),
                new Completeness(null, null, List.of(TOTAL_UNKNOWN)),
                null));
  }

  @Test
  void failedMessagesLeaveTheConversationAndSayWhy() {
    Failure refused = new Failure(Kind.FORBIDDEN, "messages: forbidden (HTTP 403): \"No\"", null);

    Found found =
        new Asapp()
            .conversation(
                query(ID, Map.of()),
                CallsFixture.failing(Map.of(ONE, CONVERSATION), Map.of(MESSAGES, refused)));

    assertThat(found)
        .isEqualTo(
            new Found(
                BARE,
                new Completeness(
                    false,
                    null,
                    List.of(
                        MASKED,
                        Note.reason(
                            "messages_not_fetched", "messages: forbidden (HTTP 403): \"No\""))),
                refused));
  }

  @Test
  void messagesThatAreNoListOfMessagesAreAFailure() {
    Found found = read(Map.of(ONE, CONVERSATION, MESSAGES, "{'payload':[]}"));

    assertThat(found.conversation()).isEqualTo(BARE);
    assertThat(found.completeness().notes())
        .containsExactly(
            MASKED,
            Note.reason(
                "messages_not_fetched",
                "messages of conversation "
                    + ID
                    + ": $: expected a list of messages, found an object with the keys payload"));
  }

  @Test
  void theConversationsFailureGoesBeforeTheMessagesFailure() {
    Failure first = new Failure(Kind.NOT_FOUND, "first", null);
    Failure second = new Failure(Kind.FORBIDDEN, "second", null);
    Calls calls = CallsFixture.failing(Map.of(), Map.of(ONE, first, MESSAGES, second));

    assertThat(
            catchThrowableOfType(
                Failure.class, () -> new Asapp().conversation(query(ID, Map.of()), calls)))
        .isSameAs(first);
  }

  @Test
  void interruptionOfTheMessagesEndsTheWhole() {
    Failure interrupted = new Failure(Kind.INTERRUPTED, "stopped", null);
    Calls calls = CallsFixture.failing(Map.of(ONE, CONVERSATION), Map.of(MESSAGES, interrupted));

    assertThat(
            catchThrowableOfType(
                Failure.class, () -> new Asapp().conversation(query(ID, Map.of()), calls)))
        .isSameAs(interrupted);
  }

  @Test
  void answerThatIsNoConversationIsRefused() {
    assertThat(failure("'hello'")).isEqualTo(ASKED + "$: expected an object, found text");
    assertThat(failure("{'status':'ok'}"))
        .isEqualTo(ASKED + "$: expected a conversation, found an object with the keys status");
    assertThat(failure("{'id':'01ht3q8v5z2w7k9m4n6p8r0s1t'}"))
        .isEqualTo(ASKED + "the answer is about another conversation, 01ht3q8v5z2w7k9m4n6p8r0s1t");
  }

  private static String failure(String body) {
    Failure failure =
        catchThrowableOfType(
            Failure.class, () -> read(Map.of(ONE, body, MESSAGES, "{'items':[]}")));
    assertThat(failure.kind()).isEqualTo(Kind.BAD_ANSWER);
    return failure.message();
  }

  @Test
  void externalIdIsLookedUpFirst() {
    Found found =
        readExternal(
            Map.of(
                LOOK_UP,
                "{'items':[" + CONVERSATION + "]}",
                MESSAGES,
                Fixtures.text("asapp/messages.json")));

    assertThat(found.conversation().change().attributes(BARE.attributes()).build())
        .isEqualTo(BARE.change().messages(expectedMessages()).build());
  }

  @Test
  void messagesOfAConversationWithoutIdAreFoundByExternalId() {
    Found found =
        readExternal(
            Map.of(
                LOOK_UP,
                "{'items':[{'externalId':'shop-7731'}],'total':1}",
                "/conversation/v1/conversation/messages?externalId=shop-7731",
                "{'items':[]}"));

    assertThat(found)
        .isEqualTo(
            new Found(
                Conversation.of("asapp")
                    .attributes(
                        attributes("{'externalId':'shop-7731','conversations':{'total':1}}"))
                    .build(),
                new Completeness(null, null, List.of(TOTAL_UNKNOWN)),
                null));
  }

  @Test
  void externalIdThatNoConversationHasIsNotFound() {
    Failure failure = externalFailure("{'items':[]}");

    assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
    assertThat(failure.message())
        .isEqualTo("conversation with external id shop-7731 in sandbox: not found");
    assertThat(failure.hint()).isEqualTo("if it is ASAPP's own id, leave out --external-id");
  }

  @Test
  void lookUpThatIsNoListOfConversationsIsRefused() {
    for (String items : List.of("7", "'none'", "{}", "['A1']")) {
      Failure failure = externalFailure("{'items':" + items + "}");

      assertThat(failure.kind()).as(items).isEqualTo(Kind.BAD_ANSWER);
      assertThat(failure.message())
          .isEqualTo(
              "conversation with external id shop-7731 in sandbox: $: expected a list of"
                  + " conversations, found an object with the keys items");
    }
    assertThat(externalFailure("{'items':null}").kind()).isEqualTo(Kind.NOT_FOUND);
  }

  @Test
  void severalConversationsOfOneExternalIdAreListed() {
    Failure failure = externalFailure("{'items':[{'id':'A1'},{'id':null},{'id':'C3'}]}");

    assertThat(failure.kind()).isEqualTo(Kind.REJECTED);
    assertThat(failure.message())
        .isEqualTo(
            "conversation with external id shop-7731 in sandbox: 3 conversations have it: A1, C3");
    assertThat(failure.hint()).isEqualTo("convo asapp A1");
  }

  @Test
  void lookUpThatBringsAnotherExternalIdIsRefused() {
    Failure failure = externalFailure("{'items':[{'id':'A1','externalId':'shop-77310'}]}");

    assertThat(failure.kind()).isEqualTo(Kind.BAD_ANSWER);
    assertThat(failure.message())
        .isEqualTo(
            "conversation with external id shop-7731 in sandbox:"
                + " the answer is about another conversation, shop-77310");
  }

  private static Failure externalFailure(String body) {
    return catchThrowableOfType(Failure.class, () -> readExternal(Map.of(LOOK_UP, body)));
  }

  @Test
  void openingNamesTheEnvironmentAndAsksForBothAtOnce() {
    assertThat(new Asapp().opening(query(ID, Map.of("environment", "sandbox"))))
        .containsExactly(
            Request.of(
                "conversation " + ID + " in sandbox", "conversation/v1/conversations/{}", ID),
            Request.of(
                "messages of conversation " + ID + " in sandbox",
                "conversation/v1/conversations/{}/messages",
                ID));
  }

  @Test
  void withoutMessagesOneCallIsMade() {
    Query query = new Query(ID, URI.create("https://host.test"), Map.of(), false);

    assertThat(new Asapp().opening(query))
        .containsExactly(Request.of("conversation " + ID, "conversation/v1/conversations/{}", ID));
    assertThat(new Asapp().conversation(query, CallsFixture.answering(Map.of(ONE, CONVERSATION))))
        .isEqualTo(new Found(BARE, new Completeness(null, null, List.of(MASKED, NOT_ASKED)), null));
  }

  @Test
  void anythingPrintableIsAnIdThatCannotReachAnotherPath() {
    Pattern form = new Asapp().descriptor().idForm();

    assertThat(List.of(ID, "a", "...", "a:b;c=d&e", "x".repeat(128)))
        .allMatch(id -> form.matcher(id).matches());
    assertThat(
            List.of(
                "",
                ".",
                "..",
                "a/b",
                "a\\b",
                "a?b",
                "a#b",
                "a%2f",
                "a b",
                "é",
                "a\n",
                "x".repeat(129)))
        .noneMatch(id -> form.matcher(id).matches());
  }

  @Test
  void anyTextIsAnExternalId() {
    Pattern form = new Asapp().descriptor().idForm(Map.of("external_id", "true"));

    assertThat(form.matcher("ticket 7/8 é").matches()).isTrue();
    assertThat(
            new Asapp()
                .descriptor()
                .idForm(Map.of("external_id", "false"))
                .matcher("a b")
                .matches())
        .isFalse();
  }

  @Test
  void refusalsNameWhatTellsTheEnvironmentsApart() {
    String credentials =
        "production and sandbox have separate credentials: check that environment, api_id and"
            + " api_secret belong together";

    assertThat(explain(400, "400-01", "Bad request"))
        .isEqualTo(said("400-01", "Bad request", null));
    assertThat(explain(401, "401-01", "Unauthorized"))
        .isEqualTo(said("401-01", "Unauthorized", credentials));
    assertThat(explain(403, "403-01", "Forbidden"))
        .isEqualTo(said("403-01", "Forbidden", credentials));
    assertThat(explain(404, "404-01", "Not Found"))
        .isEqualTo(
            said(
                "404-01",
                "Not Found",
                "check the id and the environment; for an id of your own chat or voice system,"
                    + " add --external-id"));
    assertThat(explain(422, "422-01", "Unprocessable"))
        .isEqualTo(said("422-01", "Unprocessable", null));
    assertThat(explain(429, "429-01", "Too many"))
        .isEqualTo(
            said(
                "429-01",
                "Too many",
                "once the daily limit is reached, ASAPP refuses every call until 00:00 UTC"));
    assertThat(explain(503, "503-01", "Unavailable"))
        .isEqualTo(said("503-01", "Unavailable", null));
  }

  private static Refusal explain(int status, String code, String message) {
    String body =
        "{\"error\":{\"requestId\":\"8e03\",\"code\":\"%s\",\"message\":\"%s\"}}"
            .formatted(code, message);
    return new Asapp().explain(status, Headers.NONE, body.getBytes(StandardCharsets.UTF_8));
  }

  private static Refusal said(String code, String sentence, @Nullable String hint) {
    return new Refusal(sentence, code, "8e03", null, Refusal.Reason.AS_STATUS, hint);
  }

  private static Found read(Map<String, String> bodies) {
    return new Asapp().conversation(query(ID, Map.of()), answering(bodies));
  }

  private static Found readExternal(Map<String, String> bodies) {
    return new Asapp()
        .conversation(
            query("shop-7731", Map.of("external_id", "true", "environment", "sandbox")),
            answering(bodies));
  }

  private static Calls answering(Map<String, String> bodies) {
    Map<String, String> quoted = new HashMap<>(bodies);
    quoted.replaceAll((target, body) -> body.replace('\'', '"'));
    return CallsFixture.answering(quoted);
  }

  private static Query query(String id, Map<String, String> settings) {
    return new Query(id, URI.create("https://host.test"), settings, true);
  }
}

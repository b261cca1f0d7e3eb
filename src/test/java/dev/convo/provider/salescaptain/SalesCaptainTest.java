package dev.convo.provider.salescaptain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Headers;
import dev.convo.http.Refusal;
import dev.convo.http.Request;
import dev.convo.model.Completeness;
import dev.convo.model.Note;
import dev.convo.provider.CallsFixture;
import dev.convo.provider.Fixtures;
import dev.convo.provider.Provider.Found;
import dev.convo.provider.Query;
import dev.convo.provider.Told;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SalesCaptainTest {
  private static final String ID = "0f8fad5b-d9cb-069f-0165-70867728950e";
  private static final String ASKED = "conversation " + ID + ": ";
  private static final String CONVERSATION = "/v1/fetch-conversation/" + ID;
  private static final Map<String, String> COMPANY = Map.of("company_id", "f6a7");

  @Test
  void wholeConversationIsMapped() {
    Found found =
        read(
            COMPANY,
            Map.of(
                CONVERSATION,
                Fixtures.text("salescaptain/conversation.json"),
                messages(1),
                Fixtures.text("salescaptain/messages-1.json"),
                messages(2),
                Fixtures.text("salescaptain/messages-2.json")));

    Told.assertAsIn("salescaptain/conversation.txt", found);
  }

  @Test
  void conversationAndFirstMessagesAreAskedForAtOnce() {
    List<Request> opening = new SalesCaptain().opening(asking(ID, COMPANY, true));

    assertThat(opening).extracting(CallsFixture::target).containsExactly(CONVERSATION, messages(1));
    assertThat(opening)
        .extracting(Request::purpose)
        .containsExactly("conversation " + ID, "messages of conversation " + ID);
  }

  @Test
  void withoutCompanyTheMessagesAreNotAskedFor() {
    Found found =
        read(Map.of(), Map.of(CONVERSATION, Fixtures.text("salescaptain/conversation.json")));

    assertThat(found.conversation().messages()).isEmpty();
    assertThat(found.completeness())
        .isEqualTo(
            new Completeness(
                false,
                null,
                List.of(
                    new Note("credentials_masked", "credentials in the answer are shown as ***"),
                    Note.reason(
                        "messages_need_company_id",
                        "set company_id, or use --company, to see the messages"))));
    assertThat(found.missing()).isNull();
  }

  @Test
  void withoutMessagesOnlyTheDocumentedCallIsMade() {
    Found found =
        new SalesCaptain()
            .conversation(
                asking(ID, COMPANY, false),
                CallsFixture.answering(Map.of(CONVERSATION, conversation())));

    assertThat(found.completeness())
        .isEqualTo(
            new Completeness(
                null,
                null,
                List.of(
                    Note.reason(
                        "messages_not_asked", "messages were not fetched (--no-messages)"))));
    assertThat(found.missing()).isNull();
  }

  @Test
  void conversationIsShownWhereTheMessagesFail() {
    Failure failure = new Failure(Kind.NOT_FOUND, "the messages: not found", null);

    Found found =
        new SalesCaptain()
            .conversation(
                asking(ID, COMPANY, true),
                CallsFixture.failing(
                    Map.of(CONVERSATION, conversation()), Map.of(messages(1), failure)));

    assertThat(Told.of(found))
        .isEqualTo(
            """
            provider salescaptain
            id 0f8fad5b-d9cb-069f-0165-70867728950e
            complete false
            note messages_not_fetched: the messages: not found
            missing NOT_FOUND: the messages: not found
            """);
  }

  @Test
  void failureUnderSuccessIsAFailure() {
    Failure unknown =
        failure("{'status':'failure','error':'Problem encountered while fetching conversation!'}");
    assertThat(unknown.kind()).isEqualTo(Kind.NOT_FOUND);
    assertThat(unknown.message())
        .isEqualTo(ASKED + "not found: \"Problem encountered while fetching conversation!\"");
    assertThat(unknown.hint()).isEqualTo("check the id, and that the API key is for its company");

    Failure other = failure("{'error':'Database away','status':'FAILURE','conversation':null}");
    assertThat(other.kind()).isEqualTo(Kind.BAD_ANSWER);
    assertThat(other.message())
        .isEqualTo(ASKED + "the platform answered with an error: \"Database away\"");

    Failure wordless = failure("{'status':'failure','conversation':{'data':{'contact_id':'x'}}}");
    assertThat(wordless.kind()).isEqualTo(Kind.BAD_ANSWER);
    assertThat(wordless.message()).isEqualTo(ASKED + "the platform answered with an error");
  }

  @Test
  void emptyAnswerIsNoConversation() {
    for (String body :
        List.of(
            "{'message':'Fetched!','conversation':{'data':null}}",
            "{'message':'Fetched!','conversation':{'data':{}}}",
            "{'message':'Fetched!','conversation':{'data':[]}}",
            "{'message':'Fetched!','conversation':{}}",
            "{'message':'Fetched!','conversation':null}")) {
      Failure failure = failure(body);

      assertThat(failure.kind()).as(body).isEqualTo(Kind.NOT_FOUND);
      assertThat(failure.message())
          .isEqualTo(ASKED + "not found: SalesCaptain's answer holds no conversation");
    }
  }

  @Test
  void answerOfAnotherFormIsRefused() {
    for (String body :
        List.of(
            "[]",
            "{}",
            "{'message':'Fetched!'}",
            "{'conversation':7}",
            "{'conversation':{'data':'x'}}",
            "{'conversation':{'data':[1]}}",
            "{'conversation':{'meta':{}}}",
            "{'conversation':{'data':{'error':'x'}}}")) {
      assertThat(failure(body).kind()).as(body).isEqualTo(Kind.BAD_ANSWER);
    }
    assertThat(failure("{'conversation':{'data':'x'}}").message())
        .isEqualTo(ASKED + "$.conversation.data: expected an object, found text");
    assertThat(failure("{'conversation':{'data':{'code':1,'error':'x'}}}").message())
        .isEqualTo(ASKED + "the platform answered with an error (code 1): \"x\"");
    assertThat(failure("{'message':'Fetched!','other':1}").message())
        .isEqualTo(ASKED + "$: expected a conversation, found an object with the keys other");
  }

  @Test
  void answerAboutAnotherConversationIsRefused() {
    Failure failure =
        failure(
            "{'conversation':{'data':{'conversation_id':'1f8fad5b-d9cb-069f-0165-70867728950e'}}}");

    assertThat(failure.kind()).isEqualTo(Kind.BAD_ANSWER);
  }

  @Test
  void messagesOfAnotherConversationAreNotShown() {
    Found found =
        read(
            COMPANY,
            Map.of(
                CONVERSATION,
                conversation(),
                messages(1),
                quoted("{'messages':{'data':[{'conversation_id':'other','message':'secret'}]}}")));

    assertThat(found.conversation().messages()).isEmpty();
    assertThat(found.completeness().complete()).isFalse();
    assertThat(found.missing()).isNotNull();
  }

  @Test
  void failureOfTheMessagesUnderSuccessIsMissing() {
    Found found =
        read(
            COMPANY,
            Map.of(
                CONVERSATION,
                conversation(),
                messages(1),
                quoted("{'status':'failure','error':'Company unknown','messages':{'data':[]}}")));

    assertThat(found.completeness())
        .isEqualTo(
            new Completeness(
                false,
                null,
                List.of(
                    Note.reason(
                        "messages_not_fetched",
                        "messages of "
                            + ASKED
                            + "the platform answered with an error: \"Company unknown\""))));
    assertThat(found.missing()).isNotNull();
  }

  @Test
  void onlyAUuidIsAnId() {
    for (String id : List.of("42", "", ID + "0", "0f8fad5b-d9cb-069f-0165-7086772895zz", "../x")) {
      assertThat(id).doesNotMatch(new SalesCaptain().descriptor().idForm());
    }
  }

  @Test
  void unknownIdHintsAtTheCompany() {
    byte[] body =
        quoted("{'status':'failure','error':'Problem encountered while fetching conversation!'}")
            .getBytes(StandardCharsets.UTF_8);

    assertThat(new SalesCaptain().explain(404, Headers.NONE, body))
        .isEqualTo(
            new Refusal(
                "Problem encountered while fetching conversation!",
                null,
                null,
                null,
                Refusal.Reason.AS_STATUS,
                "check the id, and that the API key is for its company"));
  }

  @Test
  void refusedKeyIsReadAsItIs() {
    byte[] body =
        quoted("{'error':'Unauthorized access','code':'UNAUTHORIZED','path':'/v1'}")
            .getBytes(StandardCharsets.UTF_8);

    assertThat(new SalesCaptain().explain(401, Headers.NONE, body))
        .isEqualTo(
            new Refusal(
                "Unauthorized access", "UNAUTHORIZED", null, null, Refusal.Reason.AS_STATUS, null));
  }

  private static Failure failure(String body) {
    return catchThrowableOfType(
        Failure.class, () -> read(Map.of(), Map.of(CONVERSATION, quoted(body))));
  }

  private static Found read(Map<String, String> settings, Map<String, String> bodies) {
    return new SalesCaptain()
        .conversation(asking(ID, settings, true), CallsFixture.answering(bodies));
  }

  static Query asking(String id, Map<String, String> settings, boolean messages) {
    return new Query(id, URI.create("https://host.test"), settings, messages);
  }

  static String conversation() {
    return quoted("{'conversation':{'data':{'conversation_id':'" + ID + "'}}}");
  }

  static String messages(int page) {
    return "/v1/fetch-messages/f6a7/"
        + ID
        + "?page_number="
        + page
        + "&items_per_page=100&sort_by=created_at&sort_dir=asc";
  }

  private static String quoted(String json) {
    return json.replace('\'', '"');
  }
}

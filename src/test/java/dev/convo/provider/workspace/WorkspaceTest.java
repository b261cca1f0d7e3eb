package dev.convo.provider.workspace;

import static dev.convo.provider.Fixtures.attributes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Calls;
import dev.convo.http.Headers;
import dev.convo.http.Refusal;
import dev.convo.http.Request;
import dev.convo.model.Attributes;
import dev.convo.model.Completeness;
import dev.convo.model.Conversation;
import dev.convo.model.Delivery;
import dev.convo.model.Extras;
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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class WorkspaceTest {
  private static final String ID = "65f1a2b3c4d5e6f708192a3z";
  private static final String ASKED = "conversation " + ID + ": ";
  private static final Note UNKNOWN_DIRECTION =
      new Note(
          "direction_unknown",
          "messages that Trillet marks neither inbound nor outbound are shown as" + " private");
  private static final Note NO_MESSAGES =
      Note.reason("messages_missing", "Trillet's answer holds no list of messages");
  private static final Participant MIRA =
      new Participant(
          null, "Mira Holt", "mira.holt@example.com", "+15550100", attributes("{'apiKey':'***'}"));

  @Test
  void wholeConversationIsMapped() {
    Found found = read(Fixtures.text("workspace/conversation.json"));

    Participant mira = Participant.of(null, "Mira Holt");
    Participant agent = Participant.ofId("ag90210");
    Conversation expected =
        Conversation.of("workspace")
            .id(ID)
            .customer(MIRA)
            .assignee(agent)
            .createdAt(Instant.parse("2026-03-15T08:00:00Z"))
            .updatedAt(Instant.parse("2026-03-15T08:30:00Z"))
            .attributes(
                attributes("{'userId':'65f0aa00bb11cc22dd33ee44','pathwayId':'pw70011','__v':5}"))
            .messages(
                List.of(
                    message(
                        "65f1a2b3c4d5e6f708192b02",
                        "2026-03-15T08:00:00.123Z",
                        Role.CUSTOMER,
                        mira,
                        "Where is my parcel? \u001b[31m",
                        Delivery.RECEIVED,
                        "{'createdAt':'2026-03-15T08:00:00.123456789Z',"
                            + "'updatedAt':'2026-03-15T08:00:01Z','status':'received','sent':true}"),
                    message(
                        "65f1a2b3c4d5e6f708192b02",
                        "2026-03-15T08:10:00Z",
                        Role.AGENT,
                        agent,
                        "<p>It left us <b>yesterday</b>.</p>",
                        Delivery.SENT,
                        "{'updatedAt':'2026-03-15T08:10:00Z','autopilot':false,"
                            + "'status':'approved'}"),
                    message(
                        "90071992547409931",
                        "2026-03-15T08:10:00Z",
                        Role.AGENT,
                        agent,
                        "Anything else?",
                        Delivery.FAILED,
                        "{'status':'failed','sent':true}"),
                    // No time: it stays behind the one it came after.
                    Message.of(null)
                        .attributes(attributes("{'direction':'sideways','sent':'perhaps'}"))
                        .build(),
                    message(
                        "65f1a2b3c4d5e6f708192b01",
                        "2026-03-15T08:20:00Z",
                        Role.AGENT,
                        agent,
                        "I could offer you a refund of 40 %.",
                        Delivery.UNSENT,
                        "{'updatedAt':'2026-03-15T08:21:00Z','status':'approved'}")))
            .build();
    assertThat(found.conversation()).isEqualTo(expected);
    assertThat(found.completeness())
        .isEqualTo(
            new Completeness(
                true,
                null,
                List.of(
                    UNKNOWN_DIRECTION,
                    new Note("credentials_masked", "credentials in the answer are shown as ***"))));
    assertThat(found.missing()).isNull();
  }

  @Test
  void draftIsUnsentWhateverItsStatusSays() {
    for (String status : List.of("approved", "sent", "delivered", "failed", "received")) {
      assertThat(outbound("'sent':false,'status':'" + status + "'").delivery())
          .as(status)
          .isEqualTo(Delivery.UNSENT);
    }
  }

  @Test
  void statusOfADraftIsWhyItWasNotSent() {
    for (String status : List.of("pending", "rejected", "Pending_Approval")) {
      Message draft = outbound("'sent':false,'status':'" + status + "'");

      assertThat(draft.extras().failure()).isEqualTo(status);
      assertThat(draft.attributes()).isEqualTo(Attributes.NONE);
    }
    Message approved = outbound("'sent':false,'status':'approved'");
    assertThat(approved.extras()).isEqualTo(Extras.NONE);
    assertThat(approved.attributes()).isEqualTo(attributes("{'status':'approved'}"));
  }

  @Test
  void draftIsUnsentHoweverFalseIsWritten() {
    for (String sent : List.of("false", "'false'", "'FALSE'", "0", "'0'")) {
      assertThat(outbound("'sent':" + sent).delivery()).as(sent).isEqualTo(Delivery.UNSENT);
    }
  }

  @Test
  void doubtIsNotResolvedTowardsSent() {
    for (String sent : List.of("null", "'yes'", "2", "[]", "{}")) {
      assertThat(outbound("'sent':" + sent).delivery()).as(sent).isEqualTo(Delivery.UNKNOWN);
    }
    assertThat(outbound("'status':'approved'").delivery()).isEqualTo(Delivery.UNKNOWN);
  }

  @Test
  void elementThatIsNoMessageIsKeptAndLeavesDoubt() {
    Found found = read("{'_id':'" + ID + "','messages':['hello',7,null]}");

    assertThat(found)
        .isEqualTo(
            new Found(
                Conversation.of("workspace")
                    .id(ID)
                    .attributes(attributes("{'messages':['hello',7,null]}"))
                    .build(),
                new Completeness(
                    null,
                    null,
                    List.of(
                        Note.reason(
                            "messages_odd",
                            "some entries in Trillet's message list are not messages; they are in"
                                + " the attributes"))),
                null));
  }

  @Test
  void emptyListIsCompleteAndAMissingOneIsNot() {
    assertThat(read("{'_id':'" + ID + "','messages':[]}").completeness())
        .isEqualTo(new Completeness(true, null, List.of()));
    for (String body :
        List.of("{'_id':'" + ID + "'}", "{'messages':null}", "{'messages':'none'}")) {
      assertThat(read(body).completeness())
          .as(body)
          .isEqualTo(new Completeness(null, null, List.of(NO_MESSAGES)));
    }
  }

  @Test
  void withoutMessagesTheyAreReadOverAndNothingIsKnownOfThem() {
    Found found =
        new Workspace()
            .conversation(
                query(ID, false), answering("{'_id':'" + ID + "','messages':[{'message':'hi'}]}"));

    assertThat(found)
        .isEqualTo(
            new Found(
                Conversation.of("workspace").id(ID).build(),
                new Completeness(
                    null,
                    null,
                    List.of(
                        Note.reason(
                            "messages_not_asked", "messages were not fetched (--no-messages)"))),
                null));
  }

  @Test
  void answerAboutAnotherConversationIsRefused() {
    assertThat(failure("{'_id':'65f1a2b3c4d5e6f708192a3Z'}"))
        .isEqualTo(
            ASKED + "the answer is about another conversation," + " 65f1a2b3c4d5e6f708192a3Z");
  }

  @Test
  void answerThatIsNoConversationIsRefused() {
    assertThat(failure("[]")).isEqualTo(ASKED + "$: expected an object, found a list");
    assertThat(failure("{}"))
        .isEqualTo(ASKED + "$: expected a conversation, found an empty object");
    assertThat(failure("{'a':1,'b':2,'c':3,'d':4,'e':5,'f':6}"))
        .isEqualTo(
            ASKED
                + "$: expected a conversation, found an object with the keys a, b, c, d, e and"
                + " others");
  }

  @Test
  void answerWithoutIdIsAConversationIfItHasAKnownKey() {
    assertThat(read("{'userId':null,'customer':{}}").conversation())
        .isEqualTo(Conversation.of("workspace").attributes(attributes("{'userId':null}")).build());
  }

  @Test
  void requestCarriesTheWorkspaceAndTheContentType() {
    assertThat(new Workspace().opening(query("a:b", true)))
        .containsExactly(
            Request.of("conversation a:b", "v1/api/conversations/{}", "a:b")
                .header("x-workspace-id", "ws-1")
                .header("Content-Type", "application/json"));
  }

  @Test
  void refusalsNameTheKeyToSet() {
    String body =
        "{'error':{'code':'rate_limit_exceeded','message':'Rate limit exceeded',"
            + "'reset_at':'2026-03-15T09:00:00Z'}}";

    assertThat(explain(429, body))
        .isEqualTo(
            new Refusal(
                "Rate limit exceeded",
                "rate_limit_exceeded",
                null,
                Instant.parse("2026-03-15T09:00:00Z"),
                Refusal.Reason.AS_STATUS,
                null));
    assertThat(explain(400, "{'error':{'code':'invalid_number','message':'Invalid number'}}"))
        .isEqualTo(said("Invalid number", "invalid_number", null));
    assertThat(explain(401, "{'error':{'code':'unauthorized','message':'No key'}}"))
        .isEqualTo(
            said(
                "No key",
                "unauthorized",
                "set api_key to a key of this workspace: Trillet asks for one, although its"
                    + " reference does not show it"));
    assertThat(explain(403, "{'message':'No access'}"))
        .isEqualTo(
            said("No access", null, "check that workspace_id is the conversation's workspace"));
    assertThat(explain(404, "{'error':{'code':'not_found','message':'Not found'}}"))
        .isEqualTo(
            said(
                "Not found",
                "not_found",
                "check the id, and that workspace_id is the conversation's workspace"));
    assertThat(explain(500, "<h1>Internal Server Error</h1>"))
        .isEqualTo(said("Internal Server Error", null, null));
  }

  private static Message outbound(String members) {
    Found found = read("{'messages':[{'direction':'outbound'," + members + "}]}");
    return found.conversation().messages().get(0);
  }

  private static Message message(
      String id,
      String at,
      Role role,
      @Nullable Participant author,
      String text,
      Delivery delivery,
      String attributes) {
    return Message.of(id)
        .at(Instant.parse(at))
        .role(role)
        .author(author)
        .text(text)
        .visibility(Visibility.PUBLIC)
        .delivery(delivery)
        .attributes(attributes(attributes))
        .build();
  }

  private static Found read(String body) {
    return new Workspace().conversation(query(ID, true), answering(body));
  }

  private static String failure(String body) {
    Failure failure = catchThrowableOfType(Failure.class, () -> read(body));
    assertThat(failure.kind()).isEqualTo(Kind.BAD_ANSWER);
    return failure.message();
  }

  private static Calls answering(String body) {
    return CallsFixture.answering(Map.of("/v1/api/conversations/" + ID, body.replace('\'', '"')));
  }

  private static Query query(String id, boolean messages) {
    return new Query(id, URI.create("https://host.test"), Map.of("workspace_id", "ws-1"), messages);
  }

  private static Refusal explain(int status, String body) {
    return new Workspace()
        .explain(status, Headers.NONE, body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private static Refusal said(
      @Nullable String sentence, @Nullable String code, @Nullable String hint) {
    return new Refusal(sentence, code, null, null, Refusal.Reason.AS_STATUS, hint);
  }
}

package dev.convo.provider.crm;

import static dev.convo.provider.Fixtures.attributes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Calls;
import dev.convo.http.Headers;
import dev.convo.http.Refusal;
import dev.convo.http.Request;
import dev.convo.model.Attachment;
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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CrmTest {
  private static final String ID = "c77a0b1c-2d3e-4f50-8a9b-0c1d2e3f4a5b";

  private static Note missing(String count) {
    return Note.reason(
        "messages_missing",
        count
            + " messages: oHallo's answer holds no more, and its API documents no call for the"
            + " others");
  }

  private static final String ASKED = "conversation " + ID + ": ";

  private static final Note ODD =
      Note.reason(
          "messages_odd",
          "some entries in oHallo's message list are not messages; they are in"
              + " the attributes");

  @Test
  void wholeConversationIsMapped() {
    Found found = read(Fixtures.text("crm/conversation.json"));

    assertThat(found.conversation())
        .isEqualTo(
            Conversation.of("crm")
                .id(ID)
                .status("awaiting_contact")
                .subject("Re: invoice 2044")
                .summary("Asked for an invoice.")
                .createdAt(Instant.parse("2026-03-24T08:15:00Z"))
                .updatedAt(Instant.parse("2026-03-25T11:42:00.123Z"))
                .lastMessageAt(Instant.parse("2026-03-25T11:42:00Z"))
                .customer(
                    new Participant(
                        "ct-5",
                        "Ines Okafor",
                        "ines@example.com",
                        null,
                        attributes(
                            "{'companyName':'Okafor Ltd','resolutionStatus':'crm_resolved',"
                                + "'firstName':'Ines','lastName':'Okafor'}")))
                .attributes(
                    attributes(
                        "{'tenantId':'t-1','workspaceId':'w-9','channelId':'ch-4',"
                            + "'accountId':null,'updatedAt':'2026-03-25T11:42:00.123456Z',"
                            + "'account':{'id':'ac-1','name':'Okafor Ltd'},"
                            + "'attentionItems':[{'id':'ai-1','type':'human_requested',"
                            + "'status':'open','reason':null}],"
                            + "'messages':['stray'],'language':'en'}"))
                .messages(expectedMessages())
                .build());
    assertThat(found.completeness())
        .isEqualTo(
            new Completeness(
                false,
                6L,
                List.of(
                    new Note("credentials_masked", "credentials in the answer are shown as ***"),
                    ODD,
                    missing("5 of 6"))));
    assertThat(found.missing()).isNull();
  }

  private static List<Message> expectedMessages() {
    return List.of(
        message(
            "m1",
            "2026-03-24T08:15:00Z",
            Role.CUSTOMER,
            Participant.of("ct-5", "Ines Okafor"),
            "Could you send invoice 2044?",
            Visibility.PUBLIC,
            "{'direction':'inbound'}"),
        message(
            "2",
            "2026-03-24T08:15:10Z",
            Role.BOT,
            new Participant("bot-1", "Helper", null, null, attributes("{'type':'ai'}")),
            "Of course. \u202e",
            Visibility.PUBLIC,
            "{'direction':'outbound','role':'assistant','body':'<p>Of course.</p>'}"),
        message(
            "m3",
            "2026-03-24T08:16:40Z",
            Role.AGENT,
            new Participant("u-3", "Ravi", null, null, attributes("{'email':'ravi@example.com'}")),
            "Ask Jo about this one",
            Visibility.PRIVATE,
            "{'sender':'agent','type':'internal_note','timestamp':'2026-03-24T08:16:41Z'}"),
        message(
                "m4",
                null,
                Role.UNKNOWN,
                null,
                "Anyone?",
                Visibility.PRIVATE,
                "{'role':'user','isInternal':false}")
            .change()
            .attachments(
                List.of(
                    new Attachment(
                        null,
                        null,
                        null,
                        "https://files.example.com/1",
                        null,
                        attributes("{'secret_key':'***'}"))))
            .build(),
        message(
                "m5",
                "2026-03-24T08:18:00Z",
                Role.BOT,
                null,
                "Here it is",
                Visibility.PUBLIC,
                "{'direction':'outbound','senderType':'ai','deletedAt':'2026-03-24T08:20:00Z',"
                    + "'createdAt':'2026-03-24T08:17:00Z'}")
            .change()
            .delivery(Delivery.FAILED)
            .attachments(
                List.of(
                    new Attachment(
                        "8",
                        "application/pdf",
                        "invoice-2044.pdf",
                        "https://files.example.com/8",
                        48211L,
                        attributes("{'type':'file'}"))))
            .extras(
                Extras.with()
                    .replyTo("m1")
                    .editedAt(Instant.parse("2026-03-24T08:19:00Z"))
                    .deleted(true)
                    .failure("mailbox full")
                    .build())
            .build());
  }

  private static Message message(
      String id,
      @Nullable String at,
      Role role,
      @Nullable Participant author,
      String text,
      Visibility visibility,
      String attributes) {
    return Message.of(id)
        .at(at == null ? null : Instant.parse(at))
        .role(role)
        .author(author)
        .text(text)
        .visibility(visibility)
        .attributes(attributes(attributes))
        .build();
  }

  @Test
  void conversationOfTheSchemaAloneSaysThatItsMessagesAreNotThere() {
    Found found = read("{'id':'" + ID + "','messageCount':6,'contactId':'ct-1'}");

    assertThat(found)
        .isEqualTo(
            new Found(
                Conversation.of("crm").id(ID).customer(Participant.ofId("ct-1")).build(),
                new Completeness(false, 6L, List.of(missing("0 of 6"))),
                null));
  }

  @Test
  void completeOnlyWhereTheCountEquals() {
    assertThat(completeness("'messageCount':0")).isEqualTo(new Completeness(true, 0L, List.of()));
    assertThat(completeness("'messageCount':'1','messages':[{}]"))
        .isEqualTo(new Completeness(true, 1L, List.of()));
    assertThat(completeness("'messageCount':1,'messages':[]"))
        .isEqualTo(new Completeness(false, 1L, List.of(missing("0 of 1"))));
    assertThat(completeness("'messageCount':1,'messages':[{},{}]"))
        .isEqualTo(
            new Completeness(
                null,
                1L,
                List.of(Note.reason("total_differs", "oHallo counts 1 messages and sent 2"))));
    assertThat(completeness("'messageCount':1,'messages':[{},'stray']"))
        .isEqualTo(new Completeness(null, 1L, List.of(ODD)));
    for (String count : List.of("null", "-1", "'many'", "1.5", "[]", "1e30")) {
      assertThat(completeness("'messageCount':" + count + ",'messages':[{}]"))
          .as(count)
          .isEqualTo(
              new Completeness(
                  null,
                  null,
                  List.of(
                      Note.reason(
                          "total_unknown", "oHallo did not say how many messages there are"))));
    }
  }

  private static Completeness completeness(String members) {
    return read("{" + members + "}").completeness();
  }

  @Test
  void withoutMessagesTheyAreReadOver() {
    Found found =
        new Crm()
            .conversation(
                query(false),
                answering("{'id':'" + ID + "','messageCount':1,'messages':[{'text':'hi'}]}"));

    assertThat(found)
        .isEqualTo(
            new Found(
                Conversation.of("crm").id(ID).build(),
                new Completeness(
                    null,
                    1L,
                    List.of(
                        Note.reason(
                            "messages_not_asked", "messages were not fetched (--no-messages)"))),
                null));
  }

  @Test
  void contactHasANameOrTwo() {
    assertThat(customer("'contact':{'name':'Ines O.','firstName':'Ines','lastName':null}"))
        .isEqualTo(
            new Participant(null, "Ines O.", null, null, attributes("{'firstName':'Ines'}")));
    assertThat(customer("'contact':{'name':'','lastName':'Okafor'}"))
        .isEqualTo(new Participant(null, "Okafor", null, null, attributes("{'name':''}")));
    assertThat(customer("'contact':{'name':7}"))
        .isEqualTo(new Participant(null, null, null, null, attributes("{'name':7}")));
    assertThat(customer("'contact':{}")).isNull();
    assertThat(customer("'contact':null,'contactId':null")).isNull();
  }

  @Test
  void contactWithoutIdGoesByTheOneTheConversationNames() {
    assertThat(customer("'contact':{'name':'Ines'},'contactId':'ct-1'"))
        .isEqualTo(new Participant("ct-1", "Ines", null, null, Attributes.NONE));
  }

  @Test
  void contactIdThatTheContactDoesNotHaveIsKept() {
    Found found = read("{'contactId':'ct-1','contact':{'id':'ct-2'}}");

    assertThat(found.conversation().customer()).isEqualTo(Participant.ofId("ct-2"));
    assertThat(found.conversation().attributes()).isEqualTo(attributes("{'contactId':'ct-1'}"));
  }

  private static @Nullable Participant customer(String members) {
    return read("{" + members + "}").conversation().customer();
  }

  @Test
  void privateIsWhatAnyWordCallsSo() {
    for (String member :
        List.of(
            "'private':true",
            "'isInternal':1",
            "'internal':'yes'",
            "'type':'note'",
            "'kind':'PRIVATE_NOTE'",
            "'messageType':'internalNote'",
            "'visibility':'Internal'",
            "'note':{}",
            "'isNote':true",
            "'channel':'internal chat'")) {
      assertThat(visibility(member)).as(member).isEqualTo(Visibility.PRIVATE);
    }
  }

  @Test
  void publicIsWhatNoWordCallsPrivate() {
    for (String member :
        List.of(
            "'private':false",
            "'isInternal':0",
            "'internal':null",
            "'note':''",
            "'isNote':'false'",
            "'annotations':[1]",
            "'channel':'international'",
            "'text':'a private note'",
            "'title':'Please read the note that came with it'",
            "'visibility':'public'")) {
      assertThat(visibility("'direction':'inbound'," + member))
          .as(member)
          .isEqualTo(Visibility.PUBLIC);
    }
  }

  @Test
  void aMessageOfUnknownWriterIsPrivate() {
    for (String member : List.of("'text':'Hello'", "'role':'user'", "'visibility':'public'")) {
      assertThat(visibility(member)).as(member).isEqualTo(Visibility.PRIVATE);
    }
  }

  private static Visibility visibility(String member) {
    Found found = read("{'messages':[{" + member + "}]}");
    return found.conversation().messages().get(0).visibility();
  }

  @Test
  void answerThatIsNoConversationIsRefused() {
    assertThat(failure("null")).isEqualTo(ASKED + "$: expected an object, found null");
    assertThat(failure("{'error':'x','code':1}"))
        .isEqualTo(ASKED + "the platform answered with an error (code 1): \"x\"");
    assertThat(failure("{'id':'c77a0b1c-2d3e-4f50-8a9b-0c1d2e3f4a5c'}"))
        .isEqualTo(
            ASKED
                + "the answer is about another conversation,"
                + " c77a0b1c-2d3e-4f50-8a9b-0c1d2e3f4a5c");
  }

  @Test
  void idInCapitalsIsTheSameUuid() {
    assertThat(read("{'id':'C77A0B1C-2D3E-4F50-8A9B-0C1D2E3F4A5B'}").conversation().id())
        .isEqualTo("C77A0B1C-2D3E-4F50-8A9B-0C1D2E3F4A5B");
  }

  @Test
  void idsOfEveryDocumentedFormAreTaken() {
    Pattern form = new Crm().descriptor().idForm();

    assertThat(List.of(ID, "w1a2b3c4", "ws_abc123", "a", "a.b:c-d_e", "x".repeat(128)))
        .allMatch(id -> form.matcher(id).matches());
    assertThat(List.of("", "-a", ".", "..", "a/b", "a b", "a%2f", "a?b", "\u00e9", "x".repeat(129)))
        .noneMatch(id -> form.matcher(id).matches());
  }

  @Test
  void oneRequestIsMade() {
    assertThat(new Crm().opening(query(true)))
        .containsExactly(Request.of("conversation " + ID, "api/conversations/{}", ID));
  }

  @Test
  void refusalsNameTheKeyToSet() {
    assertThat(explain(401))
        .isEqualTo(said("set token to an API key of oHallo with the scope conversations:read"));
    assertThat(explain(403)).isEqualTo(said("use a key with the scope conversations:read"));
    assertThat(explain(404))
        .isEqualTo(
            said(
                "check the id; a key sees only its own tenant, and an sf_test_ key only sandbox"
                    + " data"));
    assertThat(explain(429)).isEqualTo(said(null));
    assertThat(explain(500)).isEqualTo(said(null));
  }

  private static Refusal explain(int status) {
    byte[] body = "{\"error\":\"Their words\"}".getBytes(StandardCharsets.UTF_8);
    return new Crm().explain(status, Headers.NONE, body);
  }

  private static Refusal said(@Nullable String hint) {
    return new Refusal("Their words", null, null, null, Refusal.Reason.AS_STATUS, hint);
  }

  private static Found read(String body) {
    return new Crm().conversation(query(true), answering(body));
  }

  private static String failure(String body) {
    Failure failure = catchThrowableOfType(Failure.class, () -> read(body));
    assertThat(failure.kind()).isEqualTo(Kind.BAD_ANSWER);
    return failure.message();
  }

  private static Calls answering(String body) {
    String quoted = body.startsWith("{\n") ? body : body.replace('\'', '"');
    return CallsFixture.answering(Map.of("/api/conversations/" + ID, quoted));
  }

  private static Query query(boolean messages) {
    return new Query(ID, URI.create("https://host.test"), Map.of(), messages);
  }
}

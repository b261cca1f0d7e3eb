package dev.convo.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.model.Attachment;
import dev.convo.model.Attributes;
import dev.convo.model.Completeness;
import dev.convo.model.Conversation;
import dev.convo.model.Delivery;
import dev.convo.model.Document;
import dev.convo.model.Extras;
import dev.convo.model.Glossary;
import dev.convo.model.Message;
import dev.convo.model.Meta;
import dev.convo.model.Participant;
import dev.convo.model.Role;
import dev.convo.model.Value;
import dev.convo.model.Visibility;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Instant FRIDAY = Instant.parse("2026-03-20T12:00:00Z");
  private static final Instant MONDAY = Instant.parse("2026-03-23T12:00:00Z");

  @Test
  void whatEveryFetchMakesNewIsNoChange() {
    Message message = message("1", "Hello").build();
    Document before = document(FRIDAY, true, message);
    Document after =
        new Document(
            before.conversation(),
            new Meta(
                new Completeness(true, null, List.of()),
                9,
                "other",
                "other.example.com",
                MONDAY,
                List.of("req-9")),
            Glossary.NONE);

    assertThat(compare(before, after).same()).isTrue();
  }

  @Test
  void anotherOrderAndOtherNumbersAreNoChange() {
    Message one = message("1", "one").at(FRIDAY).build();
    Message two = message("2", "two").at(FRIDAY).build();

    Comparison comparison =
        compare(document(FRIDAY, true, one, two), document(MONDAY, true, two, one));

    assertThat(comparison.same()).isTrue();
  }

  @Test
  void aNewMessageIsAdded() {
    Message one = message("1", "one").build();
    Message two = message("2", "two").build();

    assertThat(said(compare(document(FRIDAY, true, one), document(MONDAY, true, one, two))))
        .containsExactly("added 2 CERTAIN");
  }

  @Test
  void aMessageThatIsNotInACompleteDocumentIsGone() {
    Message one = message("1", "one").build();
    Message two = message("2", "two").build();

    assertThat(said(compare(document(FRIDAY, true, one, two), document(MONDAY, true, two))))
        .containsExactly("gone 1 CERTAIN");
  }

  @Test
  void aMissingPageDoesNotReadAsDeleted() {
    Message one = message("1", "one").build();
    Message two = message("2", "two").build();
    Document before = document(FRIDAY, true, one, two);

    assertThat(said(compare(before, document(MONDAY, false, two))))
        .containsExactly("meta [complete] true false", "gone 1 NOT_COMPLETE");
    assertThat(said(compare(before, document(MONDAY, null, two))))
        .containsExactly("meta [complete] true null", "gone 1 NOT_COMPLETE");
  }

  @Test
  void whatAnIncompleteOldDocumentLacksIsNewOnlyIfItIsLater() {
    Message one = message("1", "one").at(FRIDAY.minusSeconds(60)).build();
    Message two = message("2", "two").at(FRIDAY.minusSeconds(30)).build();
    Message three = message("3", "three").at(MONDAY).build();

    Comparison comparison =
        compare(document(FRIDAY, null, one), document(MONDAY, null, one, two, three));

    assertThat(said(comparison))
        .contains("added 2 NOT_COMPLETE", "added 3 CERTAIN")
        .doesNotContain("added 1 CERTAIN");
  }

  @Test
  void everyFactOfAMessageIsCompared() {
    Message before = message("1", "one").delivery(Delivery.SENT).build();
    Message after =
        message("1", "two")
            .at(MONDAY)
            .role(Role.BOT)
            .author(Participant.of("7", "Ada"))
            .contentType("mail")
            .visibility(Visibility.PRIVATE)
            .delivery(Delivery.FAILED)
            .attachments(List.of(new Attachment("a", "file", "a.txt", null, 3L, Attributes.NONE)))
            .extras(
                Extras.with()
                    .failure("no such number")
                    .editedAt(MONDAY)
                    .replyTo("0")
                    .mail(new Extras.Mail("s", List.of(), List.of(), List.of(), List.of(), null))
                    .call(new Extras.Call("busy", 3L, null, null))
                    .answers(List.of(new Extras.Answer("stars", "5")))
                    .offered(List.of(new Extras.Offer("Yes", "yes", null)))
                    .build())
            .attributes(attributes("source", new Value.Text("w1")))
            .build();

    Comparison comparison = compare(document(FRIDAY, true, before), document(MONDAY, true, after));

    Change.Changed changed = (Change.Changed) comparison.changes().get(0);
    assertThat(changed.differences().stream().map(Difference::field).distinct())
        .containsExactly(
            Field.DELIVERY,
            Field.FAILURE,
            Field.VISIBILITY,
            Field.ROLE,
            Field.AUTHOR,
            Field.AT,
            Field.EDITED_AT,
            Field.REPLY_TO,
            Field.CONTENT_TYPE,
            Field.TEXT,
            Field.MAIL,
            Field.CALL,
            Field.ANSWERS,
            Field.OFFERED,
            Field.ATTACHMENTS,
            Field.ATTRIBUTES);
  }

  @Test
  void whatThePlatformCallsDeletedIsDeleted() {
    Message before = message("1", "one").build();
    Message after = message("1", null).extras(Extras.with().deleted(true).build()).build();

    assertThat(said(compare(document(FRIDAY, true, before), document(MONDAY, true, after))))
        .containsExactly("deleted 1 [DELETED, TEXT]");
  }

  @Test
  void everyFieldOfTheConversationIsCompared() {
    Conversation before =
        Conversation.of("crm")
            .id("1")
            .status("open")
            .labels(List.of("b", "a"))
            .attributes(attributes("custom", attributes("plan", new Value.Text("gold"))))
            .build();
    Conversation after =
        before
            .change()
            .url("https://crm.example.com/1")
            .status("closed")
            .channel("mail")
            .subject("s")
            .summary("s")
            .outcome("o")
            .priority("high")
            .createdAt(FRIDAY)
            .updatedAt(FRIDAY)
            .lastMessageAt(FRIDAY)
            .customer(Participant.of("1", "Ada"))
            .assignee(Participant.of("2", "Grace"))
            .labels(List.of("a", "c"))
            .attributes(attributes("custom", attributes("plan", new Value.Text("silver"))))
            .build();

    assertThat(
            said(
                compare(
                    new Document(before, meta(FRIDAY, null), Glossary.NONE),
                    new Document(after, meta(MONDAY, true), Glossary.NONE))))
        .containsExactly(
            "status [] open closed",
            "priority [] null high",
            "assignee [id] null 2",
            "assignee [name] null Grace",
            "subject [] null s",
            "summary [] null s",
            "outcome [] null o",
            "labels [] [a, b] [a, c]",
            "customer [id] null 1",
            "customer [name] null Ada",
            "channel [] null mail",
            "url [] null https://crm.example.com/1",
            "created_at null 2026-03-20T12:00:00Z",
            "updated_at null 2026-03-20T12:00:00Z",
            "last_message_at null 2026-03-20T12:00:00Z",
            "meta [complete] null true",
            "attributes [custom, plan] gold silver");
  }

  @Test
  void labelsHaveNoOrderAndNullIsAsGoodAsNothing() {
    Conversation before =
        Conversation.of("crm")
            .labels(List.of("b", "a"))
            .attributes(attributes("x", Value.None.NONE))
            .build();
    Conversation after = Conversation.of("crm").labels(List.of("a", "b")).build();

    assertThat(
            compare(
                    new Document(before, meta(FRIDAY, true), Glossary.NONE),
                    new Document(after, meta(MONDAY, true), Glossary.NONE))
                .same())
        .isTrue();
  }

  @Test
  void aLinkSignedAnewIsTheSameLink() {
    String link = "https://files.example.com/a.png?w=3&X-Amz-Date=1&X-Amz-Signature=";

    assertThat(SignedLink.same(link + "aa", link + "bb")).isTrue();
    assertThat(SignedLink.same(link + "aa", link.replace("w=3", "w=4") + "bb")).isFalse();
    assertThat(SignedLink.same(link + "aa", link.replace("a.png", "b.png") + "bb")).isFalse();
    assertThat(SignedLink.same("https://example.com/?expires=1", "https://example.com/?expires=2"))
        .isFalse();
  }

  @Test
  void aRepeatedIdIsMatchedByWhatWasSaid() {
    Message first = message("x", "one").at(FRIDAY).build();
    Message second = message("x", "two").at(FRIDAY.plusSeconds(1)).build();
    Message edited = message("x", "two!").at(FRIDAY.plusSeconds(1)).build();

    assertThat(said(compare(document(FRIDAY, true, first, second), document(MONDAY, true, first))))
        .endsWith("gone 2 CERTAIN")
        .hasSize(2);
    assertThat(
            said(
                compare(
                    document(FRIDAY, true, first, second), document(MONDAY, true, first, edited))))
        .containsExactly("changed 2 [TEXT]");
  }

  @Test
  void messagesWithoutIdsAreMatchedByTimeAuthorAndText() {
    Message one = message(null, "one").at(FRIDAY).build();
    Message two = message(null, "two").at(FRIDAY.plusSeconds(1)).build();
    Message edited = message(null, "one, more or less").at(FRIDAY).build();
    Message new1 = message(null, "two").at(MONDAY).build();

    assertThat(said(compare(document(FRIDAY, true, one, two), document(MONDAY, true, edited, two))))
        .containsExactly("changed 1 [TEXT]");
    assertThat(
            said(compare(document(FRIDAY, true, one, two), document(MONDAY, true, one, two, new1))))
        .containsExactly(
            "last_message_at 2026-03-20T12:00:01Z 2026-03-23T12:00:00Z", "added 3 CERTAIN");
  }

  @Test
  void whatIsGoneStandsWhereItWas() {
    Message one = message("1", "one").build();
    Message two = message("2", "two").build();
    Message three = message("3", "three").build();
    Message four = message("4", "four").build();

    Comparison comparison =
        compare(document(FRIDAY, true, one, two, three), document(MONDAY, true, two, four));

    assertThat(said(comparison))
        .containsExactly("gone 1 CERTAIN", "gone 3 CERTAIN", "added 2 CERTAIN");
  }

  @Test
  void whatAnOptionLeavesOutOfOneSideIsNotGone() {
    Document before = document(FRIDAY, true, message("1", "one").build());
    Document after =
        document(MONDAY, true, message("1", "one").visibility(Visibility.PRIVATE).build());
    Document nothing =
        new Document(
            after.conversation().change().messages(List.of()).build(),
            after.meta(),
            after.glossary());

    Comparison comparison =
        Comparison.of(new Side("a", before), new Side("b", after, nothing, nothing));

    assertThat(said(comparison)).containsExactly("gone 1 LEFT_OUT");
  }

  @Test
  void aMessageChosenOnOneSideIsComparedWithWhatItWas() {
    Document before = document(FRIDAY, true, message("1", "one").delivery(Delivery.SENT).build());
    Document after = document(MONDAY, true, message("1", "one").delivery(Delivery.FAILED).build());
    Document nothing =
        new Document(
            before.conversation().change().messages(List.of()).build(),
            before.meta(),
            before.glossary());

    Comparison comparison =
        Comparison.of(new Side("a", before, before, nothing), new Side("b", after));

    assertThat(said(comparison)).containsExactly("changed 1 [DELIVERY]");
  }

  private static Comparison compare(Document before, Document after) {
    return Comparison.of(new Side("before", before), new Side(null, after));
  }

  private static List<String> said(Comparison comparison) {
    List<String> said = new java.util.ArrayList<>();
    comparison.fields().forEach(one -> said.add(said(one)));
    comparison.changes().forEach(one -> said.add(said(one)));
    return said;
  }

  private static String said(Difference difference) {
    String key = difference.field().key();
    if (difference instanceof Difference.OfTime time) {
      return key + " " + time.before() + " " + time.after();
    }
    Difference.OfValue value = (Difference.OfValue) difference;
    return key
        + " "
        + value.inside().stream().map(Value::word).toList()
        + " "
        + word(value.before())
        + " "
        + word(value.after());
  }

  private static @Nullable String word(Value value) {
    return value instanceof Value.Items items
        ? items.values().stream().map(Value::word).toList().toString()
        : value == Value.None.NONE
            ? null
            : value.word().isEmpty() ? value.toString() : value.word();
  }

  private static String said(Change change) {
    if (change instanceof Change.Added added) {
      return "added " + added.after().number() + " " + added.absence();
    }
    if (change instanceof Change.Gone gone) {
      return "gone " + gone.before().number() + " " + gone.absence();
    }
    Change.Changed changed = (Change.Changed) change;
    return (changed.deleted() ? "deleted " : "changed ")
        + changed.after().number()
        + " "
        + fields(changed.differences());
  }

  private static List<Field> fields(List<Difference> differences) {
    return differences.stream().map(Difference::field).toList();
  }

  private static Message.Builder message(@Nullable String id, @Nullable String text) {
    return Message.of(id).role(Role.AGENT).text(text).visibility(Visibility.PUBLIC);
  }

  private static Document document(
      Instant fetched, @Nullable Boolean complete, Message... messages) {
    return new Document(
        Conversation.of("crm").id("1").messages(List.of(messages)).build(),
        meta(fetched, complete),
        Glossary.NONE);
  }

  private static Meta meta(Instant fetched, @Nullable Boolean complete) {
    return new Meta(
        new Completeness(complete, null, List.of()),
        1,
        "work",
        "crm.example.com",
        fetched,
        List.of("req-1"));
  }

  private static Attributes attributes(String name, Value value) {
    Map<String, Value> members = new LinkedHashMap<>();
    members.put(name, value);
    return Attributes.of(members);
  }
}

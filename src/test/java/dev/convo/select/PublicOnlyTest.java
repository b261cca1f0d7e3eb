package dev.convo.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.convo.model.Attachment;
import dev.convo.model.Attachment.Place;
import dev.convo.model.Attributes;
import dev.convo.model.Completeness;
import dev.convo.model.Conversation;
import dev.convo.model.Delivery;
import dev.convo.model.Document;
import dev.convo.model.Extras;
import dev.convo.model.Glossary;
import dev.convo.model.Message;
import dev.convo.model.Meta;
import dev.convo.model.Note;
import dev.convo.model.Participant;
import dev.convo.model.Role;
import dev.convo.model.Selection;
import dev.convo.model.Value;
import dev.convo.model.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublicOnlyTest {
  private static final Instant NOON = Instant.parse("2026-03-16T12:00:00Z");
  private static final Attributes SECRET =
      Attributes.of(Map.of("copy", new Value.Text("a private word")));

  @Test
  void onlyWhatTheCustomerSawIsLeft() {
    Conversation whole =
        Conversation.of("test")
            .id("42")
            .status("open")
            .summary("a private word")
            .outcome("a private word")
            .customer(new Participant("1", "Ann", "ann@example.com", null, SECRET))
            .attributes(SECRET)
            .messages(
                List.of(
                    message("1", 0, Role.CUSTOMER, Visibility.PUBLIC, Delivery.RECEIVED),
                    message("2", 1, Role.AGENT, Visibility.PRIVATE, Delivery.SENT),
                    message("3", 2, Role.SYSTEM, Visibility.PUBLIC, Delivery.UNKNOWN),
                    message("4", 3, Role.AGENT, Visibility.PUBLIC, Delivery.UNSENT)))
            .build();

    Document document = PublicOnly.of(document(whole), message -> true);

    Message first = whole.messages().get(0);
    assertThat(document.conversation())
        .isEqualTo(
            Conversation.of("test")
                .id("42")
                .status("open")
                .lastMessageAt(NOON)
                .customer(new Participant(null, "Ann", "ann@example.com", null, Attributes.NONE))
                .messages(
                    List.of(
                        Message.of(first.id())
                            .at(first.at())
                            .role(first.role())
                            .text(first.text())
                            .visibility(first.visibility())
                            .delivery(first.delivery())
                            .attachments(
                                List.of(
                                    new Attachment(
                                        "a", "image", null, null, null, Attributes.NONE)))
                            .build()))
                .build());
    assertThat(document.meta().completeness())
        .isEqualTo(
            new Completeness(
                true,
                null,
                List.of(
                    new Note(
                        "public_only",
                        "only what the customer could see: left out 3 messages (1 private, 1"
                            + " system, 1 not sent), and the link, priority, labels, summary,"
                            + " outcome, all attributes, the ids of people, the agent's e-mail"
                            + " address and the request ids"))));
    assertThat(document.meta().selection())
        .isEqualTo(new Selection(1, 4, List.of("--public-only")));
  }

  @Test
  void answerToWhatIsLeftOutDoesNotSayWhatItAnswers() {
    Message note = message("1", 0, Role.AGENT, Visibility.PRIVATE, Delivery.SENT);
    Message question = message("2", 1, Role.CUSTOMER, Visibility.PUBLIC, Delivery.RECEIVED);
    Message toNote = answering("3", 2, "1");
    Message toQuestion = answering("4", 3, "2");
    Conversation whole =
        Conversation.of("test").messages(List.of(note, question, toNote, toQuestion)).build();

    assertThat(PublicOnly.of(document(whole), message -> true).conversation().messages())
        .extracting(Message::id, message -> message.extras().replyTo())
        .containsExactly(tuple("2", null), tuple("3", null), tuple("4", "2"));
  }

  @Test
  void ofCallsBlindCopiesAndOffersOnlyWhatTheCustomerSawIsLeft() {
    Message whole =
        message("1", 0, Role.AGENT, Visibility.PUBLIC, Delivery.SENT)
            .change()
            .attachments(
                List.of(
                    new Attachment(
                        null, "location", null, null, null, new Place("59.9", "10.7"), SECRET)))
            .extras(
                Extras.with()
                    .mail(
                        new Extras.Mail(
                            "Hello",
                            List.of("us"),
                            List.of("her"),
                            List.of(),
                            List.of("him"),
                            null))
                    .call(new Extras.Call("completed", 65L, "https://x.test/1", "Hello?"))
                    .answers(List.of(new Extras.Answer("rating", "5")))
                    .offered(List.of(new Extras.Offer("Wait", "WAIT_7", null)))
                    .build())
            .build();

    Document document =
        PublicOnly.of(
            document(Conversation.of("test").messages(List.of(whole)).build()), message -> true);

    Message seen = document.conversation().messages().get(0);
    assertThat(seen.extras())
        .isEqualTo(
            Extras.with()
                .mail(
                    new Extras.Mail(
                        "Hello", List.of("us"), List.of("her"), List.of(), List.of(), null))
                .answers(List.of(new Extras.Answer("rating", "5")))
                .offered(List.of(new Extras.Offer("Wait", null, null)))
                .build());
    assertThat(seen.attachments())
        .containsExactly(
            new Attachment(
                null, "location", null, null, null, new Place("59.9", "10.7"), Attributes.NONE));
  }

  @Test
  void deletedMessageIsLeftOut() {
    Message deleted =
        message("1", 0, Role.AGENT, Visibility.PUBLIC, Delivery.READ)
            .change()
            .extras(Extras.with().deleted(true).build())
            .build();

    Document document =
        PublicOnly.of(
            document(Conversation.of("test").messages(List.of(deleted)).build()), message -> true);

    assertThat(document.conversation().messages()).isEmpty();
  }

  private static Message answering(String id, int second, String to) {
    return message(id, second, Role.AGENT, Visibility.PUBLIC, Delivery.SENT)
        .change()
        .extras(Extras.with().replyTo(to).build())
        .build();
  }

  private static Document document(Conversation conversation) {
    Meta meta =
        new Meta(new Completeness(true, 4L, List.of()), 1, null, "host", NOON, List.of(), null);
    return new Document(conversation, meta, Glossary.NONE);
  }

  private static Message message(
      String id, int second, Role role, Visibility visibility, Delivery delivery) {
    return Message.of(id)
        .at(NOON.plusSeconds(second))
        .role(role)
        .text("text " + id)
        .visibility(visibility)
        .delivery(delivery)
        .attachments(List.of(new Attachment("a", "image", null, null, null, SECRET)))
        .attributes(SECRET)
        .build();
  }
}

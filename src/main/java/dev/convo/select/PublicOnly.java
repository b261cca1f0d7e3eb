package dev.convo.select;

import dev.convo.model.Attachment;
import dev.convo.model.Attributes;
import dev.convo.model.Completeness;
import dev.convo.model.Conversation;
import dev.convo.model.Delivery;
import dev.convo.model.Document;
import dev.convo.model.Message;
import dev.convo.model.Meta;
import dev.convo.model.Note;
import dev.convo.model.Participant;
import dev.convo.model.Role;
import dev.convo.model.Visibility;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the customer could see of a conversation. Attributes go as a whole: they are what the model
 * does not know, and a copy of a private note may be among them.
 */
public final class PublicOnly {
  private PublicOnly() {}

  /**
   * The document without private, system and unsent messages, and without all that may quote them.
   */
  public static Document of(Document document) {
    Conversation whole = document.conversation();
    List<Message> seen = new ArrayList<>();
    for (Message message : whole.messages()) {
      if (isSeen(message)) {
        seen.add(withoutAttributes(message));
      }
    }
    Conversation conversation =
        whole
            .change()
            .summary(null)
            .outcome(null)
            .lastMessageAt(null)
            .customer(withoutAttributes(whole.customer()))
            .assignee(withoutAttributes(whole.assignee()))
            .attributes(Attributes.NONE)
            .messages(seen)
            .build();
    return new Document(
        conversation, noting(document.meta(), whole.messages().size() - seen.size()), List.of());
  }

  private static boolean isSeen(Message message) {
    return message.visibility() == Visibility.PUBLIC
        && message.role() != Role.SYSTEM
        && message.delivery() != Delivery.UNSENT;
  }

  private static Meta noting(Meta meta, int hidden) {
    List<Note> notes = new ArrayList<>(meta.completeness().notes());
    notes.add(
        new Note(
            "public_only",
            "only what the customer could see: "
                + (hidden == 1 ? "1 message" : hidden + " messages")
                + " and all attributes left out"));
    Completeness was = meta.completeness();
    return new Meta(
        new Completeness(was.complete(), null, notes),
        meta.requests(),
        meta.profile(),
        meta.host(),
        meta.fetchedAt(),
        meta.requestIds());
  }

  private static Message withoutAttributes(Message message) {
    List<Attachment> attachments = new ArrayList<>();
    for (Attachment attachment : message.attachments()) {
      attachments.add(
          new Attachment(
              attachment.id(),
              attachment.type(),
              attachment.name(),
              attachment.url(),
              attachment.size(),
              Attributes.NONE));
    }
    return new Message(
        message.id(),
        message.at(),
        message.role(),
        withoutAttributes(message.author()),
        message.text(),
        message.html(),
        message.contentType(),
        message.visibility(),
        message.delivery(),
        attachments,
        Attributes.NONE);
  }

  private static @Nullable Participant withoutAttributes(@Nullable Participant person) {
    return person == null
        ? null
        : new Participant(
            person.id(), person.name(), person.email(), person.phone(), Attributes.NONE);
  }
}

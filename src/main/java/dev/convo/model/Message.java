package dev.convo.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message.
 *
 * @param at when it was sent, to the millisecond
 * @param author null where the platform sent none
 * @param text the platform's text, unchanged
 * @param html whether the platform says that the text is HTML, as in mail
 * @param contentType the platform's own word
 */
public record Message(
    @Nullable String id,
    @Nullable Instant at,
    Role role,
    @Nullable Participant author,
    @Nullable String text,
    boolean html,
    @Nullable String contentType,
    Visibility visibility,
    Delivery delivery,
    List<Attachment> attachments,
    Attributes attributes) {

  public Message {
    attachments = List.copyOf(attachments);
  }

  /** The same message with other attributes. */
  public Message with(Attributes other) {
    return new Message(
        id, at, role, author, text, html, contentType, visibility, delivery, attachments, other);
  }

  /** The same message by another author. */
  public Message by(@Nullable Participant other) {
    return new Message(
        id,
        at,
        role,
        other,
        text,
        html,
        contentType,
        visibility,
        delivery,
        attachments,
        attributes);
  }
}

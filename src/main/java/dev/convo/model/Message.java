package dev.convo.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message, made by its {@link Builder}: {@code Message.of("60001").text("Hello").build()}.
 *
 * @param number its place in the conversation, from 1, counted before anything is left out; 0 until
 *     it belongs to one
 * @param at when it was sent, to the millisecond
 * @param author null if the platform sent none
 * @param text the platform's text, unchanged
 * @param html whether the platform says that the text is HTML, as in mail
 * @param contentType the platform's own word
 * @param attributes what the model has no place for, in the platform's nesting
 */
public record Message(
    @Nullable String id,
    int number,
    @Nullable Instant at,
    Role role,
    @Nullable Participant author,
    @Nullable String text,
    boolean html,
    @Nullable String contentType,
    Visibility visibility,
    Delivery delivery,
    List<Attachment> attachments,
    Extras extras,
    Attributes attributes) {

  public Message {
    attachments = List.copyOf(attachments);
  }

  /**
   * Starts a message of which only the id is known. Until set, it is private, its role and delivery
   * unknown.
   */
  public static Builder of(@Nullable String id) {
    return new Builder(id);
  }

  public Builder change() {
    Builder to = new Builder(id);
    to.number = number;
    to.at = at;
    to.role = role;
    to.author = author;
    to.text = text;
    to.html = html;
    to.contentType = contentType;
    to.visibility = visibility;
    to.delivery = delivery;
    to.attachments = attachments;
    to.extras = extras;
    to.attributes = attributes;
    return to;
  }

  public Message withAuthor(@Nullable Participant other) {
    return change().author(other).build();
  }

  /** Whether it was deleted after it was sent. */
  public boolean deleted() {
    return extras.deleted();
  }

  /** A message that is being read. */
  public static final class Builder {
    private @Nullable String id;
    private int number;
    private @Nullable Instant at;
    private Role role = Role.UNKNOWN;
    private @Nullable Participant author;
    private @Nullable String text;
    private boolean html;
    private @Nullable String contentType;
    private Visibility visibility = Visibility.PRIVATE;
    private Delivery delivery = Delivery.UNKNOWN;
    private List<Attachment> attachments = List.of();
    private Extras extras = Extras.NONE;
    private Attributes attributes = Attributes.NONE;

    private Builder(@Nullable String id) {
      this.id = id;
    }

    public Builder id(@Nullable String to) {
      id = to;
      return this;
    }

    public Builder number(int to) {
      number = to;
      return this;
    }

    public Builder at(@Nullable Instant to) {
      at = to;
      return this;
    }

    public Builder role(Role to) {
      role = to;
      return this;
    }

    public Builder author(@Nullable Participant to) {
      author = to;
      return this;
    }

    public Builder text(@Nullable String to) {
      text = to;
      return this;
    }

    public Builder html(boolean to) {
      html = to;
      return this;
    }

    public Builder contentType(@Nullable String to) {
      contentType = to;
      return this;
    }

    public Builder visibility(Visibility to) {
      visibility = to;
      return this;
    }

    public Builder delivery(Delivery to) {
      delivery = to;
      return this;
    }

    public Builder attachments(List<Attachment> to) {
      attachments = to;
      return this;
    }

    public Builder extras(Extras to) {
      extras = to;
      return this;
    }

    public Builder attributes(Attributes to) {
      attributes = to;
      return this;
    }

    public Message build() {
      return new Message(
          id,
          number,
          at,
          role,
          author,
          text,
          html,
          contentType,
          visibility,
          delivery,
          attachments,
          extras,
          attributes);
    }
  }
}

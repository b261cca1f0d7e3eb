package dev.convo.model;

import org.jspecify.annotations.Nullable;

/**
 * A person or a bot in a conversation: its customer, its assignee, or the author of a message.
 *
 * @param email null for an author, whose address stays in the attributes
 * @param phone null except for a customer
 */
public record Participant(
    @Nullable String id,
    @Nullable String name,
    @Nullable String email,
    @Nullable String phone,
    Attributes attributes) {

  /** Someone with these details; null if there are none. */
  public static @Nullable Participant of(
      @Nullable String id,
      @Nullable String name,
      @Nullable String email,
      @Nullable String phone,
      Attributes attributes) {
    boolean known =
        id != null || name != null || email != null || phone != null || !attributes.isEmpty();
    return known ? new Participant(id, name, email, phone, attributes) : null;
  }

  /** Someone known only by id; null without one. */
  public static @Nullable Participant ofId(@Nullable String id) {
    return of(id, null);
  }

  /** Someone known by id and name; null without both. */
  public static @Nullable Participant of(@Nullable String id, @Nullable String name) {
    return of(id, name, null, null, Attributes.NONE);
  }

  public Participant withId(@Nullable String other) {
    return new Participant(other, name, email, phone, attributes);
  }
}

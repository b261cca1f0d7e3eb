package dev.convo.model;

import java.util.List;

/**
 * An attribute that people want to see: of the conversation beside the model's own fields, of a
 * message or an attachment on a line below it.
 *
 * @param owner what the attribute belongs to
 * @param label what people read, such as {@code team}
 * @param path the names that lead to it, such as {@code meta.team.name}; a last {@code *} means
 *     every member, each under its own name
 * @param members the members of an object, or of each object in a list, that say enough; all are
 *     shown where this is empty, or where the object has none of them
 * @param times the members that are moments, and are shown in the reader's zone; the name of the
 *     attribute itself where it is one
 */
public record Shown(
    Owner owner, String label, String path, List<String> members, List<String> times) {
  /** What an attribute belongs to. */
  public enum Owner {
    CONVERSATION,
    MESSAGE,
    ATTACHMENT
  }

  public Shown {
    members = List.copyOf(members);
    times = List.copyOf(times);
  }

  /** An attribute of the conversation. */
  public static Shown ofConversation(String label, String path) {
    return new Shown(Owner.CONVERSATION, label, path, List.of(), List.of());
  }

  /** An attribute of every message that has it. */
  public static Shown ofMessage(String label, String path) {
    return new Shown(Owner.MESSAGE, label, path, List.of(), List.of());
  }

  /** An attribute of every attachment that has it. */
  public static Shown ofAttachment(String label, String path) {
    return new Shown(Owner.ATTACHMENT, label, path, List.of(), List.of());
  }

  /** The same, of objects these members only. */
  public Shown only(String... names) {
    return new Shown(owner, label, path, List.of(names), times);
  }

  /** The same, where these are moments: members of an object, or the attribute itself. */
  public Shown times(String... names) {
    return new Shown(owner, label, path, members, List.of(names));
  }
}

package dev.convo.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that people want to see beside the model's own fields, or on a line below its
 * message or attachment.
 *
 * @param label what people read, such as {@code team}
 * @param path the names that lead to it, such as {@code meta.team.name}; a last {@code *} means
 *     every member, under its own name
 * @param members which members of an object, or of each object in a list, to show; all if this is
 *     empty or the object has none of them
 * @param times the members that are moments, shown in the reader's zone
 * @param when the value that makes it news; null in every other place
 */
public record Shown(
    Owner owner,
    String label,
    String path,
    List<String> members,
    Times times,
    Place place,
    @Nullable Condition when) {

  /** What an attribute belongs to. */
  public enum Owner {
    CONVERSATION,
    CUSTOMER,
    ASSIGNEE,
    MESSAGE,
    ATTACHMENT
  }

  public enum Place {
    /** Only with all details. */
    DETAILS,
    /** Of a conversation or its customer: in the header's second line, with what failed. */
    NEWS,
    /** Of a conversation: beside its assignee. */
    TEAM,
    /** Of a conversation: beside its labels. */
    TOPIC,
    /** Of a message or an attachment: on a line below it. */
    BELOW
  }

  /**
   * What makes an attribute news.
   *
   * @param member of the object, or of each object in the list; empty for the attribute itself
   * @param word its text, its digits, {@code true} or {@code false}
   */
  public record Condition(String member, String word) {}

  /**
   * Which members are moments.
   *
   * @param names of the members; that of the attribute itself if it is one
   * @param zero what a zero means, such as {@code never}; empty if it is not worth a line
   */
  public record Times(List<String> names, String zero) {
    static final Times NONE = new Times(List.of(), "");

    public Times {
      names = List.copyOf(names);
    }
  }

  public Shown {
    members = List.copyOf(members);
  }

  public static Shown ofConversation(String label, String path) {
    return of(Owner.CONVERSATION, label, path, Place.DETAILS);
  }

  public static Shown ofCustomer(String label, String path) {
    return of(Owner.CUSTOMER, label, path, Place.DETAILS);
  }

  public static Shown ofAssignee(String label, String path) {
    return of(Owner.ASSIGNEE, label, path, Place.DETAILS);
  }

  public static Shown ofMessage(String label, String path) {
    return of(Owner.MESSAGE, label, path, Place.BELOW);
  }

  public static Shown ofAttachment(String label, String path) {
    return of(Owner.ATTACHMENT, label, path, Place.BELOW);
  }

  private static Shown of(Owner owner, String label, String path, Place place) {
    return new Shown(owner, label, path, List.of(), Times.NONE, place, null);
  }

  /** The same with only these members of an object. */
  public Shown only(String... names) {
    return new Shown(owner, label, path, List.of(names), times, place, when);
  }

  /** The same, with these members, or the attribute itself, as moments. */
  public Shown times(String... names) {
    return new Shown(owner, label, path, members, new Times(List.of(names), ""), place, when);
  }

  /** The same, where a moment of zero means this. */
  public Shown zero(String word) {
    return new Shown(owner, label, path, members, new Times(times.names(), word), place, when);
  }

  public Shown in(Place other) {
    return new Shown(owner, label, path, members, times, other, when);
  }

  /** The same, as news if a member has this value. */
  public Shown newsWhen(String member, String word) {
    return new Shown(owner, label, path, members, times, Place.NEWS, new Condition(member, word));
  }
}

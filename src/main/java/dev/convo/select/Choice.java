package dev.convo.select;

import dev.convo.model.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which messages to keep: all of them where everything is null or empty.
 *
 * @param options these choices as they were typed
 */
public record Choice(
    Span span,
    List<Role> roles,
    List<String> authors,
    @Nullable Match match,
    List<Trait> only,
    List<Trait> without,
    List<String> options) {

  public Choice {
    roles = List.copyOf(roles);
    authors = List.copyOf(authors);
    only = List.copyOf(only);
    without = List.copyOf(without);
    options = List.copyOf(options);
  }

  /**
   * A stretch of the conversation, by time and order.
   *
   * @param since the earliest time of a message
   * @param until the latest
   * @param head at most this many from the start of what the other options keep
   * @param tail at most this many from the end
   */
  public record Span(
      @Nullable Instant since,
      @Nullable Instant until,
      @Nullable Place after,
      @Nullable Place before,
      @Nullable Place exactly,
      @Nullable Integer head,
      @Nullable Integer tail) {
    /** The whole conversation. */
    public static final Span ALL = new Span(null, null, null, null, null, null, null);
  }

  /**
   * What to search for.
   *
   * @param around how many messages to keep before and after each match
   */
  public record Match(Grep grep, int around) {}
}

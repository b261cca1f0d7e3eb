package dev.convo.select;

import dev.convo.model.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be kept of a conversation. Null and empty lists choose nothing: every message passes.
 *
 * @param options the same as it was typed
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
   * A stretch of the conversation.
   *
   * @param since the earliest time of a message
   * @param until the latest
   * @param head at most so many from the start of what all else keeps
   * @param tail at most so many from its end
   */
  public record Span(
      @Nullable Instant since,
      @Nullable Instant until,
      @Nullable Place after,
      @Nullable Place before,
      @Nullable Place exactly,
      @Nullable Integer head,
      @Nullable Integer tail) {
    /** The whole of it. */
    public static final Span ALL = new Span(null, null, null, null, null, null, null);
  }

  /**
   * What is searched for.
   *
   * @param around so many messages before and after each match are kept too
   */
  public record Match(Grep grep, int around) {}
}

package dev.convo.model;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The result of checking a saved conversation.
 *
 * @param path its folder, as it was named
 * @param saved what its manifest says; null where that cannot be read
 * @param reasons why it is not whole, a sentence each
 * @param others files in it that convo has not saved, or has not listed
 */
public record Verdict(
    String path, State state, @Nullable Saved saved, List<String> reasons, List<String> others) {
  public Verdict {
    reasons = List.copyOf(reasons);
    others = List.copyOf(others);
  }

  /** How a saved conversation is, the best first. */
  public enum State {
    /** Every file is as it was saved, and nothing is known to be missing. */
    WHOLE,
    /** Every file is as it was saved, but not everything could be fetched. */
    INCOMPLETE,
    /** A file is missing, or not as it was saved. */
    CHANGED,
    /** There is no manifest that can be read. */
    UNREADABLE;

    /** The word for it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What the manifest says.
   *
   * @param complete whether every message is there; null where the platform does not say
   * @param manifest the SHA-256 of the manifest itself
   */
  public record Saved(
      String provider,
      String id,
      @Nullable Instant fetchedAt,
      @Nullable Boolean complete,
      String manifest) {}
}

package dev.convo.model;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The result of checking a saved conversation.
 *
 * @param path its folder, as it was named
 * @param saved what its manifest says; null if it cannot be read
 * @param reasons why it is not whole, a sentence each
 * @param others files in it that convo did not save or list
 */
public record Verdict(
    String path, State state, @Nullable Saved saved, List<String> reasons, List<String> others) {
  public Verdict {
    reasons = List.copyOf(reasons);
    others = List.copyOf(others);
  }

  /** The state of a saved conversation, the best first. */
  public enum State {
    /** Every file is as it was saved, and nothing is known to be missing. */
    WHOLE,
    /** Every file is as it was saved, but not everything could be fetched. */
    INCOMPLETE,
    /** A file is missing, or not as it was saved. */
    CHANGED,
    /** There is no manifest that can be read. */
    UNREADABLE;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What the manifest says.
   *
   * @param complete whether every message is there; null if the platform does not say
   * @param manifest the manifest's SHA-256
   */
  public record Saved(
      String provider,
      String id,
      @Nullable Instant fetchedAt,
      @Nullable Boolean complete,
      String manifest) {}
}

package dev.convo.model;

import java.util.List;

/**
 * What was chosen of a conversation's messages.
 *
 * @param shown how many were kept
 * @param of how many there were before anything was left out
 * @param options what chose them, as it was typed: {@code --grep crack}
 */
public record Selection(int shown, int of, List<String> options) {
  /** The option that keeps only what the customer could see. */
  public static final String PUBLIC_ONLY = "--public-only";

  public Selection {
    options = List.copyOf(options);
  }

  boolean isPartial() {
    return shown < of;
  }

  boolean isPublicOnly() {
    return options.contains(PUBLIC_ONLY);
  }
}

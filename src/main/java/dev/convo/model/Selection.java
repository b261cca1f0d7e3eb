package dev.convo.model;

import java.util.List;

/**
 * Which messages of a conversation were selected.
 *
 * @param shown how many are left
 * @param of how many there were
 * @param options what selected them, as typed: {@code --grep crack}
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

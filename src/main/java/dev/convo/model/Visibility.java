package dev.convo.model;

import java.util.Locale;

/** Whether the customer could see a message. Doubt never counts as public. */
public enum Visibility {
  PUBLIC,
  PRIVATE;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The word in JSON, such as {@code public}. */
  public String word() {
    return word;
  }
}

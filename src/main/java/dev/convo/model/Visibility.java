package dev.convo.model;

import java.util.Locale;

/** Whether the customer could see a message. Doubt is never resolved towards public. */
public enum Visibility {
  PUBLIC,
  PRIVATE;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The word for it in JSON: {@code public}. */
  public String word() {
    return word;
  }
}

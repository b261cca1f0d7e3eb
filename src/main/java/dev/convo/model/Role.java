package dev.convo.model;

import java.util.Locale;

/** Who wrote a message. */
public enum Role {
  CUSTOMER,
  AGENT,
  BOT,
  /** The platform itself: an assignment, a change of status. */
  SYSTEM,
  /** The platform does not say. */
  UNKNOWN;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The word in JSON, such as {@code customer}. */
  public String word() {
    return word;
  }
}

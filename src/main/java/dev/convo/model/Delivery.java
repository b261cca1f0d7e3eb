package dev.convo.model;

import java.util.Locale;

/** How far a message got. Doubt never counts as sent. */
public enum Delivery {
  /** It came from the customer. */
  RECEIVED,
  SENT,
  DELIVERED,
  READ,
  FAILED,
  /** It never left: a draft or a failure; the platform does not say which. */
  UNSENT,
  /** The platform does not say. */
  UNKNOWN;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The word in JSON, such as {@code sent}. */
  public String word() {
    return word;
  }
}

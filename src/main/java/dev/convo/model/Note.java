package dev.convo.model;

/**
 * Something the reader should know about what is shown.
 *
 * @param code for scripts, such as {@code messages_not_fetched}
 * @param text one sentence for people, naming the next step where there is one. A reason also has
 *     to read well after {@code 3 messages, not complete:}
 * @param reason whether it says why messages are missing, or may be: the first such note becomes
 *     part of the last line that people see
 */
public record Note(String code, String text, boolean reason) {
  /** A note about anything but missing messages. */
  public Note(String code, String text) {
    this(code, text, false);
  }

  /** A note that says why messages are missing, or may be. */
  public static Note reason(String code, String text) {
    return new Note(code, text, true);
  }
}

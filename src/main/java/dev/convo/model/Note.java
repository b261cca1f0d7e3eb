package dev.convo.model;

/**
 * Something that readers should know about what they see.
 *
 * @param code for scripts, such as {@code messages_not_fetched}
 * @param text one sentence for people, with the next step if there is one. A reason must also make
 *     sense after {@code 3 messages, not complete:}
 * @param reason whether it says why messages are missing, or may be: people see the first such note
 *     in the last line
 */
public record Note(String code, String text, boolean reason) {
  /** A note about something other than missing messages. */
  public Note(String code, String text) {
    this(code, text, false);
  }

  /** A note about why messages are missing, or may be. */
  public static Note reason(String code, String text) {
    return new Note(code, text, true);
  }
}

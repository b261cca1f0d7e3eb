package dev.convo.render;

/**
 * What a piece of a line is, as far as colour shows it; words always say the same. Only the sixteen
 * standard colours, which every terminal fits to its background: no blue, yellow or white, which
 * are hard to read on black or on white, and none of them bold, which many terminals turn into a
 * bright green or cyan that is lost on white.
 */
enum Tone {
  PLAIN(""),
  HEADER("\u001b[1m"),
  CUSTOMER("\u001b[32m"),
  AGENT("\u001b[35m"),
  BOT("\u001b[36m"),
  SYSTEM("\u001b[2m"),
  NOTE("\u001b[7m"),
  FAILED("\u001b[1;31m"),
  ADDED("\u001b[32m"),
  GONE("\u001b[31m"),
  CHANGED("\u001b[35m"),
  /** What a search found: bold and underlined, whatever the colour. */
  FOUND("\u001b[1;4m");

  private static final String RESET = "\u001b[0m";

  private final String code;

  Tone(String code) {
    this.code = code;
  }

  /** The tone of a mark on a message's further lines, where it need not catch the eye. */
  Tone again() {
    return this == NOTE ? SYSTEM : this;
  }

  String paint(String text) {
    return this == PLAIN || text.isEmpty() ? text : code + text + RESET;
  }
}

package dev.convo.render;

/**
 * What a piece of a line is, as far as colour shows it. Words always say the same. Only the sixteen
 * standard colours, which every terminal fits to its own background.
 */
enum Tone {
  PLAIN(""),
  HEADER("\u001b[1m"),
  CUSTOMER("\u001b[1;32m"),
  AGENT("\u001b[1;35m"),
  BOT("\u001b[36m"),
  SYSTEM("\u001b[2m"),
  NOTE("\u001b[7m"),
  FAILED("\u001b[1;31m");

  private static final String RESET = "\u001b[0m";

  private final String code;

  Tone(String code) {
    this.code = code;
  }

  /** The text in this tone's colour. */
  String paint(String text) {
    return this == PLAIN || text.isEmpty() ? text : code + text + RESET;
  }
}

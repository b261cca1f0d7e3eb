package dev.convo.render;

/** What a line for people is, as far as colour shows it. Words always say the same. */
enum Tone {
  PLAIN(""),
  HEADER("\u001b[1m"),
  SYSTEM("\u001b[2m"),
  NOTE("\u001b[33m"),
  FAILED("\u001b[31m");

  private static final String RESET = "\u001b[0m";

  private final String code;

  Tone(String code) {
    this.code = code;
  }

  /** The line in this tone's colour. */
  String paint(String line) {
    return this == PLAIN || line.isEmpty() ? line : code + line + RESET;
  }
}

package dev.convo.redact;

/**
 * What one pass over a text tells, so that costly searches run only where they can succeed.
 *
 * @param digits ASCII digits
 * @param longestWord the length of the longest part without blanks
 * @param coded whether it may contain codes for other characters
 * @param moment whether all of it is a time
 */
record Traits(int digits, int dots, int colons, int longestWord, boolean coded, boolean moment) {

  static Traits of(String text) {
    int digits = 0;
    int dots = 0;
    int colons = 0;
    int word = 0;
    int longest = 0;
    boolean coded = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ') {
        longest = Math.max(longest, word);
        word = -1;
      } else if (Ascii.isDigit(c)) {
        digits++;
      } else if (c < 'A') {
        dots += c == '.' ? 1 : 0;
        colons += c == ':' ? 1 : 0;
        coded |= c == '%' || c == '&' || c == '=';
      } else if (c > 'z') {
        coded |= c > 0x7F && isOfAnotherForm(c);
      } else {
        coded |= c == '\\';
      }
      word++;
    }
    return new Traits(digits, dots, colons, Math.max(longest, word), coded, isMoment(text));
  }

  /** Wide characters, digits of other scripts, and invisible characters. */
  private static boolean isOfAnotherForm(char c) {
    return c >= 0xFF01 && c <= 0xFF5E
        || Character.isDigit(c)
        || Character.getType(c) == Character.FORMAT;
  }

  /** {@code 2026-03-16T08:02:11.000Z} and the like. */
  private static boolean isMoment(String text) {
    boolean moment =
        text.length() >= 19
            && text.length() <= 35
            && text.charAt(4) == '-'
            && text.charAt(7) == '-'
            && (text.charAt(10) == 'T' || text.charAt(10) == ' ')
            && text.charAt(13) == ':';
    for (int i = 0; moment && i < text.length(); i++) {
      char c = text.charAt(i);
      moment = Ascii.isDigit(c) || "-T :.+Z".indexOf(c) >= 0;
    }
    return moment;
  }
}

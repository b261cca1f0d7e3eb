package dev.convo.redact;

/** Finds out in one pass over a text which kinds of value are worth looking for in it. */
final class Traits {
  /** A sign of an e-mail address. */
  static final int AT = 1;

  /** Digits enough for a phone number. */
  static final int PHONES = 2;

  /** What may be a code for another character. */
  static final int CODED = 4;

  /** A word that is long enough for Base64. */
  static final int LONG_WORD = 8;

  /** The whole text is a time, such as {@code 2026-03-16T08:02:11.000Z}. */
  static final int MOMENT = 16;

  /** Digits enough for an account number, whose bank may be told by letters. */
  static final int IBANS = 32;

  /** Digits enough for a card's number. */
  static final int CARDS = 64;

  /** Dots or colons enough for an internet address. */
  static final int IPS = 128;

  private static final int LEAST_WORD = 6;

  private Traits() {}

  static int of(String text) {
    int traits = 0;
    int digits = 0;
    int dots = 0;
    int colons = 0;
    int word = 0;
    int longest = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 'z') {
        traits |= c > 0x7F && isCoded(c) ? CODED : 0;
        word++;
      } else if (c <= ' ') {
        longest = Math.max(longest, word);
        word = 0;
      } else {
        word++;
        if (c < 'A') {
          if (c >= '0' && c <= '9') {
            digits++;
          } else if (c == '.') {
            dots++;
          } else if (c == ':') {
            colons++;
          } else if (c == '@') {
            traits |= AT;
          } else if (c == '%' || c == '&' || c == '=') {
            traits |= CODED;
          }
        } else if (c == '\\') {
          traits |= CODED;
        }
      }
    }
    traits |= digits >= 4 ? PHONES : 0;
    traits |= digits >= 8 ? IBANS : 0;
    traits |= digits >= 13 ? CARDS : 0;
    traits |= digits >= 4 && dots >= 3 || colons >= 2 ? IPS : 0;
    traits |= Math.max(longest, word) >= LEAST_WORD ? LONG_WORD : 0;
    return isMoment(text) ? traits | MOMENT : traits;
  }

  /** Wide characters, digits of other scripts, and characters that nobody sees. */
  private static boolean isCoded(char c) {
    return c >= 0xFF01 && c <= 0xFF5E
        || Character.isDigit(c)
        || c == 0xAD
        || Character.getType(c) == Character.FORMAT;
  }

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
      moment = c >= '0' && c <= '9' || "-T :.+Z".indexOf(c) >= 0;
    }
    return moment;
  }
}

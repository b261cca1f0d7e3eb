package dev.convo.text;

/**
 * Characters that leave no mark on a screen: soft hyphens, zero-width spaces and joiners, fillers,
 * variation selectors, hidden format characters. Some scripts and emoji need some of them; anywhere
 * else they hide something.
 */
public final class Invisible {
  private static final int SPACE = 0x200B;
  private static final int NON_JOINER = 0x200C;
  private static final int JOINER = 0x200D;
  private static final int AS_TEXT = 0xFE0E;
  private static final int AS_EMOJI = 0xFE0F;
  private static final int KEYCAP = 0x20E3;

  /** Used for the code point before the first. */
  static final int NOTHING = -1;

  private Invisible() {}

  /** The text without invisible characters that nothing needs: what a browser shows of it. */
  public static String leftOut(String text) {
    int i = 0;
    while (i < text.length() && Plain.isUsual(text.charAt(i))) {
      i++;
    }
    if (i == text.length()) {
      return text;
    }
    StringBuilder seen = new StringBuilder(text.length()).append(text, 0, i);
    int before = i == 0 ? NOTHING : text.charAt(i - 1);
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      int end = i + Character.charCount(codePoint);
      if (!isNeedless(codePoint, before, text, end)) {
        seen.append(text, i, end);
        before = codePoint;
      }
      i = end;
    }
    return seen.toString();
  }

  /**
   * Whether a code point is invisible and nothing at its place needs it.
   *
   * @param before the code point before it, {@link #NOTHING} for none
   * @param end where it ends in the text
   */
  static boolean isNeedless(int codePoint, int before, String text, int end) {
    if (isFormat(codePoint)) {
      int next = end < text.length() ? text.codePointAt(end) : NOTHING;
      return !isNeeded(codePoint, before, next);
    }
    return isHidden(codePoint);
  }

  /**
   * Those that are invisible everywhere and part of no emoji: Unicode's
   * Default_Ignorable_Code_Point, which never shrinks, without those below and those that turn the
   * direction of a line.
   */
  static boolean isHidden(int codePoint) {
    if (codePoint < 0x115F) {
      return codePoint == 0xAD || codePoint == 0x34F;
    }
    return codePoint <= 0x1160
        || codePoint >= 0x17B4 && codePoint <= 0x17B5
        || codePoint >= 0x180B && codePoint <= 0x180F
        || codePoint == SPACE
        || codePoint >= 0x2060 && codePoint <= 0x2065
        || codePoint >= 0x206A && codePoint <= 0x206F
        || codePoint == 0x3164
        || codePoint >= 0xFE00 && codePoint < AS_TEXT
        || codePoint == 0xFEFF
        || codePoint == 0xFFA0
        || codePoint >= 0xFFF0 && codePoint <= 0xFFF8
        || codePoint >= 0x1BCA0 && codePoint <= 0x1BCA3
        || codePoint >= 0x1D173 && codePoint <= 0x1D17A
        || codePoint >= 0xE0080 && codePoint <= 0xE0FFF;
  }

  /** Those that a script or an emoji may need. */
  static boolean isFormat(int codePoint) {
    return codePoint >= SPACE && codePoint <= JOINER
        || codePoint == AS_TEXT
        || codePoint == AS_EMOJI
        || codePoint >= 0x180B && codePoint <= 0x180F;
  }

  private static boolean isNeeded(int codePoint, int before, int next) {
    return switch (codePoint) {
      case SPACE -> isWithoutBlanks(before) && isWithoutBlanks(next);
      case NON_JOINER -> isJoining(before);
      case JOINER -> isJoining(before) || endsPicture(before) && isPicture(next);
      case AS_TEXT -> isPicture(before);
      case AS_EMOJI -> isPicture(before) || isKeycapBase(before) && next == KEYCAP;
      default -> before >= 0x1820 && before <= 0x18AA; // a letter of the Mongolian script
    };
  }

  /** Scripts that put no blank between words, but may put a zero-width space there. */
  private static boolean isWithoutBlanks(int codePoint) {
    return codePoint >= 0x0E00 && codePoint <= 0x0EFF // Thai, Lao
        || codePoint >= 0x1000 && codePoint <= 0x109F // Myanmar
        || codePoint >= 0x1780 && codePoint <= 0x17FF // Khmer
        || codePoint >= 0x1950 && codePoint <= 0x19FF // Tai Le, New Tai Lue, Khmer symbols
        || codePoint >= 0x1A20 && codePoint <= 0x1AAF; // Tai Tham
  }

  /** Scripts whose letters join, where joiners say which do; by blocks, which never move. */
  private static boolean isJoining(int codePoint) {
    return codePoint >= 0x0600 && codePoint <= 0x077F // Arabic, Syriac
        || codePoint >= 0x07C0 && codePoint <= 0x07FF // N'Ko
        || codePoint >= 0x0840 && codePoint <= 0x0DFF // Mandaic to Sinhala
        || codePoint >= 0x1000 && codePoint <= 0x109F // Myanmar
        || codePoint >= 0x1780 && codePoint <= 0x18AF && !isHidden(codePoint) // Khmer, Mongolian
        || codePoint >= 0x1A20 && codePoint <= 0x1AAF // Tai Tham
        || codePoint >= 0x1B00 && codePoint <= 0x1BFF // Balinese, Sundanese, Batak
        || codePoint >= 0xA840 && codePoint <= 0xA8FF // Phags-pa, Saurashtra, Devanagari
        || codePoint >= 0xA980 && codePoint <= 0xA9DF // Javanese
        || codePoint >= 0xAAE0 && codePoint <= 0xAAFF // Meetei Mayek
        || codePoint >= 0xFB50 && codePoint <= 0xFDCF // Arabic
        || codePoint >= 0xFDF0 && codePoint <= 0xFDFF
        || codePoint >= 0xFE70 && codePoint <= 0xFEFC
        || codePoint >= 0x10AC0 && codePoint <= 0x10BAF // Manichaean to Psalter Pahlavi
        || codePoint >= 0x11000 && codePoint <= 0x11FFF // Brahmi and its descendants
        || codePoint >= 0x1E900 && codePoint <= 0x1E95F; // Adlam
  }

  private static boolean endsPicture(int codePoint) {
    return codePoint == AS_EMOJI
        || isPicture(codePoint)
        || codePoint != NOTHING && CodePoints.kind(codePoint) == CodePoints.SKIN_TONE;
  }

  private static boolean isPicture(int codePoint) {
    if (codePoint == NOTHING) {
      return false;
    }
    char kind = CodePoints.kind(codePoint);
    return kind == CodePoints.NARROW_PICTURE || kind == CodePoints.WIDE_PICTURE;
  }

  /** Digits, {@code #} and {@code *}. */
  static boolean isKeycapBase(int codePoint) {
    return codePoint >= '0' && codePoint <= '9' || codePoint == '#' || codePoint == '*';
  }
}

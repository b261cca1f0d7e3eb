package dev.convo.text;

/**
 * The code points that must not reach a terminal or a line-based tool raw: C0 and C1 controls, DEL,
 * line and paragraph separators, bidirectional controls, invisible characters, tags, the marks
 * around annotations, noncharacters, and lone surrogates. Joiners, the variation selectors of emoji
 * and right-to-left letters are not among them.
 */
public final class Unprintable {
  private Unprintable() {}

  /** Whether this code point is one of them; newline and tab are. */
  public static boolean contains(int codePoint) {
    if (codePoint < 0x20 || codePoint >= 0x7F && codePoint <= 0x9F) {
      return true;
    }
    if (codePoint < 0xAD || codePoint > 0x3164 && codePoint < 0xD800) {
      return false;
    }
    return Invisible.isHidden(codePoint)
        || codePoint == 0x061C
        || codePoint == 0x200E
        || codePoint == 0x200F
        || codePoint >= 0x2028 && codePoint <= 0x202E
        || codePoint >= 0x2066 && codePoint <= 0x2069
        || codePoint >= 0xD800 && codePoint <= 0xDFFF
        || codePoint >= 0xFDD0 && codePoint <= 0xFDEF
        || codePoint >= 0xFFF9 && codePoint <= 0xFFFB
        || codePoint >= 0xE0000 && codePoint <= 0xE007F
        || (codePoint & 0xFFFE) == 0xFFFE;
  }
}

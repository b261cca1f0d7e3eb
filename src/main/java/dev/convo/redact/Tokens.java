package dev.convo.redact;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a text, each in one form whatever its case and accents: {@code Tomás}, {@code TOMAS}
 * and {@code tomas} are the same. In scripts without blanks between words each character is a word.
 */
final class Tokens {
  /** A word, where it is in its text, and its one form. */
  record Token(int from, int to, String folded) {}

  private Tokens() {}

  /** All words, in order. */
  static List<Token> of(String text) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      int next = at + Character.charCount(codePoint);
      if (!Character.isLetterOrDigit(codePoint)) {
        at = next;
      } else if (isUnspaced(codePoint)) {
        tokens.add(new Token(at, next, folded(text.substring(at, next))));
        at = next;
      } else {
        int end = end(text, next, Character.isDigit(codePoint));
        tokens.add(new Token(at, end, folded(text.substring(at, end))));
        at = end;
      }
    }
    return tokens;
  }

  /** Letters and digits are words of their own: {@code tomas77} is two. */
  private static int end(String text, int from, boolean digits) {
    int at = from;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      boolean inside =
          isIgnored(codePoint)
              || !isUnspaced(codePoint)
                  && (digits ? Character.isDigit(codePoint) : Character.isLetter(codePoint));
      if (!inside) {
        break;
      }
      at += Character.charCount(codePoint);
    }
    return at;
  }

  /** Marks on letters, and characters that nobody sees: they part no words. */
  private static boolean isIgnored(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
      default -> codePoint == 0xAD;
    };
  }

  /** Whether its script writes words without blanks between them. */
  static boolean isUnspaced(int codePoint) {
    if (codePoint < 0x0E00) {
      return false;
    }
    return switch (Character.UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }

  /** The one form of a word. */
  static String folded(String word) {
    boolean plain = true;
    for (int i = 0; i < word.length() && plain; i++) {
      char c = word.charAt(i);
      plain = c < 0x80 && (c < 'A' || c > 'Z');
    }
    if (plain) {
      return word;
    }
    StringBuilder out = new StringBuilder(word.length());
    Normalizer.normalize(word, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(codePoint -> !isIgnored(codePoint))
        .forEach(codePoint -> append(out, codePoint));
    return out.toString();
  }

  /** Letters that Unicode does not take apart, as people write them without a keyboard for them. */
  private static void append(StringBuilder out, int codePoint) {
    switch (codePoint) {
      case 'ø' -> out.append('o');
      case 'ł' -> out.append('l');
      case 'đ', 'ð' -> out.append('d');
      case 'ı' -> out.append('i');
      case 'æ' -> out.append("ae");
      case 'œ' -> out.append("oe");
      case 'ß' -> out.append("ss");
      default -> out.appendCodePoint(codePoint);
    }
  }
}

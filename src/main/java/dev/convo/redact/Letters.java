package dev.convo.redact;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The letters and digits of a text, folded: {@code Tomás}, {@code TOMAS} and {@code tomas} are the
 * same. One object reads many texts.
 *
 * <p>Words are parted by anything else, where letters and digits meet, and before a capital that
 * follows a small letter. In scripts without blanks between words, each character is a word.
 */
final class Letters {
  /** Kinds of letters; 0 is none. */
  private static final int DIGIT = 1;

  private static final int SMALL = 2;
  private static final int CAPITAL = 3;
  private static final int UNSPACED = 4;

  private final Map<Integer, String> known = new HashMap<>();
  private char[] folded = new char[64];
  private int[] from = new int[64];
  private int[] to = new int[64];
  private boolean[] begins = new boolean[64];
  private int count;

  int count() {
    return count;
  }

  char at(int index) {
    return folded[index];
  }

  int from(int index) {
    return from[index];
  }

  /** Where the letter at this index ends in the text, including the marks on it. */
  int to(int index) {
    return to[index];
  }

  /** Whether a word begins at this index, or the text ends there. */
  boolean begins(int index) {
    return index >= count || begins[index];
  }

  /** How many characters separate it from the letter before. */
  int gap(int index) {
    return index == 0 ? 0 : from[index] - to[index - 1];
  }

  Letters read(String text) {
    count = 0;
    int before = 0;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c < 0x80) {
        before = ascii(c, at, before);
        at++;
      } else {
        int codePoint = text.codePointAt(at);
        int next = at + Character.charCount(codePoint);
        before = other(codePoint, at, next, before);
        at = next;
      }
    }
    return this;
  }

  /** Reads a character of ASCII, as nearly all are, and returns its kind. */
  private int ascii(char c, int at, int before) {
    int kind =
        Ascii.isSmall(c) ? SMALL : Ascii.isCapital(c) ? CAPITAL : Ascii.isDigit(c) ? DIGIT : 0;
    if (kind != 0) {
      add(kind == CAPITAL ? (char) (c + 0x20) : c, at, at + 1, begins(before, kind));
    }
    return kind;
  }

  /** Reads any other character, and returns its kind; if it is ignored, that of the one before. */
  private int other(int codePoint, int at, int next, int before) {
    if (isIgnored(codePoint)) {
      if (before != 0) {
        to[count - 1] = next;
      }
      return before;
    }
    int kind = kind(codePoint);
    if (kind != 0) {
      String plain = known.computeIfAbsent(codePoint, Letters::folded);
      for (int i = 0; i < plain.length(); i++) {
        add(plain.charAt(i), at, next, i == 0 && begins(before, kind));
      }
    }
    return kind;
  }

  private static int kind(int codePoint) {
    return !Character.isLetterOrDigit(codePoint)
        ? 0
        : isUnspaced(codePoint)
            ? UNSPACED
            : Character.isDigit(codePoint)
                ? DIGIT
                : Character.isUpperCase(codePoint) ? CAPITAL : SMALL;
  }

  /** Whether a word begins between letters of these kinds. */
  private static boolean begins(int before, int kind) {
    return kind != before && !(before == CAPITAL && kind == SMALL) || kind == UNSPACED;
  }

  private void add(char c, int start, int end, boolean first) {
    if (count == folded.length) {
      folded = Arrays.copyOf(folded, 2 * count);
      from = Arrays.copyOf(from, 2 * count);
      to = Arrays.copyOf(to, 2 * count);
      begins = Arrays.copyOf(begins, 2 * count);
    }
    folded[count] = c;
    from[count] = start;
    to[count] = end;
    begins[count++] = first;
  }

  /** Marks on letters, and invisible characters: neither parts words. */
  private static boolean isIgnored(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT;
  }

  /** Whether its script puts no blanks between words. */
  static boolean isUnspaced(int codePoint) {
    if (codePoint < 0x0E00) {
      return false;
    }
    return switch (Character.UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }

  private static String folded(int letter) {
    StringBuilder out = new StringBuilder();
    Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(codePoint -> !isIgnored(codePoint))
        .forEach(codePoint -> append(out, codePoint));
    return out.toString();
  }

  /**
   * Letters that Unicode does not decompose become what people type who lack them on the keyboard.
   */
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

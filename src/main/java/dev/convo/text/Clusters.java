package dev.convo.text;

import static dev.convo.text.CodePoints.CONSONANT;
import static dev.convo.text.CodePoints.HANGUL_LEADING;
import static dev.convo.text.CodePoints.HANGUL_SYLLABLE;
import static dev.convo.text.CodePoints.HANGUL_TRAILING;
import static dev.convo.text.CodePoints.HANGUL_VOWEL;
import static dev.convo.text.CodePoints.JOINER;
import static dev.convo.text.CodePoints.LINKER;
import static dev.convo.text.CodePoints.MARK;
import static dev.convo.text.CodePoints.NARROW_PICTURE;
import static dev.convo.text.CodePoints.PREPENDED;
import static dev.convo.text.CodePoints.REGIONAL;
import static dev.convo.text.CodePoints.SKIN_TONE;
import static dev.convo.text.CodePoints.SPACING;
import static dev.convo.text.CodePoints.UNSEEN;
import static dev.convo.text.CodePoints.WIDE;
import static dev.convo.text.CodePoints.WIDE_PICTURE;

/**
 * A walk over a text, one user-perceived character at a time: extended grapheme clusters as in
 * https://www.unicode.org/reports/tr29/ (2023, with its rule for Indic conjuncts), and how many
 * cells each takes at most. Terminals that know clusters show a family as one picture of two cells,
 * others show its members side by side. The larger width counts, because a line that is wider than
 * the terminal continues in column one, where only convo may write.
 */
final class Clusters {
  /** Characters below this take one cell each and do not combine with each other. */
  static final char NARROW = 0xA9;

  private static final int VARIATION_FOR_EMOJI = 0xFE0F;
  private static final int KEYCAP = 0x20E3;

  /**
   * The most cells of a cluster, even if the rules would extend it: as many as the widest emoji
   * has, two people, their skin tones, a heart and a kiss. Otherwise a hostile cluster could make a
   * line that cannot be broken.
   */
  private static final int WIDEST = 12;

  private final String text;
  private final int widest;
  private int start;
  private int end;
  private int width;
  private boolean wide;

  /** Starts before the first cluster at or behind an index. */
  Clusters(String text, int from) {
    this(text, from, WIDEST);
  }

  /** The same, but a cluster ends at this many cells, 2 or more. */
  Clusters(String text, int from, int columns) {
    this.text = text;
    this.widest = Math.min(WIDEST, columns);
    this.end = from;
  }

  /** Moves to the next cluster; false behind the last. */
  boolean next() {
    start = end;
    if (start >= text.length()) {
      return false;
    }
    int first = text.codePointAt(start);
    end += Character.charCount(first);
    if (first < NARROW && (end == text.length() || text.charAt(end) < NARROW)) {
      width = 1;
      wide = false;
    } else {
      extend(first);
    }
    return true;
  }

  int start() {
    return start;
  }

  /** Exclusive. */
  int end() {
    return end;
  }

  /** Whether a line may be broken before and after it, as in scripts without blanks. */
  boolean isWide() {
    return wide;
  }

  int width() {
    return width;
  }

  /** Takes in everything that belongs to the first code point. */
  private void extend(int first) {
    int before = first;
    char kind = CodePoints.kind(first);
    boolean picture = isPicture(kind); // a picture and marks on it
    boolean joined = false; // ... and a joiner
    boolean consonant = kind == CONSONANT; // a consonant and marks on it
    boolean linked = false; // ... a linker among them
    boolean halfFlag = kind == REGIONAL;
    width = cells(kind);
    wide = width == 2 || picture;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      char next = CodePoints.kind(codePoint);
      boolean nextPicture = joined && isPicture(next);
      boolean nextConsonant = linked && next == CONSONANT;
      boolean nextHalf = halfFlag && next == REGIONAL;
      boolean belongs =
          kind != UNSEEN && (isAttached(next) || kind == PREPENDED && next != UNSEEN)
              || isSyllable(kind, next, before)
              || nextPicture
              || nextConsonant
              || nextHalf;
      if (!belongs) {
        break;
      }
      int more = widens(before, codePoint, kind) ? 1 : cells(next);
      int after = end + Character.charCount(codePoint);
      boolean grows = after < text.length() && widens(codePoint, text.codePointAt(after), next);
      if (width + more + (grows ? 1 : 0) > widest) {
        break;
      }
      width += more;
      joined = picture && next == JOINER;
      picture = isPicture(next) || picture && (isMark(next) || next == SKIN_TONE);
      linked = consonant && (next == LINKER || linked && (isMark(next) || next == JOINER));
      consonant = next == CONSONANT || consonant && (isMark(next) || next == JOINER);
      halfFlag = kind == PREPENDED && next == REGIONAL;
      before = codePoint;
      kind = next;
      end += Character.charCount(codePoint);
    }
  }

  private static int cells(char kind) {
    return switch (kind) {
      case UNSEEN, MARK, LINKER, JOINER, HANGUL_VOWEL, HANGUL_TRAILING -> 0;
      case WIDE, WIDE_PICTURE, SKIN_TONE, REGIONAL, HANGUL_LEADING, HANGUL_SYLLABLE -> 2;
      default -> 1;
    };
  }

  /** Whether a selector or a keycap turns what is one cell wide into a picture of two. */
  private static boolean widens(int before, int codePoint, char kind) {
    boolean base = Invisible.isKeycapBase(before);
    return codePoint == KEYCAP && base
        || codePoint == VARIATION_FOR_EMOJI && (kind == NARROW_PICTURE || base);
  }

  private static boolean isMark(char kind) {
    return kind == MARK || kind == LINKER;
  }

  private static boolean isAttached(char kind) {
    return isMark(kind) || kind == SPACING || kind == JOINER || kind == SKIN_TONE;
  }

  private static boolean isPicture(char kind) {
    return kind == NARROW_PICTURE || kind == WIDE_PICTURE;
  }

  /** Whether two parts of a Hangul syllable belong together. */
  private static boolean isSyllable(char kind, char next, int before) {
    return switch (next) {
      case HANGUL_LEADING, HANGUL_SYLLABLE -> kind == HANGUL_LEADING;
      case HANGUL_VOWEL ->
          kind == HANGUL_LEADING || kind == HANGUL_VOWEL || isWithoutTrailing(kind, before);
      case HANGUL_TRAILING ->
          kind == HANGUL_VOWEL || kind == HANGUL_TRAILING || kind == HANGUL_SYLLABLE;
      default -> false;
    };
  }

  /** Every 28th of the composed syllables has no trailing consonant, and can take a vowel. */
  private static boolean isWithoutTrailing(char kind, int codePoint) {
    return kind == HANGUL_SYLLABLE && (codePoint - 0xAC00) % 28 == 0;
  }
}

package dev.convo.failure;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known word that a mistyped one probably stands for. */
public final class Nearest {
  private Nearest() {}

  /** In letters: fewer are the beginning of too many words. */
  private static final int BEGINNING = 3;

  /**
   * The nearest known word, ignoring case: one that begins with what was typed, else one with
   * nearly the same letters.
   *
   * @return empty if no word is near: more than a third of its letters would have to change, or any
   *     letter of a word of one or two
   */
  public static Optional<String> to(String typed, Collection<String> known) {
    String word = typed.toLowerCase(Locale.ROOT);
    return begun(word, known)
        .or(
            () ->
                known.stream()
                    .filter(
                        other ->
                            distance(word, other.toLowerCase(Locale.ROOT)) <= allowed(word, other))
                    .min(
                        Comparator.comparingInt(
                            other -> distance(word, other.toLowerCase(Locale.ROOT)))));
  }

  private static Optional<String> begun(String word, Collection<String> known) {
    return word.length() < BEGINNING
        ? Optional.empty()
        : known.stream()
            .filter(other -> other.toLowerCase(Locale.ROOT).startsWith(word))
            .min(Comparator.comparingInt(String::length));
  }

  /** {@code did you mean word?}, or something else if no known word is near. */
  public static String question(String typed, Collection<String> known, String otherwise) {
    return to(typed, known).map(near -> "did you mean " + near + "?").orElse(otherwise);
  }

  private static int allowed(String word, String other) {
    int longer = Math.max(word.length(), other.length());
    return longer < 3 ? 0 : Math.max(1, longer / 3);
  }

  /** The number of letters to add, drop, replace, or swap with a neighbour. */
  private static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(last[j] + 1, row[j - 1] + 1), last[j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[b.length()];
  }
}

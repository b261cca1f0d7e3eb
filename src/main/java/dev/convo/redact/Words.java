package dev.convo.redact;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a text contains one of a few ASCII words, in any case. */
final class Words {
  private final String[][] byFirst = new String[0x80][];

  /** The words, in lower case. */
  Words(String... words) {
    Stream.of(words)
        .collect(Collectors.groupingBy(word -> word.charAt(0)))
        .forEach((first, its) -> byFirst[first] = its.toArray(new String[0]));
  }

  boolean areIn(String text) {
    for (int i = 0; i < text.length(); i++) {
      int first = text.charAt(i) | 0x20;
      String[] words = first < byFirst.length ? byFirst[first] : null;
      if (words != null) {
        for (String word : words) {
          if (isAt(text, i, word)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Like {@code regionMatches}, for ASCII only and in half the time. */
  private static boolean isAt(String text, int from, String word) {
    int at = 1;
    while (at < word.length()
        && from + at < text.length()
        && (text.charAt(from + at) | 0x20) == word.charAt(at)) {
      at++;
    }
    return at == word.length();
  }
}

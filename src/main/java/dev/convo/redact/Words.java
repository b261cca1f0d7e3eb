package dev.convo.redact;

import java.util.Arrays;

/** Finds whether a text contains one of a few words, in any case. ASCII only. */
final class Words {
  /** By first letter. */
  private final String[][] byFirst;

  private Words(String[][] byFirst) {
    this.byFirst = byFirst;
  }

  /** A finder of these words, given in lower case. */
  static Words of(String... words) {
    String[][] byFirst = new String[0x80][];
    for (String word : words) {
      String[] before = byFirst[word.charAt(0)];
      String[] all = before == null ? new String[1] : Arrays.copyOf(before, before.length + 1);
      all[all.length - 1] = word;
      byFirst[word.charAt(0)] = all;
    }
    return new Words(byFirst);
  }

  /** Whether a text holds one of them. */
  boolean find(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = (char) (text.charAt(i) | 0x20);
      String[] words = c < 0x80 ? byFirst[c] : null;
      if (words != null) {
        for (String word : words) {
          if (is(text, i, word)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean is(String text, int from, String word) {
    int at = 1;
    while (at < word.length()
        && from + at < text.length()
        && (text.charAt(from + at) | 0x20) == word.charAt(at)) {
      at++;
    }
    return at == word.length();
  }
}

package dev.convo.redact;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Words in a text that are Base64, in either alphabet (RFC 4648). */
final class Base64Words {
  /** In characters. A shorter word identifies nobody. */
  private static final int SHORTEST = 6;

  private Base64Words() {}

  /**
   * Replaces each word that holds something sensitive, all of it. The function names the kind, or
   * null. A word may be glued to what is already replaced.
   */
  static void find(Spans spans, Function<String, @Nullable Sensitive> held) {
    if (spans.traits().longestWord() >= SHORTEST) {
      for (Spans.Gap gap : spans.gaps()) {
        find(spans, gap.from(), gap.to(), held);
      }
    }
  }

  private static void find(
      Spans spans, int start, int end, Function<String, @Nullable Sensitive> held) {
    String text = spans.text();
    int from = start;
    while (from < end) {
      int to = from;
      boolean small = false;
      boolean mixed = false;
      while (to < end && Ascii.isBase64(text.charAt(to))) {
        char c = text.charAt(to);
        small |= Ascii.isSmall(c);
        // Ordinary words have neither capitals inside nor digits.
        mixed |= Ascii.isDigit(c) || Ascii.isCapital(c) && to > from;
        to++;
      }
      int word = to;
      while (to > from && to < end && text.charAt(to) == '=') {
        to++;
      }
      if (word - from >= SHORTEST && small && mixed) {
        Sensitive kind = held(text.substring(from, word), held);
        if (kind != null) {
          spans.value(kind, from, to, text.substring(from, word));
        }
      }
      from = to + 1;
    }
  }

  /** Characters in front of it may belong to something else, so all four alignments are tried. */
  private static @Nullable Sensitive held(String word, Function<String, @Nullable Sensitive> held) {
    byte[] digits = word.replace('-', '+').replace('_', '/').getBytes(StandardCharsets.ISO_8859_1);
    for (int shift = 0; shift < 4 && digits.length - shift >= SHORTEST; shift++) {
      int rest = (digits.length - shift) % 4;
      int end = rest == 1 ? digits.length - 1 : digits.length;
      byte[] decoded = Base64.getDecoder().decode(Arrays.copyOfRange(digits, shift, end));
      Sensitive kind = held.apply(new String(decoded, StandardCharsets.UTF_8));
      if (kind != null) {
        return kind;
      }
    }
    return null;
  }
}

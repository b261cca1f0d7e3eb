package dev.convo.hostile;

import java.net.IDN;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The ways in which a text can be written so that a program still reads it. */
final class Codings {
  private static final HexFormat LOWER = HexFormat.of();
  private static final HexFormat UPPER = LOWER.withUpperCase();

  private Codings() {}

  /** The text in each of them, itself among them. */
  static Set<String> of(String text) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    Set<String> all = new LinkedHashSet<>();
    all.add(text);
    all.add(text.toUpperCase(Locale.ROOT));
    all.add(text.toLowerCase(Locale.ROOT));
    all.add(URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20"));
    all.add(octets(octets, "%", UPPER));
    all.add(octets(octets, "%", LOWER));
    all.add(octets(octets, "%25", UPPER));
    all.add(octets(octets, "=", UPPER));
    all.add(quotedPrintable(octets));
    all.add(characters(text, c -> "&#" + c + ";"));
    all.add(characters(text, c -> "&#x" + Integer.toHexString(c) + ";"));
    all.add(characters(text, c -> c < 0x80 ? Character.toString(c) : "&#" + c + ";"));
    all.add(units(text, 0));
    all.add(units(text, 0x80));
    all.add(characters(text, Codings::wide));
    if (text.length() > 3) {
      all.add(Base64.getEncoder().encodeToString(octets));
      all.add(Base64.getUrlEncoder().withoutPadding().encodeToString(octets));
    }
    return all;
  }

  /** The labels of hosts that spell these words. */
  static Set<String> spelled(String text) {
    Set<String> labels = new LinkedHashSet<>();
    for (String word : text.split("[^\\p{L}]+", -1)) {
      String label = word.isEmpty() ? "" : IDN.toASCII(word);
      if (label.startsWith("xn--")) {
        labels.add(label);
      }
    }
    return labels;
  }

  /** Inside Base64 a text begins at one of three places; its first and last digit are shared. */
  static Set<String> inBase64(String text) {
    Set<String> all = new LinkedHashSet<>();
    for (int shift = 0; shift < 3 && text.length() > 6; shift++) {
      String encoded =
          Base64.getEncoder()
              .withoutPadding()
              .encodeToString(("x".repeat(shift) + text).getBytes(StandardCharsets.UTF_8));
      all.add(encoded.substring(shift == 0 ? 0 : 4, encoded.length() - 3));
    }
    return all;
  }

  private static String octets(byte[] octets, String mark, HexFormat digits) {
    return digits.withPrefix(mark).formatHex(octets);
  }

  private static String quotedPrintable(byte[] octets) {
    return IntStream.range(0, octets.length)
        .map(i -> octets[i] & 0xFF)
        .mapToObj(
            c -> c < 0x80 && c != '=' ? Character.toString(c) : "=" + UPPER.toHexDigits((byte) c))
        .collect(Collectors.joining());
  }

  private static String characters(String text, IntFunction<String> coded) {
    return text.codePoints().mapToObj(coded).collect(Collectors.joining());
  }

  /** As JSON escapes all characters from this one on. */
  private static String units(String text, int from) {
    return text.chars()
        .mapToObj(c -> c >= from ? "\\u" + LOWER.toHexDigits((char) c) : Character.toString(c))
        .collect(Collectors.joining());
  }

  private static String wide(int c) {
    return Character.toString(c > ' ' && c < 0x7F ? c - 0x20 + 0xFF00 : c);
  }
}

package dev.convo.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks a secret where others repeat it: verbatim, escaped as in JSON, URLs or HTML, or in Base64.
 */
public final class Echo {
  private static final String MASK = "***";

  /** A shorter secret could be part of any word. */
  private static final int SHORTEST = 6;

  /** Fewer Base64 digits could be part of any word. */
  private static final int SHORTEST_DIGITS = 8;

  /** The escapes of JSON, URLs and HTML that spell one ASCII character as several. */
  private static final Pattern ESCAPE =
      Pattern.compile(
          "(?:\\\\u00|%)(?<hex>\\p{XDigit}{2})|\\\\(?<own>[\"/\\\\])"
              + "|&#[xX]0*(?<html>\\p{XDigit}{2});|&#0*(?<number>\\d{2,3});"
              + "|&(?<name>amp|quot|apos|lt|gt);");

  private static final List<String> NAMES = List.of("amp", "quot", "apos", "lt", "gt");
  private static final String NAMED = "&\"'<>";

  private final String secret;

  /** The secret's Base64 digits, as far as they are its own. */
  private final Set<String> digits;

  /**
   * @param secret printable ASCII; one of fewer than 6 characters is not masked
   */
  Echo(String secret) {
    this.secret = secret;
    this.digits = secret.length() < SHORTEST ? Set.of() : digits(secret);
  }

  public static String masked(String secret, String said) {
    return new Echo(secret).masked(said);
  }

  String masked(String said) {
    if (secret.length() < SHORTEST) {
      return said;
    }
    String masked = said.replace(secret, MASK);
    if (masked.indexOf('\\') >= 0 || masked.indexOf('%') >= 0 || masked.indexOf('&') >= 0) {
      masked = spelled(secret.replace('+', ' '), masked);
      // What looks like an escape in the secret is read like those in the text.
      masked = spelled(read(secret, new int[secret.length() + 1]), masked);
    }
    for (String coded : digits) {
      masked = masked.replace(coded, MASK);
    }
    return masked;
  }

  /** The text with a word masked where escapes spell it. */
  private static String spelled(String word, String said) {
    int[] places = new int[said.length() + 1];
    String read = read(said, places);
    StringBuilder masked = new StringBuilder();
    int from = 0;
    for (int at = read.indexOf(word); at >= 0; at = read.indexOf(word, from)) {
      masked.append(said, places[from], places[at]).append(MASK);
      from = at + word.length();
    }
    return from == 0 ? said : masked.append(said, places[from], said.length()).toString();
  }

  /**
   * Reads escapes. A + is a blank in a form and a plus in a path: here all are blanks.
   *
   * @param places receives where in the text each character that was read begins, and where the
   *     last one ends
   */
  private static String read(String said, int[] places) {
    Matcher escape = ESCAPE.matcher(said);
    StringBuilder read = new StringBuilder(said.length());
    int place = 0;
    while (place < said.length()) {
      boolean escaped = escape.region(place, said.length()).lookingAt();
      char one = escaped ? character(escape) : said.charAt(place);
      read.append(one == '+' ? ' ' : one);
      place = escaped ? escape.end() : place + 1;
      places[read.length()] = place;
    }
    return read.toString();
  }

  private static char character(Matcher escape) {
    if (escape.group("own") != null) {
      return escape.group("own").charAt(0);
    }
    if (escape.group("name") != null) {
      return NAMED.charAt(NAMES.indexOf(escape.group("name")));
    }
    if (escape.group("number") != null) {
      return (char) Integer.parseInt(escape.group("number"));
    }
    String hex = escape.group(escape.group("hex") == null ? "html" : "hex");
    return (char) Integer.parseInt(hex, 16);
  }

  private static Set<String> digits(String secret) {
    Set<String> digits = new LinkedHashSet<>();
    byte[] bytes = secret.getBytes(StandardCharsets.ISO_8859_1);
    // Four Base64 digits encode three bytes, so the digits depend on whether 0, 1 or 2 other bytes
    // come first. Digits that also encode neighbouring bytes are left out.
    for (int before = 0; before < 3; before++) {
      byte[] shifted = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, shifted, before, bytes.length);
      byte[] whole = Arrays.copyOf(shifted, shifted.length - shifted.length % 3);
      String own = Base64.getEncoder().encodeToString(whole).substring(before == 0 ? 0 : 4);
      if (own.length() >= SHORTEST_DIGITS) {
        digits.add(own);
        digits.add(own.replace('+', '-').replace('/', '_'));
      }
    }
    return digits;
  }
}

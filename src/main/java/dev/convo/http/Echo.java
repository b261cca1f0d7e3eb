package dev.convo.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Masks a secret where others repeat it: verbatim, escaped as in JSON, URLs or HTML, or in Base64.
 */
public final class Echo {
  private static final String MASK = "***";

  /** A shorter secret could be part of any word. */
  private static final int SHORTEST = 6;

  /** Fewer Base64 digits could be part of any word. */
  private static final int SHORTEST_DIGITS = 8;

  private final String secret;

  /** The secret's Base64 digits, as far as they are its own. */
  private final Set<String> digits;

  /**
   * A mask for one secret.
   *
   * @param secret printable ASCII; one of fewer than 6 characters is not masked
   */
  Echo(String secret) {
    this.secret = secret;
    this.digits = secret.length() < SHORTEST ? Set.of() : digits(secret);
  }

  /** The text with the secret masked. */
  public static String masked(String secret, String said) {
    return new Echo(secret).masked(said);
  }

  /** The text with the secret masked. */
  String masked(String said) {
    if (secret.length() < SHORTEST) {
      return said;
    }
    String masked = said.replace(secret, MASK);
    if (masked.indexOf('\\') >= 0 || masked.indexOf('%') >= 0 || masked.indexOf('&') >= 0) {
      for (Escapes escapes : Escapes.values()) {
        masked = escapes.masked(secret, MASK, masked);
      }
    }
    for (String coded : digits) {
      masked = masked.replace(coded, MASK);
    }
    return masked;
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

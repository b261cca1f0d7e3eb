package dev.convo.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Masks a secret where others repeat it: verbatim, escaped as in JSON, URLs or HTML, or in Base64.
 */
public final class Echo {
  private static final String MASK = "***";

  /** A shorter secret could be part of any word. */
  private static final int SHORTEST = 6;

  /** Fewer Base64 digits could be part of any word. */
  private static final int SHORTEST_DIGITS = 8;

  private Echo() {}

  /**
   * The text with the secret masked.
   *
   * @param secret printable ASCII; one of fewer than 6 characters is not masked
   */
  public static String masked(String secret, String said) {
    if (secret.length() < SHORTEST) {
      return said;
    }
    String masked = said.replace(secret, MASK);
    if (masked.indexOf('\\') >= 0 || masked.indexOf('%') >= 0 || masked.indexOf('&') >= 0) {
      for (Escapes escapes : Escapes.values()) {
        masked = escapes.masked(secret, MASK, masked);
      }
    }
    return withoutBase64(secret, masked);
  }

  private static String withoutBase64(String secret, String said) {
    String masked = said;
    byte[] bytes = secret.getBytes(StandardCharsets.ISO_8859_1);
    // Four Base64 digits encode three bytes, so the digits depend on whether 0, 1 or 2 other bytes
    // come first. Digits that also encode neighbouring bytes are left out.
    for (int before = 0; before < 3; before++) {
      byte[] shifted = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, shifted, before, bytes.length);
      byte[] whole = Arrays.copyOf(shifted, shifted.length - shifted.length % 3);
      String digits = Base64.getEncoder().encodeToString(whole).substring(before == 0 ? 0 : 4);
      if (digits.length() >= SHORTEST_DIGITS) {
        masked = masked.replace(digits, MASK);
        masked = masked.replace(digits.replace('+', '-').replace('/', '_'), MASK);
      }
    }
    return masked;
  }
}

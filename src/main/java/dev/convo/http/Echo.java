package dev.convo.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Masks a secret where others repeat it: as it is, and in the codings that a repetition may come
 * in, such as JSON's escapes or Base64.
 */
public final class Echo {
  private static final String MASK = "***";

  /** A shorter word could stand anywhere. */
  private static final int SHORTEST = 6;

  /** As many digits of Base64 could be part of a word, too. */
  private static final int SHORTEST_DIGITS = 8;

  private Echo() {}

  /**
   * What others say, with the secret masked.
   *
   * @param secret printable ASCII; one of less than 6 characters is let pass
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
    // Digits stand for three bytes each four. Behind 0, 1 or 2 other bytes the digits are others;
    // those that depend on what stands around are left out.
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

package dev.convo.redact;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What replaces a value: a word and a number, the same for the same value. Without a key, numbers
 * count up in the order of values; with one, they are computed from the value, so that every run
 * with that key agrees.
 */
final class Pseudonyms {
  private static final String ALGORITHM = "HmacSHA256";

  /** 40 bits: among 100,000 values, the chance that two share a pseudonym is one in 200. */
  private static final int DIGITS = 10;

  private final byte @Nullable [] key;
  private final Map<String, String> known = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  Pseudonyms(byte @Nullable [] key) {
    this.key = key == null ? null : key.clone();
  }

  /**
   * The pseudonym of a value.
   *
   * @param prefix what it begins with, such as {@code email}
   * @param value in the form that all ways to write it share
   */
  String of(String prefix, String value) {
    return known.computeIfAbsent(prefix + '\n' + value, named -> next(prefix, named));
  }

  /**
   * The pseudonym of a person.
   *
   * @param keys what identifies the person, the most telling first; sharing any of them with an
   *     earlier person means being the same
   */
  String ofPerson(String prefix, List<String> keys) {
    Optional<String> before =
        keys.stream()
            .map(one -> known.get(prefix + '\n' + one))
            .filter(Objects::nonNull)
            .findFirst();
    String mine = key == null && before.isPresent() ? before.get() : of(prefix, keys.get(0));
    keys.forEach(one -> known.putIfAbsent(prefix + '\n' + one, mine));
    return mine;
  }

  private String next(String prefix, String named) {
    return prefix
        + "-"
        + (key == null ? counts.merge(prefix, 1, Integer::sum) : digest(key, named));
  }

  private static String digest(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      byte[] bytes = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes).substring(0, DIGITS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}

package dev.convo.json;

import dev.convo.model.Value;
import java.util.List;

/** Which members of an object hold credentials, and what replaces them. */
final class Masking {
  static final Value MASK = new Value.Text("***");

  /** How names of credentials end, without separators. */
  private static final List<String> ENDINGS =
      List.of(
          "token",
          "apikey",
          "accesskey",
          "privatekey",
          "password",
          "passwd",
          "passphrase",
          "cookie",
          "authorization",
          "bearer",
          "hmacidentifier");

  private Masking() {}

  /** Whether a member of this name holds a credential, unless {@link #isHarmless}. */
  static boolean isCredential(String name) {
    String word = letters(name);
    return word.contains("secret") || endsLikeOne(word) || isPlural(word);
  }

  /** A flag is not a credential, and a number under a plural is a count: {@code total_tokens}. */
  static boolean isHarmless(String name, Value value) {
    return value == Value.None.NONE
        || value instanceof Value.Flag
        || value instanceof Value.Numeral && isPlural(letters(name));
  }

  private static boolean isPlural(String word) {
    return word.endsWith("s") && endsLikeOne(word.substring(0, word.length() - 1));
  }

  private static boolean endsLikeOne(String word) {
    for (String ending : ENDINGS) {
      if (word.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /** {@code apiKey}, {@code X-API-Key} and {@code x_api_key} end alike. */
  private static String letters(String name) {
    StringBuilder letters = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '_' && c != '-' && c != '.' && c != ' ') {
        letters.append(Character.toLowerCase(c));
      }
    }
    return letters.toString();
  }
}

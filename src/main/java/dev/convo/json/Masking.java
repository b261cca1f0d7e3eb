package dev.convo.json;

import dev.convo.model.Value;
import java.util.Set;

/** Which members of an object hold credentials, and what is kept in their place. */
final class Masking {
  /** What is kept of a credential. */
  static final Value MASK = new Value.Text("***");

  private static final Set<String> NAMES =
      Set.of("access_token", "pubsub_token", "hmac_identifier", "password", "api_key");

  private Masking() {}

  /** Whether a member of this name holds a credential. */
  static boolean isCredential(String name) {
    String word = snakeCase(name);
    return NAMES.contains(word) || word.endsWith("_token") || word.contains("secret");
  }

  /** {@code apiKey} and {@code API-Key} are {@code api_key}. Asked of every name that is kept. */
  private static String snakeCase(String name) {
    StringBuilder words = new StringBuilder(name.length() + 4);
    char before = '_';
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean hump = c >= 'A' && c <= 'Z';
      if (hump && (before >= 'a' && before <= 'z' || before >= '0' && before <= '9')) {
        words.append('_');
      }
      words.append(c == '-' ? '_' : Character.toLowerCase(c));
      before = c;
    }
    return words.toString();
  }
}

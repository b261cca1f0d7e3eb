package dev.convo.json;

import dev.convo.model.Value;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which members of an object hold credentials, and what is kept in their place. */
final class Masking {
  /** What is kept of a credential. */
  static final Value MASK = new Value.Text("***");

  private static final Set<String> NAMES =
      Set.of("access_token", "pubsub_token", "hmac_identifier", "password", "api_key");

  /** Where one word of a name like {@code apiKey} ends and the next begins. */
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private Masking() {}

  /** Whether a member of this name holds a credential. */
  static boolean isCredential(String name) {
    String word = snakeCase(name);
    return NAMES.contains(word) || word.endsWith("_token") || word.contains("secret");
  }

  /** {@code apiKey} and {@code API-Key} are {@code api_key}. */
  private static String snakeCase(String name) {
    boolean plain = true;
    for (int i = 0; plain && i < name.length(); i++) {
      char c = name.charAt(i);
      plain = c >= 'a' && c <= 'z' || c == '_';
    }
    return plain
        ? name
        : HUMP.matcher(name).replaceAll("_").replace('-', '_').toLowerCase(Locale.ROOT);
  }
}

package dev.convo.archive;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a conversation's folder: {@code chatwoot-42}. Two ids never share one, whatever is in
 * them, on file systems that take {@code A} for {@code a} too.
 */
final class FolderName {
  /**
   * An id that is its own name. No dot: {@code 42.1} is how an older {@code 42} is kept. No tilde:
   * it begins a hash.
   */
  private static final Pattern PLAIN = Pattern.compile("[a-z0-9_-]{1,80}");

  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_.-]");
  private static final int READABLE = 40;
  private static final int HASH = 16;

  private FolderName() {}

  /**
   * The name.
   *
   * @param provider lower-case letters
   * @param id any text
   */
  static String of(String provider, String id) {
    if (PLAIN.matcher(id).matches()) {
      return provider + "-" + id;
    }
    String readable = UNSAFE.matcher(id).replaceAll("_").toLowerCase(Locale.ROOT);
    String hash = HashedFile.sha256(id.getBytes(StandardCharsets.UTF_8)).substring(0, HASH);
    return provider
        + "-"
        + readable.substring(0, Math.min(readable.length(), READABLE))
        + "~"
        + hash;
  }
}

package dev.convo.archive;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a conversation's folder: {@code chatwoot-42}. No two ids share one, whatever is in
 * them, even on file systems that ignore case.
 */
final class FolderName {
  /**
   * An id that can be used as it is. No dot: {@code 42.1} is an older {@code 42}. No tilde: it
   * begins a hash.
   */
  private static final Pattern PLAIN = Pattern.compile("[a-z0-9_-]{1,80}");

  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_.-]");
  private static final int READABLE = 40;
  private static final int HASH = 16;

  private static final Pattern OLDER = Pattern.compile("(.+)\\.([1-9][0-9]{0,8})");

  private FolderName() {}

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

  /** The folder of an older version: {@code chatwoot-42.1} is the oldest. */
  static Path older(Path folder, int number) {
    return folder.resolveSibling(folder.getFileName() + "." + number);
  }

  /** The folder's name when it was the latest version. */
  static String ofLatest(Path folder) {
    String name = folder.getFileName().toString();
    Matcher older = OLDER.matcher(name);
    return older.matches() ? older.group(1) : name;
  }

  /** Greater for a newer version of the same conversation. */
  static int version(Path folder) {
    Matcher older = OLDER.matcher(folder.getFileName().toString());
    return older.matches() ? Integer.parseInt(older.group(2)) : Integer.MAX_VALUE;
  }
}

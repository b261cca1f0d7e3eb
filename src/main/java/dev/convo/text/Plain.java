package dev.convo.text;

import java.util.Locale;

/**
 * Remote text made harmless for people's eyes and terminals: what is {@link Unprintable} becomes a
 * visible form, {@code ^[} for a control of ASCII and {@code <U+202E>} for any other. Nothing is
 * dropped.
 */
public final class Plain {
  private Plain() {}

  /** Text of several lines: newlines and tabs stay; CR LF and CR are newlines. */
  public static String text(String remote) {
    return harmless(remote, "\n", "\t");
  }

  /** Text of one line: newlines and tabs become blanks. */
  public static String line(String remote) {
    return harmless(remote, " ", " ");
  }

  private static String harmless(String remote, String newline, String tab) {
    int i = Unprintable.next(remote, 0);
    if (i == remote.length()) {
      return remote;
    }
    StringBuilder plain = new StringBuilder(remote.length() + 16);
    int from = 0;
    while (i < remote.length()) {
      plain.append(remote, from, i);
      int codePoint = remote.codePointAt(i);
      from = i + Character.charCount(codePoint);
      switch (codePoint) {
        case '\n' -> plain.append(newline);
        case '\t' -> plain.append(tab);
        case '\r' -> {
          plain.append(newline);
          from += remote.startsWith("\n", from) ? 1 : 0;
        }
        default -> appendVisible(plain, codePoint);
      }
      i = Unprintable.next(remote, from);
    }
    return plain.append(remote, from, remote.length()).toString();
  }

  private static void appendVisible(StringBuilder plain, int codePoint) {
    if (codePoint < 0x80) {
      plain.append('^').append((char) (codePoint ^ 0x40));
    } else {
      String hex = Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
      plain.append("<U+").append("0".repeat(Math.max(0, 4 - hex.length()))).append(hex).append('>');
    }
  }
}

package dev.convo.text;

import java.util.Locale;

/**
 * Remote text made harmless for people's eyes and terminals. What is {@link Unprintable} becomes a
 * visible form: {@code ^[} for an ASCII control, {@code <U+202E>} for any other. So do {@link
 * Invisible} characters that nothing at their place needs, a run of one as {@code <U+200B x12>}. At
 * most {@value #MOST_MARKS} combining marks are written on one letter, then {@code <68 more
 * marks>}. Nothing else changes.
 */
public final class Plain {
  /** No language has more on one letter, and a tower of them covers other lines. */
  private static final int MOST_MARKS = 32;

  private final String remote;
  private final String newline;
  private final String tab;
  private final StringBuilder plain;

  /** Where the next code point begins. */
  private int at;

  /** How much of the remote text is written. */
  private int written;

  /** The code point before, if it was left as it is. */
  private int before = Invisible.NOTHING;

  private int marks;

  private Plain(String remote, String newline, String tab) {
    this.remote = remote;
    this.newline = newline;
    this.tab = tab;
    this.plain = new StringBuilder();
  }

  /** Text of several lines: newlines and tabs stay; CR LF and CR are newlines. */
  public static String text(String remote) {
    return harmless(remote, "\n", "\t");
  }

  /** Text of one line: newlines and tabs become blanks. */
  public static String line(String remote) {
    return harmless(remote, " ", " ");
  }

  /** Whether a character needs no closer look. Most characters of most texts are usual. */
  static boolean isUsual(char c) {
    return c >= 0x20 && c < 0x7F
        || c > 0x9F && c < 0x300 && c != 0xAD
        || c >= 0x370 && c < 0x483
        || c >= 0x2010 && c <= 0x2027
        || c >= 0x3001 && c <= 0x3029
        || c >= 0x3041 && c <= 0x3096
        || c >= 0x309B && c <= 0x3163
        || c >= 0x4E00 && c <= 0x9FFF
        || c >= 0xAC00 && c <= 0xD7A3;
  }

  private static String harmless(String remote, String newline, String tab) {
    int i = 0;
    while (i < remote.length() && isUsual(remote.charAt(i))) {
      i++;
    }
    return i == remote.length() ? remote : new Plain(remote, newline, tab).harmless(i);
  }

  private String harmless(int start) {
    at = start;
    before = start == 0 ? Invisible.NOTHING : remote.charAt(start - 1);
    while (at < remote.length()) {
      if (isUsual(remote.charAt(at))) {
        before = remote.charAt(at++);
        marks = 0;
      } else {
        unusual();
      }
    }
    return written == 0 ? remote : plain.append(remote, written, remote.length()).toString();
  }

  private void unusual() {
    int codePoint = remote.codePointAt(at);
    int end = at + Character.charCount(codePoint);
    if (codePoint < ' ') {
      control((char) codePoint, end);
    } else if (Invisible.isNeedless(codePoint, before, remote, end)) {
      int last = endOfRun(codePoint, end);
      int count = (last - at) / (end - at);
      replace(last, codePoint(codePoint, count == 1 ? "" : " x" + count));
    } else if (Unprintable.contains(codePoint) && !Invisible.isHidden(codePoint)) {
      replace(end, codePoint == 0x7F ? "^?" : codePoint(codePoint, ""));
    } else if (isMark(codePoint) && marks == MOST_MARKS) {
      moreMarks();
    } else {
      marks = isMark(codePoint) ? marks + 1 : Invisible.isFormat(codePoint) ? marks : 0;
      before = codePoint;
      at = end;
    }
  }

  private void control(char control, int end) {
    switch (control) {
      case '\n' -> replace(end, newline);
      case '\t' -> replace(end, tab);
      case '\r' -> replace(end + (remote.startsWith("\n", end) ? 1 : 0), newline);
      default -> replace(end, "^" + (char) (control ^ 0x40));
    }
  }

  private void moreMarks() {
    int more = 0;
    int end = at;
    while (end < remote.length() && isMark(remote.codePointAt(end))) {
      more++;
      end += Character.charCount(remote.codePointAt(end));
    }
    replace(end, "<" + more + (more == 1 ? " more mark>" : " more marks>"));
  }

  private static boolean isMark(int codePoint) {
    return CodePoints.isMark(codePoint)
        && !Invisible.isFormat(codePoint)
        && !Unprintable.contains(codePoint);
  }

  private int endOfRun(int codePoint, int from) {
    int end = from;
    while (end < remote.length() && remote.codePointAt(end) == codePoint) {
      end += Character.charCount(codePoint);
    }
    return end;
  }

  private void replace(int end, String visible) {
    plain.append(remote, written, at).append(visible);
    at = end;
    written = end;
    before = Invisible.NOTHING;
    marks = 0;
  }

  private static String codePoint(int codePoint, String count) {
    String hex = Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
    return "<U+" + "0".repeat(Math.max(0, 4 - hex.length())) + hex + count + ">";
  }
}

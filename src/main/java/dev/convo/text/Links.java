package dev.convo.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses in a line of harmless text. Only what a browser would be asked for, only ASCII, and
 * only characters of https://www.rfc-editor.org/rfc/rfc3986#section-2, so that no text can close a
 * hyperlink or give it another target than the one it shows.
 */
public final class Links {
  private static final Pattern LINK =
      Pattern.compile("https?://[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=%]+");

  /** What ends a sentence rather than an address. */
  private static final String TRAILING = ".,:;!?'*";

  private Links() {}

  /**
   * The text with each address made a hyperlink to itself (OSC 8:
   * https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda).
   */
  public static String linked(String line) {
    if (line.indexOf("://") < 0) {
      return line;
    }
    Matcher link = LINK.matcher(line);
    StringBuilder out = new StringBuilder(line.length() + 64);
    int from = 0;
    while (link.find(from)) {
      if (goesOn(line, link.end())) {
        out.append(line, from, link.end());
        from = link.end();
        continue;
      }
      int end = end(line, link.start(), link.end());
      String target = line.substring(link.start(), end);
      out.append(line, from, link.start());
      out.append("\u001b]8;;").append(target).append("\u001b\\");
      out.append(target).append("\u001b]8;;\u001b\\");
      from = end;
    }
    return out.append(line, from, line.length()).toString();
  }

  /** Whether the address may go on in other letters: half of it would lead elsewhere. */
  private static boolean goesOn(String line, int end) {
    return end < line.length() && Character.isLetterOrDigit(line.codePointAt(end));
  }

  /** Whether a text is one address and nothing else, in whatever letters. */
  public static boolean isWhole(String text) {
    return (text.startsWith("https://") || text.startsWith("http://"))
        && text.chars().noneMatch(c -> Blanks.isBlank((char) c));
  }

  /** Whether this word is an address, perhaps in brackets or quotes: a line never breaks it. */
  static boolean isLink(String word) {
    int scheme = word.indexOf("://");
    if (scheme < 0) {
      return false;
    }
    Matcher link = LINK.matcher(word);
    return link.find() && link.start() <= 2 && link.end() >= word.length() - 2;
  }

  /** A bracket belongs to the address where it was opened in it. */
  private static int end(String line, int start, int end) {
    int last = end;
    while (last > start) {
      char c = line.charAt(last - 1);
      boolean closes =
          c == ')' && line.substring(start, last).indexOf('(') < 0
              || c == ']' && line.substring(start, last).indexOf('[') < 0;
      if (!closes && TRAILING.indexOf(c) < 0) {
        break;
      }
      last--;
    }
    return last;
  }
}

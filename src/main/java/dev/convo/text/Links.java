package dev.convo.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses in a line of harmless text. Only what a browser would be asked for, only ASCII, and
 * only characters of https://www.rfc-editor.org/rfc/rfc3986#section-2, so that no text can close a
 * hyperlink or give it a target other than the one it shows.
 */
public final class Links {
  private static final Pattern LINK =
      Pattern.compile("https?://[A-Za-z0-9][A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=%]*");

  /** The same where an address may also be written in letters of other scripts. */
  private static final Pattern LETTERS =
      Pattern.compile(
          "https?://[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=%[^\\x00-\\x7F&&[\\p{L}\\p{N}\\p{M}]]]+");

  /** At most this many brackets and quotes in front of an address stay with it. */
  private static final int AROUND = 2;

  /** Brackets and quotes behind an address that stay with it: ASCII, as {@link #isWhole} says. */
  private static final Pattern CLOSING = Pattern.compile("[!-~]{0,2}");

  /** What ends a sentence rather than an address. */
  private static final String TRAILING = ".,:;!?'*";

  private Links() {}

  /** Where an address begins and ends. */
  public record Span(int from, int to) {}

  /** From left to right. */
  public static List<Span> in(String line) {
    if (line.indexOf("://") < 0) {
      return List.of();
    }
    List<Span> spans = new ArrayList<>();
    Matcher link = LINK.matcher(line);
    int from = 0;
    while (link.find(from)) {
      from = link.end();
      // Half of an address that continues in other letters would lead elsewhere.
      if (from == line.length() || !Character.isLetterOrDigit(line.codePointAt(from))) {
        from = end(line, link.start(), from);
        spans.add(new Span(link.start(), from));
      }
    }
    return spans;
  }

  /**
   * The text with each address made a hyperlink to itself (OSC 8:
   * https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda).
   */
  public static String linked(String line) {
    List<Span> spans = in(line);
    if (spans.isEmpty()) {
      return line;
    }
    StringBuilder out = new StringBuilder(line.length() + 64);
    int from = 0;
    for (Span span : spans) {
      String target = line.substring(span.from(), span.to());
      out.append(line, from, span.from());
      out.append("\u001b]8;;").append(target).append("\u001b\\");
      out.append(target).append("\u001b]8;;\u001b\\");
      from = span.to();
    }
    return out.append(line, from, line.length()).toString();
  }

  /**
   * Whether a text is one address and nothing else. Beyond ASCII, only letters and digits count: a
   * terminal folds an address that is too wide, and what then begins a line must not look like a
   * rule.
   */
  public static boolean isWhole(String text) {
    return LETTERS.matcher(text).matches();
  }

  /** The addresses in a word, with brackets and quotes around them: no line is broken inside. */
  static List<Span> unbroken(String word) {
    if (word.indexOf("://") < 0) {
      return List.of();
    }
    List<Span> spans = new ArrayList<>();
    Matcher link = LINK.matcher(word);
    int done = 0;
    while (link.find()) {
      int from = link.start() - done <= AROUND ? done : link.start();
      done =
          CLOSING.matcher(word).region(link.end(), word.length()).matches()
              ? word.length()
              : link.end();
      spans.add(new Span(from, done));
    }
    return spans;
  }

  /** Where an address ends: a closing bracket belongs to it only if it was opened in it. */
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

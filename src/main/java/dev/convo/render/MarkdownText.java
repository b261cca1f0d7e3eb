package dev.convo.render;

import dev.convo.text.Links;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Harmless text that Markdown shows as it is: no structure, no HTML, no link but an address that
 * shows itself. A backslash is enough for CommonMark, but trackers look for mentions, references,
 * emoji and addresses after the backslashes are gone. A word with one of those becomes code, which
 * they all leave alone and people can still read and copy.
 */
final class MarkdownText {
  /** Special anywhere in a line. */
  private static final String SPECIAL = "`*[|~";

  /** Special as the first character of a line. */
  private static final String FIRST = "=>{";

  /** Special at the beginning of a line if it is alone or repeated. */
  private static final String BULLETS = "-+:";

  /** At most this many opening and as many closing characters stay outside the code. */
  private static final int MOST_AROUND = 3;

  private static final String OPENING = "(\"'";
  private static final String CLOSING = ".,:;!?)\"'";

  /** Renderers stop looking for the end of a code span after this many backticks. */
  private static final int MOST_BACKTICKS = 20;

  /**
   * What trackers turn into links or pictures in plain text. GitHub:
   * https://docs.github.com/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls,
   * GitLab: https://docs.gitlab.com/user/markdown/#gitlab-specific-references, read 2026-11.
   */
  private static final Pattern TRACKED =
      Pattern.compile(
          "@" // a mention, an address of mail
              + "|[#!^][0-9A-Za-z]|&[0-9]" // #12, org/repo#1, !12, &12, ^alert
              + "|[$~]\\S|\\S\\$|%[\\w\"]" // $12, mathematics, %milestone, ~label
              + "|[A-Z][A-Z0-9_]{1,30}-[0-9]|[Gg][Hh]-[0-9]" // GH-12, KEY-12
              + "|(?<![0-9A-Za-z])[0-9a-fA-F]{7,64}(?![0-9A-Za-z])" // a commit
              + "|:(?![0-9]{2}:)[\\w+-]+:" // :smile:, but not 08:02:11
              + "|\\[\\[|\\[_?(?i:toc)|\\[[a-z_]+:|(?i:iteration:)" // [[page]], [issue:12]
              + "|[\\[{][+-]" // {+ added +}
              + "|(?i:www\\.)|://");

  /** The addresses that trackers shorten and record as references. */
  private static final Pattern TRACKED_ADDRESS =
      Pattern.compile(
          "@|&[#\\w]+;|/(?i:issues|pulls?|merge_requests|commits?|compare|discussions|epics"
              + "|work_items|snippets|milestones|releases|browse|-)/");

  private MarkdownText() {}

  /** A line as Markdown. Blanks at its beginning are kept, in a form that does not make it code. */
  static String of(String line) {
    int first = 0;
    while (first < line.length() && line.charAt(first) == ' ') {
      first++;
    }
    StringBuilder out = new StringBuilder(line.length() + 16);
    out.append("\u00a0".repeat(first));
    boolean beginning = true;
    int from = first;
    while (from < line.length()) {
      int blank = line.indexOf(' ', from);
      int to = blank < 0 ? line.length() : blank;
      word(line.substring(from, to), beginning, out);
      if (to < line.length()) {
        out.append(' ');
      }
      beginning &= to == from;
      from = to + 1;
    }
    return out.toString();
  }

  private static void word(String word, boolean first, StringBuilder out) {
    List<Links.Span> links = Links.in(word);
    StringBuilder others = new StringBuilder();
    int from = 0;
    for (Links.Span link : links) {
      if (TRACKED_ADDRESS.matcher(word.substring(link.from(), link.to())).find()) {
        code(word, out);
        return;
      }
      others.append(word, from, link.from()).append(' ');
      from = link.to();
    }
    if (TRACKED.matcher(others.append(word, from, word.length())).find()) {
      tracked(word, first, out);
      return;
    }
    from = 0;
    for (Links.Span link : links) {
      escape(word, from, link.from(), first, out);
      out.append('<').append(word, link.from(), link.to()).append('>');
      from = link.to();
    }
    escape(word, from, word.length(), first, out);
  }

  /** Writes a word as code, without the brackets and the punctuation around it. */
  private static void tracked(String word, boolean first, StringBuilder out) {
    int from = 0;
    while (from < MOST_AROUND
        && OPENING.indexOf(word.charAt(from)) >= 0
        && TRACKED.matcher(word.substring(from + 1)).find()) {
      from++;
    }
    int to = word.length();
    while (to > word.length() - MOST_AROUND
        && CLOSING.indexOf(word.charAt(to - 1)) >= 0
        && TRACKED.matcher(word.substring(from, to - 1)).find()) {
      to--;
    }
    escape(word, 0, from, first, out);
    code(word.substring(from, to), out);
    escape(word, to, word.length(), false, out);
  }

  /** Writes a code span between runs of backticks that are not in the word itself. */
  private static void code(String word, StringBuilder out) {
    BitSet runs = new BitSet();
    int run = 0;
    for (int i = 0; i <= word.length(); i++) {
      if (i < word.length() && word.charAt(i) == '`') {
        run++;
      } else if (run > 0) {
        runs.set(run);
        run = 0;
      }
    }
    int ticks = runs.nextClearBit(1);
    if (ticks > MOST_BACKTICKS) {
      code(word.replace("`", "<U+0060>"), out);
      return;
    }
    boolean apart = word.startsWith("`") || word.endsWith("`");
    String fence = "`".repeat(ticks) + (apart ? " " : "");
    out.append(fence).append(word).append(new StringBuilder(fence).reverse());
  }

  private static void escape(String word, int from, int to, boolean first, StringBuilder out) {
    int lastEntity = word.lastIndexOf(';');
    for (int i = from; i < to; i++) {
      char c = word.charAt(i);
      boolean special =
          switch (c) {
            case '\\' -> i + 1 == to || !isLetterOrDigit(word, i + 1);
            case '_' -> !isLetterOrDigit(word, i - 1) || !isLetterOrDigit(word, i + 1);
            case '<' -> i + 1 < word.length();
            case '&' -> i < lastEntity;
            case '#' -> i == 0;
            default -> SPECIAL.indexOf(c) >= 0 || first && isSpecialFirst(word, i, to);
          };
      out.append(special ? "\\" : "").append(c);
    }
  }

  /** Whether a character makes a heading, a list or a quote of a line that its word begins. */
  private static boolean isSpecialFirst(String word, int i, int to) {
    char c = word.charAt(i);
    if (i == 0) {
      boolean alone = word.length() == 1 || word.charAt(1) == c;
      return FIRST.indexOf(c) >= 0 || alone && BULLETS.indexOf(c) >= 0;
    }
    return (c == '.' || c == ')')
        && i + 1 == to
        && word.chars().limit(i).allMatch(digit -> digit >= '0' && digit <= '9');
  }

  private static boolean isLetterOrDigit(String word, int at) {
    if (at < 0 || at >= word.length()) {
      return false;
    }
    char c = word.charAt(at);
    return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }
}

package dev.convo.cli;

import dev.convo.text.Cells;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Our own text, wrapped at blanks for a terminal. Continuation lines are indented like the first:
 * in a list below the last column, otherwise below the first word.
 */
final class Wrapped {
  private static final Pattern BEGINNING =
      Pattern.compile("( *)((?:\\S+(?: \\S+)* {2,})+(?=\\S))?.*");

  /** A command or a line of a file, to be copied. */
  private static final Pattern VERBATIM = Pattern.compile(" +\\S+(?: \\S+)*");

  /** The cells that a last column needs to be readable. */
  private static final int LEAST = 24;

  private Wrapped() {}

  /**
   * The text in lines of at most this many cells.
   *
   * @param columns 0 means that nothing is wrapped
   */
  static String to(int columns, String text) {
    return Arrays.stream(text.split("\n", -1))
        .map(line -> line(columns, line))
        .collect(Collectors.joining("\n"));
  }

  /**
   * An error or a note. Continuation lines are indented further than any line that convo begins, so
   * a platform's words cannot look like one.
   */
  static String message(int columns, String text) {
    return text.lines()
        .map(line -> hanging(columns, Math.min(4, columns / 2), line))
        .collect(Collectors.joining("\n"));
  }

  /** A page of help: what is to be copied stays whole, or goes on behind a backslash. */
  static String page(int columns, String text) {
    return text.lines()
        .map(line -> VERBATIM.matcher(line).matches() ? copied(columns, line) : line(columns, line))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static String copied(int columns, String line) {
    StringBuilder out = new StringBuilder();
    String rest = line;
    while (line.startsWith("  convo ") && rest.length() > columns) {
      int at = blank(rest, columns - 2);
      if (at < 0) {
        break;
      }
      out.append(rest, 0, at).append(" \\\n");
      rest = "      " + rest.substring(at + 1);
    }
    return out.append(rest).toString();
  }

  /** The last blank between arguments up to there, else the first behind it; or -1. */
  private static int blank(String command, int most) {
    int at = -1;
    boolean quoted = false;
    for (int i = command.length() - command.stripLeading().length(); i < command.length(); i++) {
      quoted ^= command.charAt(i) == '\'';
      if (command.charAt(i) == ' ' && !quoted && (i <= most || at < 0)) {
        at = i;
      }
    }
    return at;
  }

  private static String line(int columns, String line) {
    Matcher beginning = BEGINNING.matcher(line);
    int indent = 0;
    if (beginning.matches()) {
      indent = beginning.end(beginning.group(2) == null ? 1 : 2);
    }
    return hanging(columns, columns - indent < LEAST ? Math.min(2, columns / 2) : indent, line);
  }

  private static String hanging(int columns, int indent, String line) {
    if (columns == 0 || Cells.width(line) <= columns) {
      return line;
    }
    List<String> parts = Cells.wrap(line.substring(indent), columns - indent);
    return line.substring(0, indent) + String.join("\n" + " ".repeat(indent), parts);
  }
}

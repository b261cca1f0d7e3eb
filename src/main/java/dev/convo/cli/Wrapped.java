package dev.convo.cli;

import dev.convo.text.Cells;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Our own text, wrapped for a terminal. Continuation lines are indented like the first: in a list
 * of two columns below the second column, otherwise below the first word.
 */
final class Wrapped {
  private static final Pattern BEGINNING =
      Pattern.compile("( *)(?:(\\S+(?: \\S+)*) {2,}(?=\\S))?.*");

  /** The width in cells below which a second column cannot be read. */
  private static final int LEAST = 24;

  private Wrapped() {}

  /**
   * The text in lines of at most so many cells.
   *
   * @param columns 0 means that nothing is wrapped
   */
  static String to(int columns, String text) {
    List<String> lines = new ArrayList<>();
    text.lines().forEach(line -> lines.add(line(columns, line)));
    return String.join("\n", lines) + (text.endsWith("\n") ? "\n" : "");
  }

  private static String line(int columns, String line) {
    if (columns == 0 || Cells.width(line) <= columns) {
      return line;
    }
    Matcher beginning = BEGINNING.matcher(line);
    int indent = 0;
    if (beginning.matches()) {
      boolean list = beginning.group(2) != null;
      indent = list ? secondColumn(line, beginning.end(2)) : beginning.end(1);
    }
    indent = columns - indent < LEAST ? Math.min(2, columns / 2) : indent;
    List<String> parts = Cells.wrap(line.substring(indent), columns - indent);
    return line.substring(0, indent) + String.join("\n" + " ".repeat(indent), parts);
  }

  private static int secondColumn(String line, int from) {
    int at = from;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    return at;
  }
}

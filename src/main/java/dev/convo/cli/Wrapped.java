package dev.convo.cli;

import dev.convo.text.Cells;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Our own text, wrapped for a terminal. Continuation lines are indented like the first: in a list
 * below the last column, otherwise below the first word.
 */
final class Wrapped {
  private static final Pattern BEGINNING =
      Pattern.compile("( *)((?:\\S+(?: \\S+)* {2,})+(?=\\S))?.*");

  private static final Pattern COMMAND = Pattern.compile(" +\\S+(?: \\S+)*");

  /** The width in cells below which a last column cannot be read. */
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

  /** A page, whose indented lines are lists, and commands to copy, which stay whole. */
  static String page(int columns, String text) {
    return text.lines()
        .map(line -> COMMAND.matcher(line).matches() ? line : line(columns, line))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(int columns, String line) {
    if (columns == 0 || Cells.width(line) <= columns) {
      return line;
    }
    Matcher beginning = BEGINNING.matcher(line);
    int indent = 0;
    if (beginning.matches()) {
      indent = beginning.end(beginning.group(2) == null ? 1 : 2);
    }
    indent = columns - indent < LEAST ? Math.min(2, columns / 2) : indent;
    List<String> parts = Cells.wrap(line.substring(indent), columns - indent);
    return line.substring(0, indent) + String.join("\n" + " ".repeat(indent), parts);
  }
}

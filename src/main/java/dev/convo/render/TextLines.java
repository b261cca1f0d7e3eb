package dev.convo.render;

import dev.convo.text.Cells;
import dev.convo.text.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Splits a text into lines, wraps them to a width, and keeps their indents. */
final class TextLines {
  /** Every tab is this wide, so that indents and columns keep their place. */
  private static final String TAB = "    ";

  /** What begins an item of a list or a quoted line. */
  private static final Set<String> BULLETS = Set.of("-", "*", "+", ">");

  private static final Pattern ORDINAL = Pattern.compile("[0-9]{1,3}[.)]");

  private TextLines() {}

  /** The lines of a remote text, harmless and of any width. */
  static List<String> of(String remote) {
    List<String> lines = new ArrayList<>();
    add(Plain.text(remote).stripTrailing(), 0, lines);
    return lines;
  }

  /** Adds a harmless text's lines, of this many cells; 0 for no limit. Addresses may be wider. */
  static void add(String text, int columns, List<String> lines) {
    int from = 0;
    while (from <= text.length()) {
      int newline = text.indexOf('\n', from);
      int to = newline < 0 ? text.length() : newline;
      String line = text.substring(from, to).stripTrailing();
      wrap(line.indexOf('\t') < 0 ? line : line.replace("\t", TAB), columns, lines);
      from = to + 1;
    }
  }

  /** What does not fit continues below the words it belongs to, behind their indent and bullet. */
  private static void wrap(String line, int columns, List<String> lines) {
    int indent = columns == 0 ? 0 : indent(line);
    if (indent == 0 || Cells.width(line) <= columns) {
      lines.addAll(Cells.wrap(line, columns));
      return;
    }
    // Deep indents are cut, so that words keep half of the line.
    int blanks = line.length() - line.stripLeading().length();
    int needless = Math.min(blanks, Math.max(0, indent - columns / 2));
    String lead = line.substring(needless, indent);
    int room = Layout.room(columns, lead.length());
    for (String part : Cells.wrap(line.substring(indent), room)) {
      lines.add(lead + part);
      lead = " ".repeat(lead.length());
    }
  }

  /** Where the words begin, behind an indent and a bullet, which are ASCII. */
  private static int indent(String line) {
    int at = 0;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    if (at == line.length() || Character.isLetter(line.charAt(at))) {
      return at;
    }
    int word = line.indexOf(' ', at);
    String bullet = word < 0 ? "" : line.substring(at, word);
    boolean listed = BULLETS.contains(bullet) || ORDINAL.matcher(bullet).matches();
    return listed ? word + 1 : at;
  }
}

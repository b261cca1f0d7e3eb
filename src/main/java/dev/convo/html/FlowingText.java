package dev.convo.html;

import java.util.ArrayList;
import java.util.List;

/** Text built word by word: blanks and line breaks are written only before the next word. */
final class FlowingText {
  /** What every line of a quote or list item begins with. */
  private static final class Indent {
    final String rest;
    String next;

    Indent(String first, String rest) {
      this.next = first;
      this.rest = rest;
    }
  }

  /** Deeper quotes are shown at this depth, or a small hostile mail could become a huge text. */
  private static final int DEEPEST = 16;

  private final StringBuilder out = new StringBuilder();
  private final List<Indent> indents = new ArrayList<>();
  private int newLines;
  private boolean blank;
  private boolean cell;
  private boolean oneLine;
  private boolean rowBegun;
  private boolean marking;
  private int mark;
  private int keeping;

  /** Adds words; white space becomes one blank, unless blanks are kept. */
  void words(String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (keeping > 0 && c == '\n') {
        newLine();
      } else if (keeping == 0 && isBlank(c)) {
        blank = true;
      } else {
        place();
        out.append(c);
      }
    }
  }

  /** Includes the blanks that mails pad their previews with. */
  private static boolean isBlank(char c) {
    return c == ' ' || c == '\u00A0' || c >= '\t' && c <= '\r' || c >= '\u2000' && c <= '\u200A';
  }

  /** Ends the line; the next text is at least this many lines below. */
  void block(int lines) {
    if (oneLine) {
      blank = true;
    } else {
      newLines = Math.max(newLines, lines);
    }
  }

  /** Ends the line; at most two empty lines follow one another. */
  void newLine() {
    if (oneLine) {
      blank = true;
    } else {
      newLines = Math.min(3, newLines + 1);
    }
  }

  /** Begins the next line with one marker, and those after it with another. */
  void indent(String first, String rest) {
    indents.add(new Indent(first, rest));
  }

  void outdent() {
    indents.remove(indents.size() - 1);
  }

  void keepBlanks(boolean keep) {
    keeping += keep ? 1 : -1;
  }

  /** Keeps blocks on one line, or stops doing so. */
  void oneLine(boolean on) {
    oneLine = on;
    rowBegun = false;
    cell = false;
  }

  /** Separates what follows from what is on the line already. */
  void nextCell() {
    cell = rowBegun;
  }

  /** Remembers where the next word will begin. */
  void mark() {
    marking = true;
  }

  /** What was added since {@link #mark}. */
  String sinceMark() {
    return marking ? "" : out.substring(mark);
  }

  private void place() {
    boolean first = out.length() == 0;
    if (first || newLines > 0) {
      out.append("\n".repeat(first ? 0 : newLines));
      for (Indent indent : indents.subList(0, Math.min(DEEPEST, indents.size()))) {
        out.append(indent.next);
        indent.next = indent.rest;
      }
    } else if (cell) {
      out.append(" | ");
    } else if (blank) {
      out.append(' ');
    }
    newLines = 0;
    cell = false;
    blank = false;
    rowBegun = oneLine;
    if (marking) {
      mark = out.length();
      marking = false;
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}

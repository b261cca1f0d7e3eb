package dev.convo.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Wraps one line of text to a width. An address is never broken, wherever in a word it begins: it
 * gets a line of its own, however long it is, so that it can be clicked and copied.
 */
final class Wrapping {
  /** What a line does not begin with: full stops and closing brackets. */
  private static final String NOT_FIRST = ".,:;!?)]}»”’%、。，．・：；？！」』）］｝〉》】〕…ー々";

  /** What a line does not end with: opening brackets. */
  private static final String NOT_LAST = "([{«“‘「『（［｛〈《【〔";

  private final String text;
  private final int columns;
  private final List<String> lines = new ArrayList<>();

  /** The current line: from where to where, and how wide. */
  private int start;

  private int end;
  private int width;

  Wrapping(String text, int columns) {
    this.text = text;
    this.columns = columns;
  }

  List<String> lines() {
    int usual = usualWords();
    int at = 0;
    while (at < usual) {
      int from = at;
      while (text.charAt(from) == ' ') {
        from++;
      }
      int to = text.indexOf(' ', from);
      word(from - at, from, to, to - from);
      at = to;
    }
    Clusters ahead = new Clusters(text, at, columns);
    boolean more = ahead.next();
    while (more) {
      int blanks = 0;
      while (more && isBlank(ahead)) {
        blanks++;
        more = ahead.next();
      }
      int from = more ? ahead.start() : text.length();
      int wordWidth = 0;
      boolean wordGoesOn = more;
      while (wordGoesOn) {
        boolean wide = ahead.isWide();
        char last = text.charAt(ahead.end() - 1);
        wordWidth += ahead.width();
        more = ahead.next();
        wordGoesOn = more && !isBlank(ahead) && !mayBreak(wide, last, ahead);
      }
      if (wordWidth > 0 || from < text.length()) {
        word(blanks, from, more ? ahead.start() : text.length(), wordWidth);
      }
    }
    lines.add(text.substring(start, end));
    return lines;
  }

  /**
   * Where the leading words end that can be wrapped without clusters: each of their characters is
   * one cell, and nothing combines with the blank after them.
   */
  private int usualWords() {
    int end = Cells.narrow(text);
    int blank = text.lastIndexOf(' ', end - 2);
    while (blank > 0 && text.charAt(blank - 1) == ' ') {
      blank--;
    }
    return Math.max(0, blank);
  }

  private void word(int blanks, int from, int to, int wordWidth) {
    if (width + blanks + wordWidth <= columns) {
      width += blanks + wordWidth;
      end = to;
      return;
    }
    breakLine(from);
    if (wordWidth <= columns) {
      width = wordWidth;
      end = to;
      return;
    }
    int done = from;
    for (Links.Span address : Links.unbroken(text.substring(from, to))) {
      chop(done, from + address.from());
      done = from + address.to();
      int addressWidth = Cells.width(text.substring(from + address.from(), done));
      if (width + addressWidth > columns) {
        breakLine(from + address.from());
      }
      width += addressWidth;
      end = done;
    }
    chop(done, to);
  }

  /** Breaks a word that is longer than a line. */
  private void chop(int from, int to) {
    Clusters clusters = new Clusters(text, from, columns);
    while (clusters.next() && clusters.end() <= to) {
      if (width + clusters.width() > columns) {
        breakLine(clusters.start());
      }
      width += clusters.width();
      end = clusters.end();
    }
  }

  /** Ends the current line, unless it is empty, and begins the next. */
  private void breakLine(int next) {
    if (end > start) {
      lines.add(text.substring(start, end));
    }
    start = next;
    end = next;
    width = 0;
  }

  private boolean isBlank(Clusters at) {
    return text.charAt(at.start()) == ' ' && at.end() == at.start() + 1;
  }

  /** Whether a line may be broken between two characters without a blank between them. */
  private boolean mayBreak(boolean wideBefore, char before, Clusters next) {
    return (wideBefore || next.isWide())
        && NOT_LAST.indexOf(before) < 0
        && NOT_FIRST.indexOf(text.charAt(next.start())) < 0;
  }
}

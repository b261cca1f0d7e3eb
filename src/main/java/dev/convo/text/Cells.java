package dev.convo.text;

import java.util.List;

/**
 * The display cells of text: one rule over Unicode data of our own, the same on every JDK. The text
 * is harmless ({@link Plain}) and on one line. It is never cut inside a character as people see it.
 *
 * <p>Why not a library: JLine asks the JDK for its tables, and its answers differ between releases
 * (a family emoji is 8 or 2 wide); ICU is larger than the rest of convo.
 */
public final class Cells {
  private static final String ELLIPSIS = "…";

  private Cells() {}

  /** How many cells a text takes at most, in any terminal. */
  public static int width(String text) {
    int narrow = narrow(text);
    if (narrow == text.length()) {
      return narrow;
    }
    // The next character may combine with the last of them.
    int width = Math.max(0, narrow - 1);
    Clusters clusters = new Clusters(text, width);
    while (clusters.next()) {
      width += clusters.width();
    }
    return width;
  }

  /** How many of the first characters take one cell each. */
  static int narrow(String text) {
    int narrow = 0;
    while (narrow < text.length() && text.charAt(narrow) < Clusters.NARROW) {
      narrow++;
    }
    return narrow;
  }

  /** The text if it fits into this many cells, else its beginning and an ellipsis; 0 fits all. */
  public static String cut(String text, int columns) {
    if (columns == 0 || width(text) <= columns) {
      return text;
    }
    int end = 0;
    int width = 1;
    Clusters clusters = new Clusters(text, 0);
    while (clusters.next() && width + clusters.width() <= columns) {
      width += clusters.width();
      end = clusters.end();
    }
    return text.substring(0, end) + ELLIPSIS;
  }

  /** The text, filled up with blanks to this width. */
  public static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - width(text)));
  }

  /**
   * The text in lines, broken at blanks, beside wide characters, and inside a word that is longer
   * than a line. Only the blanks at the breaks are dropped.
   *
   * @param columns at most this many cells in a line, 2 or more; 0 means that nothing is broken,
   *     and that long runs of blanks are counted instead ({@link Blanks})
   */
  public static List<String> wrap(String text, int columns) {
    if (columns == 0) {
      return List.of(Blanks.marked(text));
    }
    return text.length() <= columns && width(text) <= columns
        ? List.of(text)
        : new Wrapping(text, columns).lines();
  }
}

package dev.convo.render;

import java.time.ZoneId;

/**
 * How text for people is laid out.
 *
 * @param columns display cells in a line; 0 means that nothing is cut or wrapped
 * @param zone the zone of every time shown
 * @param colour whether ANSI colours may be used
 * @param links whether addresses may be made hyperlinks (OSC 8)
 * @param wanted what the reader asked for beyond what a format shows by itself
 */
public record Layout(int columns, ZoneId zone, boolean colour, boolean links, Wanted wanted) {
  /** The narrowest page. In cells. */
  public static final int NARROWEST = 32;

  /** The length of a rule where lines have no limit. In cells. */
  private static final int USUAL = 80;

  public Layout {
    columns = columns == 0 ? 0 : Math.max(NARROWEST, columns);
  }

  /** Without links, and without anything special asked for. */
  public Layout(int columns, ZoneId zone, boolean colour) {
    this(columns, zone, colour, false, Wanted.NOTHING);
  }

  /** With no line longer than this. */
  Layout atMost(int longest) {
    return columns <= longest ? this : new Layout(longest, zone, colour, links, wanted);
  }

  int rule() {
    return columns == 0 ? USUAL : columns;
  }

  /** Cells left after this many; 0 for no limit. */
  int room(int used) {
    return room(columns, used);
  }

  /** The same in a line of this many cells. */
  static int room(int columns, int used) {
    return columns == 0 ? 0 : Math.max(2, columns - used);
  }
}

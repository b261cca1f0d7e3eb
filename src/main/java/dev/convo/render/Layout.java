package dev.convo.render;

import java.time.ZoneId;

/**
 * How text for people is laid out.
 *
 * @param columns display cells in a line; 0 means that nothing is cut or wrapped
 * @param zone the zone of every time shown
 * @param colour whether ANSI colours may be used
 * @param links whether addresses may be made hyperlinks (OSC 8)
 * @param wanted what the reader asked for beside what the format shows
 */
public record Layout(int columns, ZoneId zone, boolean colour, boolean links, Wanted wanted) {
  /** The narrowest page. In cells. */
  public static final int NARROWEST = 32;

  /** The length of a rule where lines have no limit. In cells. */
  private static final int USUAL = 80;

  public Layout {
    columns = columns == 0 ? 0 : Math.max(NARROWEST, columns);
  }

  /** Without links, and with nothing beside what the format shows. */
  public Layout(int columns, ZoneId zone, boolean colour) {
    this(columns, zone, colour, false, Wanted.NOTHING);
  }

  /** Whether everything is shown that the provider lists for people. */
  boolean details() {
    return wanted.details();
  }

  /** The same, no line longer than this. */
  Layout atMost(int longest) {
    return columns <= longest ? this : new Layout(longest, zone, colour, links, wanted);
  }

  /** The length of a rule. In cells. */
  int rule() {
    return columns == 0 ? USUAL : columns;
  }

  /** Cells left for a text behind this many; 0 where there is no limit. */
  int room(int used) {
    return room(columns, used);
  }

  /** The same in a line of this many cells; 0 for no limit. */
  static int room(int columns, int used) {
    return columns == 0 ? 0 : Math.max(2, columns - used);
  }
}

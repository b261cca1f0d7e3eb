package dev.convo.render;

import java.time.ZoneId;

/**
 * How text for people is laid out.
 *
 * @param columns display cells in a line, at least {@value #NARROWEST}: what is less counts as
 *     that; 0 means that nothing is cut or wrapped
 * @param zone the zone of every time shown
 * @param colour whether ANSI colours may be used
 */
public record Layout(int columns, ZoneId zone, boolean colour) {
  /** The least that a line can be asked to fit into. */
  public static final int NARROWEST = 32;

  public Layout {
    columns = columns == 0 ? 0 : Math.max(NARROWEST, columns);
  }
}

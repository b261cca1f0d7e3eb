package dev.convo.render;

import dev.convo.text.Cells;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A rule where another day begins; the first also names the zone. */
final class Days {
  private final Page page;
  private final Layout layout;
  private @Nullable LocalDate day;

  Days(Page page, Layout layout) {
    this.page = page;
    this.layout = layout;
  }

  /**
   * Comes to a message's time; one without a time belongs to the day before it.
   *
   * @return whether a rule was written
   */
  boolean reach(@Nullable Instant at) throws IOException {
    LocalDate reached = at == null ? day : at.atZone(layout.zone()).toLocalDate();
    if (reached == null || reached.equals(day)) {
      return false;
    }
    String zone = day == null ? " · " + Wording.zone(layout.zone()) : "";
    day = reached;
    String words = "── " + Wording.day(reached) + zone + " ";
    int columns = layout.columns() == 0 ? Layout.USUAL : layout.columns();
    page.put(Tone.HEADER, words);
    page.line(Tone.SYSTEM, "─".repeat(Math.max(2, columns - Cells.width(words))));
    return true;
  }
}

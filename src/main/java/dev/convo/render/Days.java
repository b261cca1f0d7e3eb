package dev.convo.render;

import dev.convo.text.Cells;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A rule where another day begins; the first also names the zone. */
final class Days {
  private final Page page;
  private final Layout layout;
  private final Calendar calendar;

  Days(Page page, Layout layout) {
    this.page = page;
    this.layout = layout;
    this.calendar = new Calendar(layout.zone());
  }

  /**
   * Comes to a message's time; one without a time belongs to the day before it.
   *
   * @return whether a rule was written
   */
  boolean reach(@Nullable Instant at) throws IOException {
    String day = calendar.reach(at);
    if (day.isEmpty()) {
      return false;
    }
    String words = "── " + day + " ";
    int columns = layout.columns() == 0 ? Layout.USUAL : layout.columns();
    page.put(Tone.HEADER, words);
    page.line(Tone.SYSTEM, "─".repeat(Math.max(2, columns - Cells.width(words))));
    return true;
  }

  /** For the times of messages on these days. */
  Calendar calendar() {
    return calendar;
  }
}

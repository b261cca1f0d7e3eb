package dev.convo.render;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The days of a conversation, one after the other. */
final class Calendar {
  private final ZoneId zone;
  private @Nullable LocalDate day;

  Calendar(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * Comes to a message's time; one without a time belongs to the day before it.
   *
   * @return {@code Mon 16 March 2026} where another day begins, the first time with the zone; empty
   *     for the same day
   */
  String reach(@Nullable Instant at) {
    LocalDate reached = at == null ? day : at.atZone(zone).toLocalDate();
    if (reached == null || reached.equals(day)) {
      return "";
    }
    String named = day == null ? " · " + Times.zone(zone) : "";
    day = reached;
    return Times.day(reached) + named;
  }
}

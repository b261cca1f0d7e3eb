package dev.convo.render;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import org.jspecify.annotations.Nullable;

/** The days of a conversation, one after the other, and the times of its messages. */
final class Calendar {
  private static final int DAY = 24 * 60 * 60;

  private final ZoneId zone;
  private @Nullable LocalDate day;

  /** The seconds of the epoch that share the day and the offset of the last moment. */
  private long from;

  private long until;

  /** When that day began, counted by that offset. */
  private long midnight;

  Calendar(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * Moves on to a message's time; a message without one belongs to the day before it.
   *
   * @return {@code Mon 16 March 2026} where another day begins, with the zone for the first; else
   *     empty
   */
  String reach(@Nullable Instant at) {
    if (at == null || isAround(at)) {
      return "";
    }
    LocalDate before = day;
    LocalDate reached = look(at);
    day = reached;
    String named = before == null ? " · " + Times.zone(zone) : "";
    return reached.equals(before) ? "" : Times.day(reached) + named;
  }

  /** {@code 08:00:07}; {@code --:--:--} for no time. */
  String second(@Nullable Instant at) {
    return at == null ? "--:--:--" : Times.second(secondOfDay(at));
  }

  /** {@code 08:00}; {@code --:--} for no time. */
  String minute(@Nullable Instant at) {
    return at == null ? "--:--" : Times.second(secondOfDay(at)).substring(0, 5);
  }

  private int secondOfDay(Instant at) {
    return isAround(at)
        ? (int) (at.getEpochSecond() - midnight)
        : at.atZone(zone).toLocalTime().toSecondOfDay();
  }

  private boolean isAround(Instant at) {
    return from <= at.getEpochSecond() && at.getEpochSecond() < until;
  }

  private LocalDate look(Instant at) {
    ZonedDateTime local = at.atZone(zone);
    midnight = at.getEpochSecond() - local.toLocalTime().toSecondOfDay();
    from = midnight;
    until = midnight + DAY;
    ZoneOffsetTransition next = zone.getRules().nextTransition(at);
    until = next == null ? until : Math.min(until, next.toEpochSecond());
    ZoneOffsetTransition last = zone.getRules().previousTransition(at.plusNanos(1));
    from = last == null ? from : Math.max(from, last.toEpochSecond());
    return local.toLocalDate();
  }
}

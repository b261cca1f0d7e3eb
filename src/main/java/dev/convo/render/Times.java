package dev.convo.render;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Moments and lengths of time as people read them. */
final class Times {
  /** A shorter pause is the usual time to read and to write. */
  private static final Duration SILENCE = Duration.ofMinutes(5);

  private Times() {}

  /** {@code 2026-03-15 08:00}. */
  static String minute(Instant time, ZoneId zone) {
    return time.atZone(zone).toLocalDate() + " " + clock(time, zone);
  }

  /** {@code 2026-03-15 08:00:07}. */
  static String exactly(Instant time, ZoneId zone) {
    return time.atZone(zone).toLocalDate() + " " + second(time, zone);
  }

  /** {@code 08:00:07}. */
  static String second(Instant time, ZoneId zone) {
    return second(time.atZone(zone).toLocalTime().toSecondOfDay());
  }

  /** The same of a second of the day. */
  static String second(int second) {
    char[] clock = {'0', '0', ':', '0', '0', ':', '0', '0'};
    put(second / 3600, clock, 0);
    put(second / 60 % 60, clock, 3);
    put(second % 60, clock, 6);
    return new String(clock);
  }

  private static void put(int number, char[] digits, int at) {
    digits[at] += (char) (number / 10);
    digits[at + 1] += (char) (number % 10);
  }

  /** {@code 08:00}. */
  static String clock(Instant time, ZoneId zone) {
    return second(time, zone).substring(0, 5);
  }

  /** {@code Mon 16 March 2026}: the month in letters, so that it cannot be taken for the day. */
  static String day(LocalDate day) {
    return Wording.capital(day.getDayOfWeek()).substring(0, 3)
        + " "
        + day.getDayOfMonth()
        + " "
        + Wording.capital(day.getMonth())
        + " "
        + day.getYear();
  }

  /** {@code 45 s}, {@code 8 min 51 s}, {@code 3 h 5 min}, {@code 2 days 4 h}: two units at most. */
  static String duration(Duration length) {
    long seconds = Math.max(0, length.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return seconds / 60 + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
    }
    long minutes = seconds / 60;
    if (minutes < 24 * 60) {
      return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
    long hours = minutes / 60;
    long days = hours / 24;
    return days + (days == 1 ? " day" : " days") + (hours % 24 == 0 ? "" : " " + hours % 24 + " h");
  }

  /** The same, the largest unit alone: {@code 5 min}. */
  static String roughly(Duration length) {
    String words = duration(length);
    int second = words.indexOf(' ', words.indexOf(' ') + 1);
    return second < 0 ? words : words.substring(0, second);
  }

  /** {@code 5 min} for a long silence between two times; otherwise empty. */
  static String silence(@Nullable Instant last, @Nullable Instant now) {
    Duration silence = last == null || now == null ? Duration.ZERO : Duration.between(last, now);
    return silence.compareTo(SILENCE) < 0 ? "" : roughly(silence);
  }

  /** {@code Europe/Berlin}, {@code UTC}, {@code UTC+05:30}; by whatever name, UTC is UTC. */
  static String zone(ZoneId zone) {
    if (zone.normalized().equals(ZoneOffset.UTC)) {
      return "UTC";
    }
    return zone instanceof ZoneOffset ? "UTC" + zone : zone.getId();
  }
}

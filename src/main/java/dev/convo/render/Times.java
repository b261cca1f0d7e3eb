package dev.convo.render;

import dev.convo.text.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Moments and lengths of time as people read them. */
final class Times {
  /** A shorter pause is the usual time to read and write. */
  private static final Duration SILENCE = Duration.ofMinutes(5);

  private Times() {}

  /** {@code 2026-03-15 08:00}. */
  static String minute(Instant time, ZoneId zone) {
    String exactly = exactly(time, zone);
    return exactly.substring(0, exactly.length() - ":07".length());
  }

  /** {@code 2026-03-15 08:00:07}. */
  static String exactly(Instant time, ZoneId zone) {
    LocalDateTime local = LocalDateTime.ofInstant(time, zone);
    return local.toLocalDate() + " " + second(local.toLocalTime().toSecondOfDay());
  }

  /** {@code 08:00:07}. */
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

  /** A length of time in its largest unit: {@code 5 min}. */
  static String roughly(Duration length) {
    String words = Durations.words(length);
    int second = words.indexOf(' ', words.indexOf(' ') + 1);
    return second < 0 ? words : words.substring(0, second);
  }

  /** {@code 5 min}, if nothing was said for long between two times; else empty. */
  static String silence(@Nullable Instant last, @Nullable Instant now) {
    Duration silence = last == null || now == null ? Duration.ZERO : Duration.between(last, now);
    return silence.compareTo(SILENCE) < 0 ? "" : roughly(silence);
  }

  /** {@code Europe/Berlin}, {@code UTC} by any of its names, {@code UTC+05:30}. */
  static String zone(ZoneId zone) {
    if (zone.normalized().equals(ZoneOffset.UTC)) {
      return "UTC";
    }
    return zone instanceof ZoneOffset ? "UTC" + zone : zone.getId();
  }
}

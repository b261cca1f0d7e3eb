package dev.convo.select;

import dev.convo.failure.Failure;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time as people write it: a date, a date and time, or an age. A date covers its whole day,
 * {@code 08:02} its whole minute.
 */
public final class When {
  private static final Pattern AGE = Pattern.compile("([0-9]{1,6})\\s*([smhdw])");
  private static final Pattern DATE =
      Pattern.compile(
          "([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
              + "(?:[Tt ]\\s*([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]{1,9})?)?"
              + "\\s*(Z|z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?");
  private static final String ALLOWED =
      "write a date (2026-03-15), a date and time (2026-03-15T08:00, with +01:00 or Z where it has"
          + " a zone of its own) or an age (90m, 2h, 3d)";

  private final @Nullable Duration age;
  private final @Nullable LocalDateTime start;
  private final ChronoUnit unit;
  private final @Nullable ZoneOffset offset;

  private When(
      @Nullable Duration age,
      @Nullable LocalDateTime start,
      ChronoUnit unit,
      @Nullable ZoneOffset offset) {
    this.age = age;
    this.start = start;
    this.unit = unit;
    this.offset = offset;
  }

  /**
   * Reads what was typed.
   *
   * @throws Failure USAGE if it is not a time, naming what is wrong in it
   */
  public static When of(String typed) {
    String text = typed.strip();
    Matcher aged = AGE.matcher(text);
    if (aged.matches()) {
      return new When(
          age(Long.parseLong(aged.group(1)), aged.group(2)), null, ChronoUnit.SECONDS, null);
    }
    Matcher dated = DATE.matcher(text);
    if (!dated.matches()) {
      throw wrong(typed, text.matches("[0-9]+") ? "the unit is missing" : null);
    }
    int month = number(typed, dated.group(2), "month", 1, 12);
    int length = YearMonth.of(Integer.parseInt(dated.group(1)), month).lengthOfMonth();
    int day = number(typed, dated.group(3), "day", 1, length);
    LocalDateTime start = LocalDateTime.of(Integer.parseInt(dated.group(1)), month, day, 0, 0);
    if (dated.group(4) == null) {
      return new When(null, start, ChronoUnit.DAYS, null);
    }
    start = start.plusHours(number(typed, dated.group(4), "hour", 0, 23));
    start = start.plusMinutes(number(typed, dated.group(5), "minute", 0, 59));
    boolean seconds = dated.group(6) != null;
    if (seconds) {
      start = start.plusSeconds(number(typed, dated.group(6), "second", 0, 59));
    }
    ChronoUnit unit = seconds ? ChronoUnit.SECONDS : ChronoUnit.MINUTES;
    return new When(null, start, unit, offset(typed, dated.group(7)));
  }

  private static Duration age(long count, String unit) {
    return switch (unit) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      case "d" -> Duration.ofDays(count);
      default -> Duration.ofDays(7 * count);
    };
  }

  private static @Nullable ZoneOffset offset(String typed, @Nullable String written) {
    if (written == null) {
      return null;
    }
    if (written.equalsIgnoreCase("Z")) {
      return ZoneOffset.UTC;
    }
    int hours = number(typed, written.substring(1, 3), "offset of hours", 0, 18);
    String rest = written.substring(3).replace(":", "");
    int minutes =
        rest.isEmpty() ? 0 : number(typed, rest, "offset of minutes", 0, hours == 18 ? 0 : 59);
    int sign = written.startsWith("-") ? -1 : 1;
    return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
  }

  private static int number(String typed, String digits, String what, int from, int to) {
    int number = Integer.parseInt(digits);
    if (number < from || number > to) {
      throw wrong(typed, "there is no " + what + " " + digits);
    }
    return number;
  }

  private static Failure wrong(String typed, @Nullable String why) {
    return Failure.usage(
        "'" + typed + "' is not a time" + (why == null ? "" : ": " + why), ALLOWED);
  }

  /**
   * Its first moment.
   *
   * @param zone for a time without a zone; asked only if it is needed
   */
  public Instant first(Instant now, Supplier<ZoneId> zone) {
    return start == null ? now.minus(age == null ? Duration.ZERO : age) : at(start, zone);
  }

  /** Its last moment. */
  public Instant last(Instant now, Supplier<ZoneId> zone) {
    return start == null ? first(now, zone) : at(start.plus(1, unit), zone).minusNanos(1);
  }

  private Instant at(LocalDateTime time, Supplier<ZoneId> zone) {
    return time.atZone(offset == null ? zone.get() : offset).toInstant();
  }
}

package dev.convo.json;

import dev.convo.model.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A moment, as platforms write it.
 *
 * @param at cut to the millisecond
 * @param exact whether nothing was cut off
 */
public record Moment(Instant at, boolean exact) {
  /** From here on (year 5138), a number is not in seconds but in a smaller unit. */
  private static final BigDecimal SECONDS_END = new BigDecimal("1e11");

  /** RFC 3339 knows the years 0 to 9999. */
  static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

  static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  /** Java takes seconds to parse a number with a million digits. */
  private static final int LONGEST_NUMBER = 400;

  /** Java reads nine digits of a fraction; platforms may send twelve. */
  private static final Pattern LONG_FRACTION = Pattern.compile("(.*\\.\\d{9})(\\d+)(|\\D.*)");

  /** An offset without a colon, which ISO 8601 allows and Java cannot read. */
  private static final Pattern SHORT_OFFSET = Pattern.compile("([+-]\\d\\d)(\\d\\d)$");

  /** The moment in a text or a number; null if there is none. */
  public static @Nullable Moment of(Value value) {
    return value instanceof Value.Text text
        ? ofText(text.text())
        : value instanceof Value.Numeral number ? ofSeconds(number.digits()) : null;
  }

  /** Seconds since 1970, with or without a fraction; null if it is not a number, zero or absurd. */
  static @Nullable Moment ofSeconds(String written) {
    try {
      BigDecimal seconds = decimal(written);
      if (seconds.signum() <= 0
          || seconds.precision() - seconds.scale() > 12
          || seconds.compareTo(SECONDS_END) >= 0) {
        return null;
      }
      long whole = seconds.longValue();
      BigDecimal nanos = seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9);
      Instant time = Instant.ofEpochSecond(whole, nanos.longValue());
      return cut(time, nanos.stripTrailingZeros().scale() <= 0);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /**
   * Reads a number.
   *
   * @throws NumberFormatException if it is not one, or so long that parsing it would take seconds
   */
  static BigDecimal decimal(String written) {
    if (written.length() > LONGEST_NUMBER) {
      throw new NumberFormatException("longer than any real number");
    }
    return new BigDecimal(written);
  }

  /**
   * ISO 8601, in UTC if there is no zone, or seconds as text; null if it is neither, or in a year
   * that RFC 3339 does not know.
   */
  static @Nullable Moment ofText(String written) {
    Instant usual = usual(written);
    if (usual != null) {
      return new Moment(usual, true);
    }
    if (!written.isEmpty() && written.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.')) {
      return ofSeconds(written);
    }
    Instant time = parse(written);
    if (time != null) {
      return cut(time, true);
    }
    String plain = SHORT_OFFSET.matcher(written).replaceFirst("$1:$2");
    Matcher fraction = LONG_FRACTION.matcher(plain);
    String digits = fraction.matches() ? fraction.group(2) : "";
    time = parse(fraction.matches() ? fraction.replaceFirst("$1$3") : plain);
    return time == null ? null : cut(time, digits.matches("0*"));
  }

  /**
   * The form that nearly all platforms write: {@code 2026-03-15T08:00:00Z}, with or without
   * milliseconds. Java's parser takes ten times as long, which is noticeable with 400,000 messages.
   */
  private static @Nullable Instant usual(String written) {
    int length = written.length();
    boolean millis = length == 24;
    if (length != 20 && !millis || written.charAt(length - 1) != 'Z') {
      return null;
    }
    for (int at = 0; at < length - 1; at++) {
      char c = written.charAt(at);
      char expected = "0000-00-00T00:00:00.000".charAt(at);
      if (expected == '0' ? c < '0' || c > '9' : c != expected) {
        return null;
      }
    }
    int hour = digits(written, 11, 13);
    int minute = digits(written, 14, 16);
    int second = digits(written, 17, 19);
    if (hour > 23 || minute > 59 || second > 59) {
      return null;
    }
    try {
      long day =
          LocalDate.of(digits(written, 0, 4), digits(written, 5, 7), digits(written, 8, 10))
              .toEpochDay();
      return Instant.ofEpochSecond(
          ((day * 24 + hour) * 60 + minute) * 60 + second,
          millis ? digits(written, 20, 23) * 1_000_000L : 0);
    } catch (DateTimeException noDay) {
      return null;
    }
  }

  /** A number in digits that were checked. */
  private static int digits(String written, int from, int to) {
    int number = 0;
    for (int at = from; at < to; at++) {
      number = 10 * number + written.charAt(at) - '0';
    }
    return number;
  }

  private static @Nullable Moment cut(Instant time, boolean whole) {
    if (time.isBefore(FIRST) || !time.isBefore(END)) {
      return null;
    }
    Instant at = time.truncatedTo(ChronoUnit.MILLIS);
    return new Moment(at, whole && at.equals(time));
  }

  private static @Nullable Instant parse(String written) {
    try {
      return OffsetDateTime.parse(written).toInstant();
    } catch (DateTimeException noZone) {
      try {
        return LocalDateTime.parse(written).toInstant(ZoneOffset.UTC);
      } catch (DateTimeException noTime) {
        return null;
      }
    }
  }
}

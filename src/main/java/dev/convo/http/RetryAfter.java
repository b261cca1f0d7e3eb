package dev.convo.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When to ask a platform again, as its answer says. */
final class RetryAfter {
  /** A wait longer than this is taken for a mistake, such as milliseconds where seconds belong. */
  private static final Duration LONGEST = Duration.ofDays(31);

  /** The three forms of RFC 9110, section 5.6.7. */
  private static final DateTimeFormatter DATE =
      new DateTimeFormatterBuilder()
          .appendOptional(DateTimeFormatter.RFC_1123_DATE_TIME)
          .appendOptional(form("EEEE, dd-MMM-uu HH:mm:ss 'GMT'"))
          .appendOptional(form("EEE MMM ppd HH:mm:ss uuuu"))
          .toFormatter(Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");

  private RetryAfter() {}

  private static DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  /**
   * The wait from now: {@code Retry-After} (RFC 9110, section 10.2.3: seconds or a date), else what
   * the body says, else {@code X-RateLimit-Reset} (seconds since 1970). Zero if that moment has
   * passed; empty if the answer does not say, or what it says is absurd.
   */
  static Optional<Duration> after(Headers headers, @Nullable Instant retryAt, Instant now) {
    return Stream.of(
            headers.all("Retry-After").map(value -> retryAfter(value.strip(), now)),
            Stream.of(Optional.ofNullable(retryAt).map(then -> until(then, now))),
            headers.all("X-RateLimit-Reset").map(value -> reset(value.strip(), now)))
        .flatMap(waits -> waits)
        .flatMap(Optional::stream)
        .filter(wait -> wait.compareTo(LONGEST) <= 0)
        .findFirst();
  }

  private static Optional<Duration> retryAfter(String value, Instant now) {
    if (NUMBER.matcher(value).matches()) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      return Optional.of(until(DATE.parse(value, Instant::from), now));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> reset(String value, Instant now) {
    return NUMBER.matcher(value).matches()
        ? Optional.of(until(Instant.ofEpochSecond(Long.parseLong(value)), now))
        : Optional.empty();
  }

  private static Duration until(Instant then, Instant now) {
    return then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO;
  }
}

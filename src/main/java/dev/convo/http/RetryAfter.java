package dev.convo.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When to ask a platform again, by the head of its answer. */
final class RetryAfter {
  /** A wait longer than this is taken for a mistake, such as milliseconds where seconds belong. */
  private static final Duration LONGEST = Duration.ofDays(31);

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");

  private RetryAfter() {}

  /**
   * The wait from now: {@code Retry-After} (RFC 9110, section 10.2.3: seconds or a date), else what
   * the body says, else {@code X-RateLimit-Reset} (seconds since 1970). Zero if that moment has
   * passed; empty if the answer does not say, or what it says is absurd.
   */
  static Optional<Duration> after(Headers headers, @Nullable Instant retryAt, Instant now) {
    return headers
        .all("Retry-After")
        .flatMap(value -> sensible(retryAfter(value.strip(), now)))
        .findFirst()
        .or(() -> sensible(Optional.ofNullable(retryAt).map(then -> until(then, now))).findFirst())
        .or(
            () ->
                headers
                    .all("X-RateLimit-Reset")
                    .flatMap(value -> sensible(reset(value.strip(), now)))
                    .findFirst());
  }

  private static Stream<Duration> sensible(Optional<Duration> wait) {
    return wait.filter(one -> one.compareTo(LONGEST) <= 0).stream();
  }

  private static Optional<Duration> retryAfter(String value, Instant now) {
    if (NUMBER.matcher(value).matches()) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    return HttpDate.parse(value, now).map(then -> until(then, now));
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

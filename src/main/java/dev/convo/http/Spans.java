package dev.convo.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Durations and moments in the words of a message. */
final class Spans {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Spans() {}

  /** Such as {@code 300 ms}, {@code 5 s}, {@code 12 min}, {@code 3 h}; rounded up. */
  static String words(Duration time) {
    if (time.compareTo(Duration.ofSeconds(1)) < 0) {
      return time.plusNanos(999_999).toMillis() + " ms";
    }
    long seconds = time.plusNanos(999_999_999).toSeconds();
    if (seconds <= 120) {
      return seconds + " s";
    }
    long minutes = (seconds + 59) / 60;
    return minutes <= 120 ? minutes + " min" : (minutes + 59) / 60 + " h";
  }

  /** The clock time, with its day where that is another. */
  static String words(Instant then, Instant now) {
    Instant whole = then.plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS);
    boolean today = whole.truncatedTo(ChronoUnit.DAYS).equals(now.truncatedTo(ChronoUnit.DAYS));
    return (today ? TIME : DAY).format(whole);
  }
}

package dev.convo.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Durations, moments and sizes in the words of a message. */
public final class Spans {
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
    long seconds = seconds(time);
    if (seconds <= 120) {
      return seconds + " s";
    }
    long minutes = (seconds + 59) / 60;
    return minutes <= 120 ? minutes + " min" : (minutes + 59) / 60 + " h";
  }

  /** Rounded up. */
  static long seconds(Duration time) {
    return time.plusNanos(999_999_999).toSeconds();
  }

  /** Such as {@code 256 MiB}, {@code 1 GiB} or, where it is none of these, {@code 5000 bytes}. */
  public static String size(long bytes) {
    long mebi = 1L << 20;
    long gibi = 1L << 30;
    return bytes % gibi == 0
        ? bytes / gibi + " GiB"
        : bytes % mebi == 0 ? bytes / mebi + " MiB" : bytes + " bytes";
  }

  /** The time of day, with the date if that is not today's. */
  static String words(Instant then, Instant now) {
    Instant whole = then.plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS);
    boolean today = whole.truncatedTo(ChronoUnit.DAYS).equals(now.truncatedTo(ChronoUnit.DAYS));
    return (today ? TIME : DAY).format(whole);
  }
}

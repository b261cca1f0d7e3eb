package dev.convo.text;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them. */
public final class Durations {
  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)\\s*(ms|s|m|h|)");

  private Durations() {}

  /**
   * Reads {@code 500ms}, {@code 30s}, {@code 2m}, {@code 1h}; a bare number is seconds.
   *
   * @throws IllegalArgumentException if it is none of these, or less than a millisecond
   */
  public static Duration parse(String text) {
    Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (form.matches()) {
      int millis =
          switch (form.group(2)) {
            case "ms" -> 1;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            default -> 1_000;
          };
      BigDecimal length = new BigDecimal(form.group(1)).multiply(BigDecimal.valueOf(millis));
      if (length.compareTo(BigDecimal.ONE) >= 0
          || form.group(2).equals("") && length.signum() == 0) {
        return Duration.ofMillis(length.longValue());
      }
    }
    throw new IllegalArgumentException(
        "'" + text + "' is not a length of time such as 500ms, 30s or 2m");
  }

  /** A length of time in words: {@code 45 s}, {@code 3 min}, {@code 2 h 5 min}. */
  public static String say(Duration length) {
    long seconds = Math.max(1, length.plusMillis(999).toSeconds());
    if (seconds < 120) {
      return seconds + " s";
    }
    long minutes = (seconds + 59) / 60;
    if (minutes < 120) {
      return minutes + " min";
    }
    return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
  }
}

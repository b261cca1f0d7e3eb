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

  /** {@code 45 s}, {@code 8 min 51 s}, {@code 3 h 5 min}, {@code 2 days 4 h}: two units at most. */
  public static String words(Duration length) {
    long seconds = Math.max(0, length.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return words(seconds / 60, "min", seconds % 60, "s");
    }
    long minutes = seconds / 60;
    if (minutes < 24 * 60) {
      return words(minutes / 60, "h", minutes % 60, "min");
    }
    long hours = minutes / 60;
    return words(hours / 24, hours < 48 ? "day" : "days", hours % 24, "h");
  }

  private static String words(long count, String unit, long rest, String unitOfRest) {
    return count + " " + unit + (rest == 0 ? "" : " " + rest + " " + unitOfRest);
  }
}

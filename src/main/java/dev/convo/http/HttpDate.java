package dev.convo.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/** A date in a header, in any of the three forms of RFC 9110, section 5.6.7. */
final class HttpDate {
  private HttpDate() {}

  /**
   * Reads a date.
   *
   * @param now a year of two digits is at most 50 years after this
   * @return empty if it is not a date, or its day of the week is wrong
   */
  static Optional<Instant> parse(String value, Instant now) {
    LocalDate firstYear = now.atOffset(ZoneOffset.UTC).toLocalDate().minusYears(49);
    DateTimeFormatter form =
        new DateTimeFormatterBuilder()
            .appendOptional(DateTimeFormatter.RFC_1123_DATE_TIME)
            .appendOptional(
                new DateTimeFormatterBuilder()
                    .appendPattern("EEEE, dd-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, firstYear)
                    .appendPattern(" HH:mm:ss 'GMT'")
                    .toFormatter(Locale.ENGLISH))
            .appendOptional(
                DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.ENGLISH))
            .toFormatter(Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    try {
      return Optional.of(form.parse(value, Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

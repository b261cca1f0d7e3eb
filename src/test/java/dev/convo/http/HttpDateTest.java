package dev.convo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994"
      })
  void allThreeFormsAreTheSameMoment(String value) {
    assertThat(HttpDate.parse(value, NOW)).contains(Instant.parse("1994-11-06T08:49:37Z"));
  }

  @Test
  void aYearOfTwoDigitsIsAtMostFiftyYearsAhead() {
    assertThat(HttpDate.parse("Tuesday, 21-Nov-76 12:00:00 GMT", NOW)).isEmpty();
    assertThat(HttpDate.parse("Saturday, 21-Nov-76 12:00:00 GMT", NOW))
        .contains(Instant.parse("2076-11-21T12:00:00Z"));
    assertThat(HttpDate.parse("Monday, 21-Nov-77 12:00:00 GMT", NOW))
        .contains(Instant.parse("1977-11-21T12:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "2026-11-21T12:00:00Z",
        "Sun, 32 Feb 2027 12:00:00 GMT",
        "Sunday, 06-Nov-94 08:49:37",
        "Sun Nov  6 08:49:37 1994 GMT",
        "Sun Nov 99 08:49:37 999999999999"
      })
  void anythingElseIsNoDate(String value) {
    assertThat(HttpDate.parse(value, NOW)).isEmpty();
  }
}

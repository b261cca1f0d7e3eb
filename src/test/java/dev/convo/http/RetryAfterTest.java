package dev.convo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-06T08:48:37Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fri, 06 Nov 2026 08:49:37 GMT",
        "Friday, 06-Nov-26 08:49:37 GMT",
        "Fri Nov  6 08:49:37 2026"
      })
  void allThreeFormsOfADateAreTheSameMoment(String value) {
    assertThat(wait(value)).contains(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "2026-11-06T08:49:37Z",
        "Sun, 32 Feb 2027 12:00:00 GMT",
        "Saturday, 06-Nov-26 08:49:37 GMT",
        "Friday, 06-Nov-26 08:49:37",
        "Fri Nov  6 08:49:37 2026 GMT",
        "Fri Nov 99 08:49:37 999999999999"
      })
  void anythingElseIsNoDate(String value) {
    assertThat(wait(value)).isEmpty();
  }

  private static Optional<Duration> wait(String value) {
    Headers headers = new Headers(List.of(Map.entry("Retry-After", value)));
    return RetryAfter.after(headers, null, NOW);
  }
}

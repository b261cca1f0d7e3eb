package dev.convo.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTest {
  /** Zones whose clocks leap by an hour or half of it, at midnight, and over a whole day. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTC",
        "+05:30",
        "Europe/Berlin",
        "Australia/Lord_Howe",
        "America/Sao_Paulo",
        "Pacific/Apia"
      })
  void everyMomentHasTheDayAndTheTimeOfItsZone(String id) {
    ZoneId zone = ZoneId.of(id);
    Random random = new Random(42);
    Calendar calendar = new Calendar(zone);
    LocalDate day = null;
    Instant at = Instant.parse("2010-01-01T00:00:00Z");
    while (at.isBefore(Instant.parse("2012-06-01T00:00:00Z"))) {
      String reached = calendar.reach(at);

      LocalDate today = at.atZone(zone).toLocalDate();
      LocalTime time = at.atZone(zone).toLocalTime();
      assertThat(reached.isEmpty()).as(at.toString()).isEqualTo(today.equals(day));
      assertThat(calendar.second(at)).isEqualTo("%tT", time);
      assertThat(calendar.minute(at)).isEqualTo("%tR", time);
      day = today;
      at = at.plusSeconds(random.nextInt(90 * 60)).minus(Duration.ofMinutes(random.nextInt(30)));
    }
  }

  @Test
  void aMessageWithoutATimeBelongsToTheDayBeforeIt() {
    Calendar calendar = new Calendar(ZoneId.of("UTC"));

    assertThat(calendar.reach(null)).isEmpty();
    assertThat(calendar.reach(Instant.EPOCH)).isEqualTo("Thu 1 January 1970 · UTC");
    assertThat(calendar.reach(null)).isEmpty();
    assertThat(calendar.second(null)).isEqualTo("--:--:--");
    assertThat(calendar.reach(Instant.EPOCH.plusSeconds(86_400))).isEqualTo("Fri 2 January 1970");
  }
}

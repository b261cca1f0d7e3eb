package dev.convo.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convo.failure.Failure;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhenTest {
  private static final Instant NOW = Instant.parse("2026-03-29T12:00:00Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "2026-03-15,2026-03-14T23:00:00Z,2026-03-15T22:59:59.999999999Z",
    "2026-3-5,2026-03-04T23:00:00Z,2026-03-05T22:59:59.999999999Z",
    "2026-03-29,2026-03-28T23:00:00Z,2026-03-29T21:59:59.999999999Z",
    "2026-03-15 08:02,2026-03-15T07:02:00Z,2026-03-15T07:02:59.999999999Z",
    "2026-03-15T08:02:30,2026-03-15T07:02:30Z,2026-03-15T07:02:30.999999999Z",
    "2026-03-15T08:02Z,2026-03-15T08:02:00Z,2026-03-15T08:02:59.999999999Z",
    "2026-03-15T08:02:30.123Z,2026-03-15T08:02:30Z,2026-03-15T08:02:30.999999999Z",
    "2026-03-15T08:02-05:30,2026-03-15T13:32:00Z,2026-03-15T13:32:59.999999999Z",
    "2026-03-15T08:02+01,2026-03-15T07:02:00Z,2026-03-15T07:02:59.999999999Z",
    "90m,2026-03-29T10:30:00Z,2026-03-29T10:30:00Z",
    "2h,2026-03-29T10:00:00Z,2026-03-29T10:00:00Z",
    "3d,2026-03-26T12:00:00Z,2026-03-26T12:00:00Z",
    "1w,2026-03-22T12:00:00Z,2026-03-22T12:00:00Z",
  })
  void whatIsWrittenIsMeantWhole(String typed, String first, String last) {
    When when = When.of(typed);

    assertThat(when.first(NOW, () -> BERLIN)).isEqualTo(first);
    assertThat(when.last(NOW, () -> BERLIN)).isEqualTo(last);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-13-01,there is no month 13",
    "2026-02-30,there is no day 30",
    "2026-03-15T24:00,there is no hour 24",
    "2026-03-15T08:61,there is no minute 61",
    "2026-03-15T08:01+19:00,there is no offset of hours 19",
    "30,the unit is missing",
  })
  void whatIsWrongInItIsNamed(String typed, String why) {
    assertThatThrownBy(() -> When.of(typed))
        .isInstanceOf(Failure.class)
        .hasMessage("'" + typed + "' is not a time: " + why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "15.03.2026", "-3d", "2026-03-15T08", "3 days ago"})
  void whatIsNoTimeIsRefusedWithWhatIsAllowed(String typed) {
    assertThatThrownBy(() -> When.of(typed))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.message()).isEqualTo("'" + typed + "' is not a time");
              assertThat(failure.hint()).startsWith("write a date (2026-03-15), ");
            });
  }
}

package dev.convo.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MomentTest {
  private static final Instant EIGHT = Instant.parse("2026-03-15T08:00:00Z");

  @Test
  void zoneIsHeededInEveryForm() {
    assertThat(Moment.ofText("2026-03-15T08:00:00Z")).isEqualTo(new Moment(EIGHT, true));
    assertThat(Moment.ofText("2026-03-15T10:00:00+02:00")).isEqualTo(new Moment(EIGHT, true));
    assertThat(Moment.ofText("2026-03-15T10:00:00+0200")).isEqualTo(new Moment(EIGHT, true));
    assertThat(Moment.ofText("2026-03-15T02:30:00.000-0530")).isEqualTo(new Moment(EIGHT, true));
    assertThat(Moment.ofText("2026-03-15T08:00:00")).isEqualTo(new Moment(EIGHT, true));
  }

  @Test
  void fractionIsCutToTheMillisecond() {
    Instant cut = EIGHT.plusMillis(123);

    assertThat(Moment.ofText("2026-03-15T08:00:00.123Z")).isEqualTo(new Moment(cut, true));
    assertThat(Moment.ofText("2026-03-15T08:00:00.1234Z")).isEqualTo(new Moment(cut, false));
    assertThat(Moment.ofText("2026-03-15T08:00:00.123456789Z")).isEqualTo(new Moment(cut, false));
  }

  @Test
  void twelveDigitsOfASecondAreRead() {
    Instant cut = EIGHT.plusMillis(123);

    assertThat(Moment.ofText("2026-03-15T08:00:00.123456789012Z"))
        .isEqualTo(new Moment(cut, false));
    assertThat(Moment.ofText("2026-03-15T08:00:00.123000000001+0000"))
        .isEqualTo(new Moment(cut, false));
    assertThat(Moment.ofText("2026-03-15T08:00:00.123000000000")).isEqualTo(new Moment(cut, true));
  }

  @Test
  void secondsAreReadAsNumberAndAsText() {
    Instant cut = Instant.ofEpochMilli(1773561600735L);

    assertThat(Moment.ofSeconds("1773561600")).isEqualTo(new Moment(EIGHT, true));
    assertThat(Moment.ofSeconds("1.7735616e9")).isEqualTo(new Moment(EIGHT, true));
    assertThat(Moment.ofText("1773561600")).isEqualTo(new Moment(EIGHT, true));
    assertThat(Moment.ofSeconds("1773561600.735118")).isEqualTo(new Moment(cut, false));
    assertThat(Moment.ofSeconds("1773561600.7350000000001")).isEqualTo(new Moment(cut, false));
  }

  @Test
  void whatIsNoMomentIsNone() {
    for (String seconds : new String[] {"0", "-1", "1e11", "1e999999999", "1773561600000"}) {
      assertThat(Moment.ofSeconds(seconds)).as(seconds).isNull();
    }
    for (String text :
        new String[] {
          "",
          " ",
          "soon",
          "0",
          "1.2.3",
          "2026-03-15",
          "2026-0315",
          "T",
          "+0000",
          "-",
          "2026-13-01T00:00:00Z"
        }) {
      assertThat(Moment.ofText(text)).as(text).isNull();
    }
  }

  @Test
  void yearsThatRfc3339CannotWriteAreNone() {
    for (String text :
        new String[] {
          "+10000-01-01T00:00:00Z",
          "9999-12-31T23:59:59-00:01",
          "+999999999-01-01T00:00:00Z",
          "-0001-12-31T23:59:59Z",
          "0000-01-01T00:00:00+00:01"
        }) {
      assertThat(Moment.ofText(text)).as(text).isNull();
    }
    assertThat(Moment.ofText("9999-12-31T23:59:59.999Z"))
        .isEqualTo(new Moment(Instant.parse("9999-12-31T23:59:59.999Z"), true));
    assertThat(Moment.ofText("0000-01-01T00:00:00Z"))
        .isEqualTo(new Moment(Instant.parse("0000-01-01T00:00:00Z"), true));
  }

  @Test
  void theUsualFormMeansWhatItMeansToTheJdk() {
    for (String written :
        List.of(
            "2024-02-29T23:59:59Z",
            "1969-12-31T23:59:59.999Z",
            "0000-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999Z")) {
      assertThat(Moment.ofText(written)).isEqualTo(new Moment(Instant.parse(written), true));
    }
    for (String written :
        List.of(
            "2026-02-29T00:00:00Z",
            "2026-01-01T24:00:00Z",
            "2026-01-01T23:59:60Z",
            "2026-13-01T00:00:00Z",
            "2026-01-01 00:00:00Z",
            "2026-01-01T00:00:0xZ")) {
      assertThat(Moment.ofText(written)).as(written).isNull();
    }
  }
}

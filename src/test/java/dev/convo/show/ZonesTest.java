package dev.convo.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZonesTest {
  @Test
  void everyFormOfAZoneIsRead() {
    assertThat(Zones.of("Europe/Berlin")).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(Zones.of("UTC")).isEqualTo(ZoneId.of("UTC"));
    assertThat(Zones.of("+02:00")).isEqualTo(ZoneId.of("+02:00"));
  }

  @ParameterizedTest
  @CsvSource({
    "europe/berlin, Europe/Berlin", // another case
    "berlin, Europe/Berlin", // a city
    "new york, America/New_York", // with a blank
    "Europe/Brelin, Europe/Berlin", // a slip
  })
  void theZoneThatWasMeantIsNamed(String typed, String meant) {
    Failure failure = catchThrowableOfType(Failure.class, () -> Zones.of(typed));

    assertThat(failure.kind()).isEqualTo(Kind.USAGE);
    assertThat(failure.message()).isEqualTo("there is no time zone '" + typed + "'");
    assertThat(failure.hint()).isEqualTo("did you mean " + meant + "?");
  }

  @Test
  void whereNoneIsNearTheFormIsShown() {
    Failure failure = catchThrowableOfType(Failure.class, () -> Zones.of("here"));

    assertThat(failure.hint())
        .isEqualTo("write a name such as Europe/Berlin or Asia/Tokyo, or UTC");
  }
}

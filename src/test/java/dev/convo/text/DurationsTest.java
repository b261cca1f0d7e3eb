package dev.convo.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
  @ParameterizedTest
  @CsvSource({"500ms,500", "30s,30000", "2m,120000", "1h,3600000", "5,5000", "0.5s,500", "0,0"})
  void readsWhatPeopleWrite(String text, long millis) {
    assertThat(Durations.parse(text)).isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1s", "5 minutes", "1e3", "0ms", "99999999999s"})
  void refusesWhatIsNoLengthOfTime(String text) {
    assertThatThrownBy(() -> Durations.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'" + text + "' is not a length of time such as 500ms, 30s or 2m");
  }

  @Test
  void saysALengthInTheNearestUnit() {
    assertThat(Durations.say(Duration.ofMillis(1))).isEqualTo("1 s");
    assertThat(Durations.say(Duration.ofSeconds(45))).isEqualTo("45 s");
    assertThat(Durations.say(Duration.ofSeconds(121))).isEqualTo("3 min");
    assertThat(Durations.say(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
  }
}

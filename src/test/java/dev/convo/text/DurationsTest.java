package dev.convo.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
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

  @ParameterizedTest
  @CsvSource({
    "0.999,0 s",
    "45,45 s",
    "60,1 min",
    "531,8 min 51 s",
    "7500,2 h 5 min",
    "86399,23 h 59 min",
    "187200,2 days 4 h",
    "-5,0 s",
  })
  void wordsHaveTwoUnitsAtMost(double seconds, String words) {
    assertThat(Durations.words(Duration.ofMillis((long) (seconds * 1000)))).isEqualTo(words);
  }
}

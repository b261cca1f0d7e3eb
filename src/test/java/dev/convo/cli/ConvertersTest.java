package dev.convo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConvertersTest {
  @ParameterizedTest
  @CsvSource({
    "1,1",
    "500k,512000",
    "64M,67108864",
    "1GiB,1073741824",
    "2 kb,2048",
    "999999999999G,9223372035781033984"
  })
  void aSizeIsReadAsPeopleWriteIt(String text, long bytes) {
    assertThat(Converters.size(text)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "1.5M", "big", "1T"})
  void anythingElseIsNoSize(String text) {
    assertThatThrownBy(() -> Converters.size(text))
        .hasMessage("'" + text + "' is not a size such as 500k, 64M or 1G");
  }
}

package dev.convo.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.render.Format;
import org.junit.jupiter.api.Test;

class OutputFormatTest {
  @Test
  void everyFormatHasAWordAndRawIsTheLast() {
    assertThat(OutputFormat.words())
        .startsWith("table", "transcript")
        .doesNotHaveDuplicates()
        .endsWith("raw");
  }

  @Test
  void formatsAreFoundByTheirWords() {
    assertThat(OutputFormat.of("jsonl")).contains(new OutputFormat(Format.JSONL));
    assertThat(OutputFormat.of("raw")).contains(OutputFormat.RAW);
    assertThat(OutputFormat.of("JSONL")).isEmpty();
    assertThat(OutputFormat.of("xml")).isEmpty();
  }
}

package dev.convo.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class BufferedTextTest {
  private final StringWriter arrived = new StringWriter();
  private final BufferedText text = new BufferedText(arrived);

  @Test
  void everyPieceArrivesInOrderWhateverItsSize() throws IOException {
    StringBuilder expected = new StringBuilder();
    for (int size : new int[] {0, 1, 8190, 1, 1, 8192, 8193, 20_000, 3}) {
      String piece = ("(" + size + ")").repeat(1 + size / 3).substring(0, size);
      text.append(piece).write('|');
      text.write(piece.toCharArray(), 0, size);
      expected.append(piece).append('|').append(piece);
    }
    text.flush();

    assertThat(arrived.toString()).isEqualTo(expected.toString());
  }

  @Test
  void nothingArrivesBeforeItMust() throws IOException {
    text.write("a few words");

    assertThat(arrived.toString()).isEmpty();
  }
}

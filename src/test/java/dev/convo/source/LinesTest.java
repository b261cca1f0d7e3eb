package dev.convo.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LinesTest {
  private static final String TOO_LONG = "(too long)";

  @Test
  void linesEndAsOnAnySystem() throws IOException {
    assertThat(all(text("1\r2\r\n3\n\n4\r\r5"))).containsExactly("1", "2", "3", "", "4", "", "5");
    assertThat(all(text("1\r\n"))).containsExactly("1");
    assertThat(all(text(""))).isEmpty();
  }

  @Test
  void aLineThatIsTooLongIsAloneInThat() throws IOException {
    String most = "\u00e9".repeat(Lines.LONGEST / 2);

    assertThat(all(text(most + "\n" + most + "0\n" + "0" + most + "\r\nab\n" + most + "0")))
        .containsExactly(most, TOO_LONG, TOO_LONG, "ab", TOO_LONG);
  }

  @Test
  void aLineMayComeInPieces() throws IOException {
    String most = "9".repeat(Lines.LONGEST);

    assertThat(all(dripping("1\r\n\u00e9 23456\r\n" + most + "0\n5")))
        .containsExactly("1", "\u00e9 23456", TOO_LONG, "5");
  }

  @Test
  void aLineWithoutEndIsTheLastOne() throws IOException {
    assertThat(all(endless())).containsExactly(TOO_LONG);
  }

  private static List<String> all(InputStream in) throws IOException {
    Lines lines = new Lines(in);
    List<String> all = new ArrayList<>();
    for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
      all.add(line.get().text() == null ? TOO_LONG : line.get().text());
    }
    return all;
  }

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A byte at a time. */
  private static InputStream dripping(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
      @Override
      public synchronized int read(byte[] target, int from, int length) {
        return super.read(target, from, 1);
      }
    };
  }

  private static InputStream endless() {
    return new InputStream() {
      @Override
      public int read() {
        return 0;
      }

      @Override
      public int read(byte[] target, int from, int length) {
        return length;
      }
    };
  }
}

package dev.convo.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
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
  void linesEndAsOnAnySystem() {
    assertThat(all(text("1\r2\r\n3\n\n4\r\r5")))
        .containsExactly("1: 1", "2: 2", "3: 3", "5: 4", "7: 5");
    assertThat(all(text("1\r\n"))).containsExactly("1: 1");
    assertThat(all(text(""))).isEmpty();
  }

  @Test
  void whatIsNotAnIdIsPassedOver() {
    assertThat(all(text("\uFEFF2\r\n\n  3  \n# no\n4"))).containsExactly("1: 2", "3: 3", "5: 4");
  }

  @Test
  void aLineThatIsTooLongIsAloneInThat() {
    String most = "\u00e9".repeat(Lines.LONGEST / 2);

    assertThat(all(text(most + "\n" + most + "0\n" + "0" + most + "\r\nab\n" + most + "0")))
        .containsExactly("1: " + most, TOO_LONG, TOO_LONG, "4: ab", TOO_LONG);
  }

  @Test
  void blanksAndAByteOrderMarkCountToo() {
    String blanks = " ".repeat(Lines.LONGEST - 2);

    assertThat(all(text("\uFEFF" + "9".repeat(Lines.LONGEST - 2) + "\n1"))).startsWith(TOO_LONG);
    assertThat(all(text(blanks + "12\n" + blanks + "123\n" + blanks + "   \n7" + blanks + "  ")))
        .containsExactly("1: 12", TOO_LONG, TOO_LONG, TOO_LONG);
  }

  @Test
  void aLineMayComeInPieces() {
    String most = "9".repeat(Lines.LONGEST);

    assertThat(all(dripping("1\r\n\u00e9 23456\r\n" + most + "0\n5")))
        .containsExactly("1: 1", "2: \u00e9 23456", TOO_LONG, "4: 5");
  }

  @Test
  void aLineWithoutEndIsTheLastOne() {
    assertThat(all(endless())).containsExactly(TOO_LONG);
  }

  private static List<String> all(InputStream in) {
    Lines lines = new Lines(in);
    List<String> all = new ArrayList<>();
    for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
      all.add(line.get().tooLong() ? TOO_LONG : line.get().number() + ": " + line.get().text());
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

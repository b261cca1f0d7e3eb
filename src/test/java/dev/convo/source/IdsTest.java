package dev.convo.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdsTest {
  @Test
  void aDashIsReplacedByTheLinesOfStandardInput() {
    Ids ids = new Ids(List.of("1", "-", "9"), text("\uFEFF2\r\n\n  3  \n# no\n4"));

    assertThat(all(ids))
        .containsExactly(asked("1", 0), asked("2", 1), asked("3", 3), asked("4", 5), asked("9", 0));
  }

  @Test
  void standardInputIsNotReadBeforeItIsDue() {
    InputStream unread = InputStream.nullInputStream();
    closed(unread); // From here on every read fails.
    Ids ids = new Ids(List.of("1", "-"), unread);

    assertThat(ids.next()).isEqualTo(asked("1", 0));
    assertThat(ids.typedLeft()).isZero();
  }

  @Test
  void whatIsTypedAndNotHandedOutIsCounted() {
    Ids ids = new Ids(List.of("1", "-", "2", "3"), text("5\n6\n"));

    ids.next();

    assertThat(ids.typedLeft()).isEqualTo(2);
  }

  @Test
  void aLineThatIsTooLongIsNotKept() {
    String most = "9".repeat(Lines.LONGEST);
    Ids ids = new Ids(List.of("-"), text("1\n" + most + "\n" + most + "9\r\n4"));

    assertThat(all(ids))
        .containsExactly(asked("1", 1), asked(most, 2), new Ids.Asked(null, 3), asked("4", 4));
  }

  private static void closed(InputStream stream) {
    try {
      stream.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Ids.Asked> all(Ids ids) {
    List<Ids.Asked> all = new ArrayList<>();
    ids.forEachRemaining(all::add);
    return all;
  }

  private static Ids.Asked asked(String text, int line) {
    return new Ids.Asked(text, line);
  }

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}

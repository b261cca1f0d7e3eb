package dev.convo.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdsTest {
  @Test
  void aDashIsReplacedByTheLinesOfStandardInput() {
    Agenda<Read> ids = ids(List.of("1", "-", "9"), text("\uFEFF2\r\n\n  3  \n# no\n4"));

    assertThat(all(ids))
        .containsExactly(asked("1", 0), asked("2", 1), asked("3", 3), asked("4", 5), asked("9", 0));
  }

  @Test
  void standardInputIsNotReadBeforeItIsDue() {
    InputStream unread = InputStream.nullInputStream();
    closed(unread); // From here on every read fails.
    Agenda<Read> ids = ids(List.of("1", "-"), unread);

    assertThat(ids.next()).contains(asked("1", 0));
    assertThat(ids.namedLeft()).isZero();
  }

  @Test
  void whatIsTypedAndNotHandedOutIsCounted() {
    Agenda<Read> ids = ids(List.of("1", "-", "2", "3"), text("5\n6\n"));

    ids.next();

    assertThat(ids.namedLeft()).isEqualTo(2);
  }

  @Test
  void aLineThatIsTooLongIsNotKept() {
    String most = "9".repeat(Lines.LONGEST);
    Agenda<Read> ids = ids(List.of("-"), text("1\n" + most + "\n" + most + "9\r\n4"));

    assertThat(all(ids))
        .containsExactly(asked("1", 1), asked(most, 2), asked(null, 3), asked("4", 4));
  }

  private static void closed(InputStream stream) {
    try {
      stream.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Batch.Item<Read>> all(Agenda<Read> ids) {
    return Stream.generate(ids::next).takeWhile(Optional::isPresent).map(Optional::get).toList();
  }

  private record Read(@Nullable String text, int line) {}

  private static Agenda<Read> ids(List<String> typed, InputStream in) {
    Lines lines = new Lines(in);
    return Ids.agenda(typed, Read::new, () -> lines);
  }

  private static Batch.Item<Read> asked(@Nullable String text, int line) {
    return Batch.Item.of(new Read(text, line));
  }

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}

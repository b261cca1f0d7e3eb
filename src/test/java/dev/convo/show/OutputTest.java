package dev.convo.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.render.Wanted;
import dev.convo.terminal.Streams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  @TempDir Path home;

  @Test
  void severalBodiesArePartedByANewline() {
    Output output = output(out, null);

    output.bytes(List.of(octets("{"), octets("}")));
    output.bytes(List.of(octets("[]")));
    output.end();

    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{}\n[]");
  }

  @Test
  void aFileIsInItsPlaceOnlyAtTheEnd() throws IOException {
    Path file = home.resolve("out.txt");
    Output output = output(out, file);

    output.text("whole");
    assertThat(file).doesNotExist();
    output.end();

    assertThat(file).hasContent("whole");
    assertThat(out.size()).isZero();
    assertThat(names()).containsExactly("out.txt");
  }

  @Test
  void whereNothingIsShownNothingIsTouched() throws IOException {
    Path file = Files.writeString(home.resolve("out.txt"), "old");

    output(out, file).end();

    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("out.txt");
  }

  @Test
  void afterAFaultTheFileIsAsItWas() throws IOException {
    Path file = Files.writeString(home.resolve("out.txt"), "old");
    Output output = output(out, file);

    output.text("half");
    output.drop();

    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("out.txt");
  }

  @Test
  void whenStoppedHalfAFileIsForgottenAndNoneIsOpened() throws IOException {
    Path file = home.resolve("out.txt");
    Output begun = output(out, file);
    begun.text("half");
    Output other = output(out, home.resolve("other.txt"));

    assertThat(begun.stop()).isFalse();
    other.stop();

    assertThat(catchThrowableOfType(Failure.class, () -> other.text("late")).kind())
        .isEqualTo(Kind.INTERRUPTED);
    assertThat(names()).isEmpty();
  }

  @Test
  void whatWasShownOnStandardOutputIsStillThereWhenStopped() {
    Output output = output(out, null);
    output.text("shown");

    assertThat(output.stop()).isTrue();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("shown");
  }

  @Test
  void aReaderWhoLeftIsNoFaultAndAFullDiskIs() {
    Output left = output(failing("Broken pipe"), null);
    Output full = output(failing("No space left on device"), null);

    assertThat(left.text("x")).isFalse();
    Failure failure = catchThrowableOfType(Failure.class, () -> full.text("x"));

    assertThat(failure.kind()).isEqualTo(Kind.OUTPUT);
    assertThat(failure.message())
        .isEqualTo("cannot write to standard output: No space left on device");
  }

  private static OutputStream failing(String words) {
    return new OutputStream() {
      @Override
      public void write(int octet) throws IOException {
        throw new IOException(words);
      }
    };
  }

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** An output to a stream that is not a terminal, or to a file. */
  private static Output output(OutputStream to, @Nullable Path file) {
    Streams.Terminals none =
        new Streams.Terminals() {
          @Override
          public boolean in() {
            return false;
          }

          @Override
          public boolean out() {
            return false;
          }

          @Override
          public boolean err() {
            return false;
          }

          @Override
          public OptionalInt columns() {
            return OptionalInt.empty();
          }
        };
    Streams streams =
        new Streams(InputStream.nullInputStream(), to, OutputStream.nullOutputStream(), none);
    Style style =
        new Style(
            new Presentation(null, file, null, null, null, true, Wanted.NOTHING),
            streams,
            Map.of(),
            false,
            () -> ZoneOffset.UTC,
            Optional::empty);
    StatusLine statusLine =
        new StatusLine(OutputStream.nullOutputStream(), () -> Instant.EPOCH, () -> 0);
    return new Output(streams, style, "?", statusLine, OptionalInt.empty());
  }
}

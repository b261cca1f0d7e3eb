package dev.convo.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convo.failure.Failure;
import dev.convo.render.Format;
import dev.convo.render.Layout;
import dev.convo.render.Wanted;
import dev.convo.terminal.Streams;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StyleTest {
  private static final Presentation NOTHING =
      new Presentation(null, null, null, null, null, true, Wanted.NOTHING);

  @Test
  void theFormatIsTheTypedOneElseTheEnvironmentsElseTheProfiles() {
    Presentation typed =
        new Presentation(
            new OutputFormat(Format.JSON), null, null, null, null, true, Wanted.NOTHING);
    Map<String, String> variables = Map.of("CONVO_OUTPUT", "jsonl");

    assertThat(style(typed, variables, "raw").format().word()).isEqualTo("json");
    assertThat(style(NOTHING, variables, "raw").format().word()).isEqualTo("jsonl");
    assertThat(style(NOTHING, Map.of(), "raw").format().word()).isEqualTo("raw");
    assertThat(style(NOTHING, Map.of(), null).format().word()).isEqualTo("table");
  }

  @Test
  void aFormatThatThereIsNotIsAnsweredWithTheNearest() {
    assertThatThrownBy(() -> style(NOTHING, Map.of(), "jsn").format())
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.message()).isEqualTo("the profile: there is no format 'jsn'");
              assertThat(failure.hint()).isEqualTo("did you mean json?");
            });
  }

  @Test
  void aFileHasNoWidthAndNoPager() {
    Presentation file =
        new Presentation(null, Path.of("file"), null, null, null, true, Wanted.NOTHING);
    Map<String, String> variables = Map.of("COLUMNS", "50");

    assertThat(style(file, variables, null).layout()).isEqualTo(layout(0, ZoneOffset.UTC, false));
    assertThat(style(file, variables, null).paged()).isFalse();
    assertThat(style(file.toStandardOutput(), variables, null).layout())
        .isEqualTo(layout(50, ZoneOffset.UTC, true));
  }

  @Test
  void aTerminalHasAWidthAColourAndAPager() {
    Style style = style(NOTHING, Map.of("TZ", ":Asia/Tokyo"), null);

    assertThat(style.layout()).isEqualTo(layout(77, ZoneId.of("Asia/Tokyo"), true));
    assertThat(style.paged()).isTrue();
  }

  @Test
  void aDumbTerminalHasNoPager() {
    assertThat(style(NOTHING, Map.of("TERM", "dumb"), null).paged()).isFalse();
    assertThat(style(NOTHING, Map.of("TERM", "xterm"), null).paged()).isTrue();
  }

  /** Where there are colours, there are hyperlinks. */
  private static Layout layout(int columns, ZoneId zone, boolean colour) {
    return new Layout(columns, zone, colour, colour, Wanted.NOTHING);
  }

  private static Style style(
      Presentation typed, Map<String, String> variables, @Nullable String profile) {
    Streams streams =
        new Streams(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            new Streams.Terminals() {
              @Override
              public boolean in() {
                return true;
              }

              @Override
              public boolean out() {
                return true;
              }

              @Override
              public boolean err() {
                return true;
              }

              @Override
              public OptionalInt columns() {
                return OptionalInt.of(77);
              }
            });
    return new Style(
        typed,
        streams,
        variables,
        false,
        () -> ZoneOffset.UTC,
        () -> Optional.ofNullable(profile).map(word -> new Style.Named(word, "the profile")));
  }
}

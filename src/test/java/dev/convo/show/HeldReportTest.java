package dev.convo.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.model.Note;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeldReportTest {
  private final List<String> said = new ArrayList<>();
  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
  private Instant now = Instant.parse("2026-11-21T12:00:00Z");
  private final StatusLine statusLine =
      new StatusLine(terminal, () -> now, () -> 80, () -> "page 3");
  private final HeldReport report =
      new HeldReport(
          new Report() {
            @Override
            public int verbosity() {
              return 2;
            }

            @Override
            public boolean showsProgress() {
              return true;
            }

            @Override
            public void failure(Failure failure) {
              said.add("failure " + failure.message());
            }

            @Override
            public void note(Note note) {
              said.add("note " + note.text());
            }

            @Override
            public void detail(String line) {
              said.add("detail " + line);
            }

            @Override
            public void summary(String line) {
              said.add("summary " + line);
            }

            @Override
            public void interrupted(Failure failure, int exitCode) {
              said.add("interrupted " + exitCode);
            }
          },
          statusLine);

  @Test
  void whatIsSaidWhileItIsHeldComesAfterwardsInOrder() {
    report.note(new Note("a", "before"));
    report.hold();
    report.failure(new Failure(Kind.NETWORK, "broken", null));
    report.note(new Note("b", "held"));
    report.detail("GET");
    report.summary("1 of 2");
    report.interrupted(Failure.interrupted(), 130);
    assertThat(said).containsExactly("note before");

    report.release();

    assertThat(said)
        .containsExactly(
            "note before",
            "failure broken",
            "note held",
            "detail GET",
            "summary 1 of 2",
            "interrupted 130");
  }

  @Test
  void nothingIsSaidTwice() {
    report.hold();
    report.detail("GET");
    report.release();
    report.release();

    assertThat(said).containsExactly("detail GET");
  }

  @Test
  void theStatusLineIsWipedFirstAndSilentWhileHeld() {
    now = now.plusSeconds(2);
    statusLine.tick();
    report.detail("GET");
    now = now.plusSeconds(2);
    report.hold();
    statusLine.tick();

    assertThat(terminal.toString(StandardCharsets.UTF_8))
        .isEqualTo("page 3\r" + " ".repeat(6) + "\r");
  }

  @Test
  void howMuchIsWantedIsTheReportsOwnAnswer() {
    assertThat(report.verbosity()).isEqualTo(2);
    assertThat(report.showsProgress()).isTrue();
  }
}

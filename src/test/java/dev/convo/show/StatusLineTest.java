package dev.convo.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.model.Note;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StatusLineTest {
  private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Instant now = START;
  private String progress = "page 1, 20 messages";
  private int columns = 80;
  private final StatusLine line = new StatusLine(err, () -> now, () -> columns, () -> progress);

  @Test
  void saysNothingBeforeASecondHasPassedInSilence() {
    at(999);

    assertThat(said()).isEmpty();
  }

  @Test
  void saysAfterASecondHowFarItHasComeAndOnlyWhatIsNew() {
    at(1000);
    at(1250);
    progress = "page 12, 240 messages";
    at(1500);
    progress = "page 13, 9 messages";
    at(1750);

    assertThat(said())
        .isEqualTo(
            "page 1, 20 messages"
                + "\r                   \rpage 12, 240 messages"
                + "\r                     \rpage 13, 9 messages");
  }

  @Test
  void isWipedBeforeAnythingElseIsWrittenAndComesBackASecondLater() {
    at(1000);
    line.write(() -> err.writeBytes("convo: note: x\n".getBytes(StandardCharsets.UTF_8)));
    at(1999);
    at(2000);

    assertThat(said())
        .isEqualTo("page 1, 20 messages\r                   \rconvo: note: x\npage 1, 20 messages");
  }

  @Test
  void countsAWaitDownAtOnceAndThenSaysHowFarItHasCome() {
    now = START.plusMillis(100);
    line.waitUntil(START.plusMillis(2100));
    at(200);
    at(1100);
    at(2100);

    assertThat(said().split("\r *\r"))
        .containsExactly(
            "waiting as the platform asked: 2 s",
            "waiting as the platform asked: 1 s",
            "page 1, 20 messages");
  }

  @Test
  void theLongestOfSeveralWaitsIsCountedDown() {
    line.waitUntil(START.plusSeconds(9));
    line.waitUntil(START.plusSeconds(3));

    assertThat(said()).isEqualTo("waiting as the platform asked: 9 s");
  }

  @Test
  void isGoneWhileAnotherHasTheTerminal() {
    at(1000);
    line.hold();
    line.hold();
    at(3000);
    line.waitUntil(START.plusSeconds(20));
    line.release();
    at(5000);
    assertThat(said()).isEqualTo("page 1, 20 messages\r                   \r");

    line.release();
    at(5001);
    assertThat(said()).endsWith("\rwaiting as the platform asked: 15 s");
  }

  @Test
  void isNeverAsWideAsTheTerminal() {
    columns = 8;
    at(1000);

    assertThat(said()).isEqualTo("page 1,");
  }

  @Test
  void saysNothingAfterItsEnd() {
    at(1000);
    line.end();
    at(9000);
    line.waitUntil(START.plusSeconds(60));

    assertThat(said()).isEqualTo("page 1, 20 messages\r                   \r");
  }

  @Test
  void saysNothingWhereThereIsNothingToSay() {
    progress = "";
    at(5000);

    assertThat(said()).isEmpty();
  }

  @Test
  void whatIsReportedWaitsForAPagerAndWipesTheLine() {
    HeldReport report = new HeldReport(saying(), line);
    at(1000);

    report.failure(new Failure(Kind.NOT_FOUND, "one", null));
    report.hold();
    at(3000);
    report.failure(new Failure(Kind.NOT_FOUND, "two", null));
    assertThat(said()).isEqualTo("page 1, 20 messages\r                   \rone\n");

    report.release();
    at(4000);
    assertThat(said()).endsWith("\rone\ntwo\npage 1, 20 messages");
  }

  private Report saying() {
    return new Report() {
      @Override
      public int verbosity() {
        return 0;
      }

      @Override
      public boolean showsProgress() {
        return true;
      }

      @Override
      public void failure(Failure failure) {
        err.writeBytes((failure.message() + "\n").getBytes(StandardCharsets.UTF_8));
      }

      @Override
      public void note(Note note) {}

      @Override
      public void detail(String line) {}

      @Override
      public void summary(String line) {}

      @Override
      public void interrupted(Failure failure, int exitCode) {}
    };
  }

  private void at(long millis) {
    now = START.plusMillis(millis);
    line.tick();
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }
}

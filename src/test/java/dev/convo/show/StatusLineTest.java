package dev.convo.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatusLineTest {
  private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Instant now = START;
  private String progress = "page 1, 20 messages";
  private int columns = 80;
  private final StatusLine line = new StatusLine(err, () -> now, () -> columns);

  @BeforeEach
  void begin() {
    line.begin(() -> progress);
  }

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
    line.write("convo: note: x\n");
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
  void whatIsWrittenWhileAPagerHasTheTerminalComesAfterwardsInOrderAndOnce() {
    at(1000);
    line.write("one\n");
    line.holdForPager();
    at(3000);
    line.write("two\n");
    line.write("three\n");
    assertThat(said()).isEqualTo("page 1, 20 messages\r                   \rone\n");

    line.releaseFromPager();
    line.releaseFromPager();
    at(4000);
    assertThat(said()).endsWith("\rone\ntwo\nthree\npage 1, 20 messages");
  }

  private void at(long millis) {
    now = START.plusMillis(millis);
    line.tick();
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }
}

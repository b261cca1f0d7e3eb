package dev.convo.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.failure.Failure;
import dev.convo.http.Traced;
import dev.convo.model.Note;
import dev.convo.show.Report;
import dev.convo.show.StatusLine;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two requests are on their way at the same time; what is said of each stays together. */
class NetworkLogTest implements Report {
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private final NetworkLog log = new NetworkLog(this, InstantSource.system());
  private final Thread other = new Thread(() -> log.attempted(event("b")));

  @Test
  void theHeadersOfARequestFollowIt() throws InterruptedException {
    log.attempted(event("a"));
    other.join();

    assertThat(lines)
        .containsExactly(
            "GET https://a.example -> 200 in 5 ms",
            "> sent: a",
            "< received: a",
            "GET https://b.example -> 200 in 5 ms",
            "> sent: b",
            "< received: b");
  }

  /** After the first line, the other request is given every chance to come in between. */
  @Override
  public void detail(String line) {
    lines.add(line);
    if (other.getState() == Thread.State.NEW) {
      other.start();
      while (other.getState() != Thread.State.BLOCKED
          && other.getState() != Thread.State.TERMINATED) {
        Thread.onSpinWait();
      }
    }
  }

  private static Traced.Event event(String name) {
    return new Traced.Event(
        URI.create("https://" + name + ".example"),
        List.of(Map.entry("sent", name)),
        Duration.ofMillis(5),
        new Traced.Answer(200, null, List.of(Map.entry("received", name))),
        null);
  }

  @Override
  public int verbosity() {
    return 2;
  }

  @Override
  public boolean showsProgress() {
    return false;
  }

  @Override
  public StatusLine statusLine() {
    throw new AssertionError("nothing is shown on the way");
  }

  @Override
  public void failure(Failure failure) {}

  @Override
  public void note(Note note) {}

  @Override
  public void summary(String line) {}

  @Override
  public void interrupted(Failure failure, int exitCode) {}
}

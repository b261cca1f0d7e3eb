package dev.convo.session;

import dev.convo.http.Traced;
import dev.convo.model.Note;
import dev.convo.show.Report;
import dev.convo.source.HttpStack;
import dev.convo.text.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Reports what {@code -v} shows of the network, and any wait that people would wonder about. The
 * lines of one request stay together.
 */
final class NetworkLog implements HttpStack.Watcher {
  private static final Duration WORTH_A_WORD = Duration.ofSeconds(2);

  private final Report report;
  private final InstantSource clock;

  NetworkLog(Report report, InstantSource clock) {
    this.report = report;
    this.clock = clock;
  }

  @Override
  public synchronized void attempted(Traced.Event event) {
    if (report.verbosity() == 0) {
      return;
    }
    StringBuilder line = new StringBuilder();
    Traced.Answer answer = event.answer();
    line.append("GET ").append(event.url()).append(" -> ");
    line.append(event.failure() == null ? "" : event.failure().message());
    line.append(answer == null ? "" : String.valueOf(answer.status()));
    line.append(" in ").append(event.time().toMillis()).append(" ms");
    if (answer != null && answer.requestId() != null) {
      line.append(", request id ").append(answer.requestId());
    }
    report.detail(line.toString());
    if (report.verbosity() > 1) {
      headers("> ", event.sent());
      headers("< ", answer == null ? List.of() : answer.received());
    }
  }

  private void headers(String mark, List<Map.Entry<String, String>> headers) {
    headers.forEach(header -> report.detail(mark + header.getKey() + ": " + header.getValue()));
  }

  @Override
  public void note(Note note) {
    report.note(note);
  }

  @Override
  public void until(Instant then, String because) {
    Duration wait = Duration.between(clock.instant(), then);
    if (report.verbosity() > 0) {
      report.detail("waiting " + wait.plusNanos(999_999).toMillis() + " ms: " + because);
    } else if (wait.compareTo(WORTH_A_WORD) < 0) {
      return;
    } else if (report.showsProgress()) {
      report.statusLine().waitUntil(then);
    } else {
      String words = Durations.words(wait.plusNanos(999_999_999)); // Rounded up.
      report.note(new Note("waiting", "waiting " + words + ": " + because));
    }
  }
}

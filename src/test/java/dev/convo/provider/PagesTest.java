package dev.convo.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Calls;
import dev.convo.http.Calls.Decode;
import dev.convo.http.Request;
import dev.convo.model.Completeness;
import dev.convo.model.Note;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PagesTest {
  private static final Decode<String> BODY = reply -> "second";
  private static final Pages.Next SECOND = new Pages.Ask(Request.of("the messages", "2"));

  private final Reading reading = new Reading();

  @Test
  void pagesAreFollowedUntilTheEnd() {
    Calls calls = CallsFixture.answering(Map.of("/2", ""));

    Pages.Outcome outcome =
        Pages.read(calls, reading, () -> SECOND, BODY, page -> Pages.Outcome.end(true));

    assertThat(outcome).isEqualTo(new Pages.Outcome(true, null));
    assertThat(calls.tally().requests()).isEqualTo(1);
    assertThat(notes()).isEmpty();
  }

  @Test
  void firstPageThatFailsMeansNoMessages() {
    Failure failure = new Failure(Kind.FORBIDDEN, "the messages: forbidden", null);
    Pages.Outcome outcome =
        Pages.read(
            CallsFixture.answering(Map.of()),
            reading,
            () -> {
              throw failure;
            },
            BODY,
            page -> Pages.Outcome.end(true));

    assertThat(outcome).isEqualTo(new Pages.Outcome(false, failure));
    assertThat(notes())
        .containsExactly(Note.reason("messages_not_fetched", "the messages: forbidden"));
  }

  @Test
  void laterPageThatFailsMeansSomeMessages() {
    Failure failure = new Failure(Kind.TIMEOUT, "the messages: timed out", null);

    Pages.Outcome outcome =
        Pages.read(
            CallsFixture.failing(Map.of(), Map.of("/2", failure)),
            reading,
            () -> SECOND,
            BODY,
            page -> SECOND);

    assertThat(outcome).isEqualTo(new Pages.Outcome(false, failure));
    assertThat(notes())
        .containsExactly(Note.reason("messages_not_fetched", "the messages: timed out"));
  }

  @Test
  void runThatIsStoppedSaysWhy() {
    Pages.Outcome outcome =
        Pages.read(
            CallsFixture.answering(Map.of()),
            reading,
            () -> Pages.Outcome.stopped(reading, "the same page came again"),
            BODY,
            page -> SECOND);

    assertThat(outcome.complete()).isFalse();
    assertThat(outcome.missing())
        .extracting(missing -> missing == null ? "" : missing.kind() + " " + missing.message())
        .isEqualTo("BAD_ANSWER the same page came again");
    assertThat(notes())
        .containsExactly(
            Note.reason(
                "paging_stopped", "the same page came again; some messages may be missing"));
  }

  @Test
  void interruptionIsNotAMissingPage() {
    Failure failure = new Failure(Kind.INTERRUPTED, "stopped", null);

    Throwable thrown =
        catchThrowable(
            () ->
                Pages.read(
                    CallsFixture.failing(Map.of(), Map.of("/2", failure)),
                    reading,
                    () -> SECOND,
                    BODY,
                    page -> SECOND));

    assertThat(thrown).isSameAs(failure);
  }

  @Test
  void pagesThatAreReadAreCounted() {
    record Listed(List<String> messages) implements Pages.Page {}
    Calls calls = CallsFixture.answering(Map.of("/1", "", "/2", ""));
    Decode<Listed> decode = Pages.counted(calls, reply -> new Listed(List.of("a", "b", "c")));

    calls.read(Request.of("the messages", "1"), decode);
    calls.read(Request.of("the messages", "2"), decode);

    assertThat(calls.tally().pages()).isEqualTo(2);
    assertThat(calls.tally().messages()).isEqualTo(6);
  }

  private List<Note> notes() {
    Completeness completeness = reading.completeness(null, null);
    return completeness.notes();
  }
}

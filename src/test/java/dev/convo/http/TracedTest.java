package dev.convo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Traced.Event;
import dev.convo.http.Transport.Signature;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TracedTest {
  private static final URI BASE = URI.create("https://chat.example.com");
  private static final Request REQUEST =
      Request.of("conversation 42", "conversations/{}", "42")
          .query("page", "2")
          .header("x-id", "7");

  private final List<Event> events = new ArrayList<>();
  private final Tally tally = new Tally();
  private Instant now = Instant.parse("2026-03-15T08:00:00Z");

  @Test
  void anAnswerIsToldWithoutItsSecrets() {
    Reply reply =
        Replies.of(
            200, "{}", "X-Request-Id", "r-1", "Set-Cookie", "s=1", "Content-Type", "text/plain");

    traced(slow(reply)).send(REQUEST, List.of(new Signature("Authorization", "Bearer t")));

    assertThat(events)
        .containsExactly(
            new Event(
                URI.create("https://chat.example.com/conversations/42?page=2"),
                List.of(Map.entry("x-id", "7"), Map.entry("Authorization", "***")),
                Duration.ofMillis(120),
                new Traced.Answer(
                    200,
                    "r-1",
                    List.of(
                        Map.entry("X-Request-Id", "r-1"),
                        Map.entry("Set-Cookie", "***"),
                        Map.entry("Content-Type", "text/plain"))),
                null));
    assertThat(tally.requests()).isEqualTo(1);
  }

  @Test
  void aFailureIsToldAndCounted() {
    Failure broken = new Failure(Kind.NETWORK, "broken", null);
    Traced traced =
        traced(
            (request, credentials) -> {
              throw broken;
            });

    assertThat(catchThrowableOfType(Failure.class, () -> traced.send(REQUEST, List.of())))
        .isSameAs(broken);
    assertThat(events)
        .containsExactly(
            new Event(
                URI.create("https://chat.example.com/conversations/42?page=2"),
                List.of(Map.entry("x-id", "7")),
                Duration.ZERO,
                null,
                broken));
    assertThat(tally.requests()).isEqualTo(1);
  }

  private Traced traced(Transport inner) {
    return new Traced(inner, BASE, tally, () -> now, events::add);
  }

  private Transport slow(Reply reply) {
    return (request, credentials) -> {
      now = now.plusMillis(120);
      return reply;
    };
  }
}

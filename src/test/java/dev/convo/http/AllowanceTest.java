package dev.convo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllowanceTest {
  private static final Request REQUEST = Request.of("page 2", "2");
  private static final Limits LIMITS =
      new Limits(
          Duration.ofSeconds(30), 0, Duration.ZERO, 1 << 20, 1 << 20, Duration.ofMinutes(10), 1);

  private Instant now = Instant.parse("2026-03-15T08:00:00Z");
  private final List<Duration> limits = new ArrayList<>();
  private final Allowance allowance = new Allowance("the conversation", LIMITS, () -> now);
  private final Exchange exchange = allowance.over(this::reply);

  @Test
  void theBytesOfAllCallsAreCounted() throws IOException {
    exchange.send(REQUEST).body().readNBytes(1 << 19);
    exchange.send(REQUEST).body().readNBytes(1 << 19);
    Reply last = exchange.send(REQUEST);

    Failure failure = catchThrowableOfType(Failure.class, () -> last.body().read());

    assertThat(failure.kind()).isEqualTo(Kind.BAD_ANSWER);
    assertThat(failure).hasMessage("page 2: the conversation is larger than 1 MiB");
    assertThat(failure.hint()).isEqualTo("--max-size allows more");
  }

  @Test
  void timeRunsFromTheFirstRequest() {
    now = now.plus(Duration.ofHours(1));
    exchange.send(REQUEST);
    now = now.plus(Duration.ofMinutes(10)).minusSeconds(1);
    exchange.send(REQUEST);
    now = now.plusSeconds(1);

    assertTooLong(catchThrowableOfType(Failure.class, () -> exchange.send(REQUEST)), "page 2");
    assertThat(limits).containsExactly(Duration.ofMinutes(10), Duration.ofSeconds(1));
  }

  @Test
  void aWaitThatWouldEndTooLateDoesNotBegin() {
    List<String> waits = new ArrayList<>();
    Retrying.Waiting waiting = allowance.over((then, because) -> waits.add(because));
    exchange.send(REQUEST);

    waiting.until(now.plus(Duration.ofMinutes(10)), "short enough");
    Failure failure =
        catchThrowableOfType(
            Failure.class,
            () -> waiting.until(now.plus(Duration.ofMinutes(10)).plusMillis(1), "page 2: refused"));

    assertTooLong(failure, "page 2: refused");
    assertThat(waits).containsExactly("short enough");
  }

  @Test
  void theLimitOfOneRequestIsNotTakenForThatOfTheConversation() {
    Failure timeout = new Failure(Kind.TIMEOUT, "page 2: nothing came", null);
    Exchange silent =
        allowance.over(
            request -> {
              throw timeout;
            });

    assertThat(catchThrowableOfType(Failure.class, () -> silent.send(REQUEST))).isSameAs(timeout);

    now = now.plus(Duration.ofMinutes(10)).minusSeconds(29);
    assertTooLong(catchThrowableOfType(Failure.class, () -> silent.send(REQUEST)), "page 2");
  }

  private static void assertTooLong(Failure failure, String purpose) {
    assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
    assertThat(failure).hasMessage(purpose + ": the conversation takes longer than 10 min");
    assertThat(failure.hint()).isEqualTo("--max-time allows more");
  }

  private Reply reply(Request request) {
    limits.add(request.limit());
    return new Reply(
        200, Headers.NONE, new ByteArrayInputStream(new byte[(1 << 19) + 1]), () -> {});
  }
}

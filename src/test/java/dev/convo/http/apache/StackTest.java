package dev.convo.http.apache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Calls;
import dev.convo.http.Checked;
import dev.convo.http.Credentials;
import dev.convo.http.Credentials.Secret;
import dev.convo.http.Exchange;
import dev.convo.http.Refusal;
import dev.convo.http.Refusal.Reason;
import dev.convo.http.Reply;
import dev.convo.http.Retrying;
import dev.convo.http.Signed;
import dev.convo.http.Tally;
import dev.convo.http.Throttle;
import dev.convo.http.Traced;
import dev.convo.http.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** All layers on one another, in the order in which the application stacks them. */
@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StackTest {
  private static final String OK =
      "HTTP/1.1 200 OK\r\nX-Request-Id: r\r\nContent-Length: 2\r\n\r\n{}";

  private final List<Duration> slept = new CopyOnWriteArrayList<>();
  private Instant now = Instant.parse("2026-03-15T08:00:00Z");
  private final List<String> attempts = new ArrayList<>();

  @Test
  void whatMayPassIsWaitedOutUntilTheAnswerIsWhole() throws Exception {
    ConcurrentLinkedQueue<String> answers =
        new ConcurrentLinkedQueue<>(
            List.of(
                "",
                "HTTP/1.1 503 Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{",
                "HTTP/1.1 429 Slow down\r\nRetry-After: 7\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
                OK));
    try (RawServer server = answering(answers)) {
      Calls calls = calls(server.uri("http"));

      assertThat(calls.read(Transports.REQUEST, StackTest::text)).isEqualTo("{}");

      assertThat(attempts).containsExactly("NETWORK", "503", "200", "429", "200");
      assertThat(slept)
          .containsExactly(
              Duration.ofMillis(250),
              Duration.ofMillis(500),
              Duration.ofMillis(1000),
              Duration.ofSeconds(7));
      assertThat(calls.requests()).isEqualTo(5);
      assertThat(calls.requestIds()).containsExactly("r");
    }
  }

  @Test
  void aStaleConnectionCostsNothing() throws Exception {
    ConcurrentLinkedQueue<String> answers = new ConcurrentLinkedQueue<>(List.of(OK, OK));
    try (RawServer server = answering(answers)) {
      Calls calls = calls(server.uri("http"));

      assertThat(calls.read(Transports.REQUEST, StackTest::text)).isEqualTo("{}");
      assertThat(calls.read(Transports.REQUEST, StackTest::text)).isEqualTo("{}");

      assertThat(attempts).containsExactly("200", "NETWORK", "200");
      assertThat(slept).isEmpty();
    }
  }

  @Test
  void aRefusalIsFinal() throws Exception {
    ConcurrentLinkedQueue<String> answers =
        new ConcurrentLinkedQueue<>(List.of("HTTP/1.1 401 No\r\nContent-Length: 2\r\n\r\nno"));
    try (RawServer server = answering(answers)) {
      Calls calls = calls(server.uri("http"));

      Failure failure =
          catchThrowableOfType(
              Failure.class, () -> calls.read(Transports.REQUEST, StackTest::text));

      assertThat(failure.kind()).isEqualTo(Kind.UNAUTHORIZED);
      assertThat(failure.message())
          .isEqualTo("conversation 42: credentials refused (HTTP 401): \"no\"");
      assertThat(failure.hint()).isEqualTo("token came from the test; is it still valid?");
    }
  }

  private Calls calls(URI base) {
    InstantSource clock = () -> now;
    Tally tally = new Tally();
    Transport transport = new ApacheTransport(Transports.settings(base));
    Transport traced =
        new Traced(
            transport,
            base,
            tally,
            clock,
            event -> {
              Failure failure = event.failure();
              attempts.add(
                  failure == null ? String.valueOf(event.status()) : failure.kind().name());
            });
    Refusal.Explain explain =
        (status, headers, head) ->
            new Refusal(
                new String(head, StandardCharsets.UTF_8), null, null, null, Reason.AS_STATUS, null);
    Credentials credentials =
        new Credentials(
            List.of(
                new Secret("token", List.of("Authorization"), "Bearer ", () -> "t", "the test")));
    Exchange exchange =
        new Signed(new Checked(traced, base, explain, clock), credentials, note -> {});
    Retrying retrying =
        new Retrying(
            new Retrying.Policy(3, Duration.ofSeconds(30)),
            new Throttle(),
            () -> now,
            time -> {
              slept.add(time);
              now = now.plus(time);
            },
            () -> 0.5,
            (then, because) -> {});
    return new Calls(exchange, retrying, tally, Runnable::run, said -> said);
  }

  /** Each answer on a connection of its own. */
  private static RawServer answering(ConcurrentLinkedQueue<String> answers) throws IOException {
    return new RawServer(
        socket -> {
          RawServer.head(socket);
          String answer = answers.poll();
          if (answer != null) {
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
          }
        });
  }

  private static String text(Reply reply) {
    try {
      return new String(reply.body().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.convo.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.convo.UnusedAnswers;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Calls;
import dev.convo.http.Limits;
import dev.convo.http.Refusal;
import dev.convo.http.Refusal.Reason;
import dev.convo.http.Reply;
import dev.convo.http.Request;
import dev.convo.http.Time;
import dev.convo.http.Traced;
import dev.convo.http.apache.ApacheTransport;
import dev.convo.http.apache.RawServer;
import dev.convo.model.Note;
import dev.convo.profile.Account;
import dev.convo.provider.crm.Crm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** All layers on one another, over real connections. */
@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HttpStackTest {
  private static final Request REQUEST = Request.of("conversation 42", "conversations/{}", "42");
  private static final String OK =
      "HTTP/1.1 200 OK\r\nX-Request-Id: r\r\nContent-Length: 2\r\n\r\n{}";

  private final List<Duration> slept = new CopyOnWriteArrayList<>();
  private Instant now = Instant.parse("2026-03-15T08:00:00Z");
  private final List<String> attempts = new ArrayList<>();
  private final List<HttpStack> opened = new ArrayList<>();
  private Runnable meanwhile = () -> {};

  private final HttpStack.Watcher watcher =
      new HttpStack.Watcher() {
        @Override
        public void attempted(Traced.Event event) {
          Traced.Answer answer = event.answer();
          attempts.add(
              answer == null
                  ? Objects.requireNonNull(event.failure()).kind().name()
                  : String.valueOf(answer.status()));
        }

        @Override
        public void until(Instant then, String because) {}

        @Override
        public void note(Note note) {}
      };

  @AfterEach
  void close() {
    opened.forEach(HttpStack::close);
  }

  @Test
  void whatMayPassIsWaitedOutUntilTheAnswerIsWhole() throws Exception {
    ConcurrentLinkedQueue<String> answers =
        new ConcurrentLinkedQueue<>(
            List.of(
                "",
                "HTTP/1.1 503 Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{",
                RawServer.lines(
                    "HTTP/1.1 429 Slow down",
                    "Retry-After: 7",
                    "Connection: close",
                    "Content-Length: 0"),
                OK));
    try (RawServer server = answering(answers)) {
      Calls calls = calls(server.uri("http"));

      assertThat(calls.read(REQUEST, HttpStackTest::text)).isEqualTo("{}");

      assertThat(attempts).containsExactly("NETWORK", "503", "200", "429", "200");
      assertThat(slept)
          .containsExactly(
              Duration.ofMillis(250),
              Duration.ofMillis(500),
              Duration.ofMillis(1000),
              Duration.ofSeconds(7));
      assertThat(calls.tally().requests()).isEqualTo(5);
      assertThat(calls.tally().requestIds()).containsExactly("r");
    }
  }

  @Test
  void aStaleConnectionCostsNothing() throws Exception {
    ConcurrentLinkedQueue<String> answers = new ConcurrentLinkedQueue<>(List.of(OK, OK));
    try (RawServer server = answering(answers)) {
      Calls calls = calls(server.uri("http"));

      assertThat(calls.read(REQUEST, HttpStackTest::text)).isEqualTo("{}");
      assertThat(calls.read(REQUEST, HttpStackTest::text)).isEqualTo("{}");

      assertThat(attempts).containsExactly("200", "NETWORK", "200");
      assertThat(slept).isEmpty();
    }
  }

  @Test
  void whoWaitsLeavesItsPlaceToOthers() throws Exception {
    ConcurrentLinkedQueue<String> answers =
        new ConcurrentLinkedQueue<>(
            List.of(
                RawServer.lines(
                    "HTTP/1.1 429 Slow",
                    "Retry-After: 7",
                    "Connection: close",
                    "Content-Length: 0"),
                OK,
                OK));
    try (RawServer server = answering(answers)) {
      HttpStack stack = stack(server.uri("http"), 1);
      Calls other = stack.calls(watcher, exchange -> exchange);
      meanwhile = () -> attempts.add(other.read(REQUEST, HttpStackTest::text));

      String answer = stack.calls(watcher, exchange -> exchange).read(REQUEST, HttpStackTest::text);

      assertThat(answer).isEqualTo("{}");
      assertThat(attempts).startsWith("429").contains("{}").endsWith("200");
    }
  }

  @Test
  void aRefusalIsFinal() throws Exception {
    ConcurrentLinkedQueue<String> answers =
        new ConcurrentLinkedQueue<>(List.of("HTTP/1.1 401 No\r\nContent-Length: 2\r\n\r\nno"));
    try (RawServer server = answering(answers)) {
      Calls calls = calls(server.uri("http"));

      Failure failure =
          catchThrowableOfType(Failure.class, () -> calls.read(REQUEST, HttpStackTest::text));

      assertThat(failure.kind()).isEqualTo(Kind.UNAUTHORIZED);
      assertThat(failure.message())
          .isEqualTo("conversation 42: credentials refused (HTTP 401): \"no\"");
      assertThat(failure.hint()).isEqualTo("token came from built-in; is it still valid?");
    }
  }

  private Calls calls(URI base) {
    HttpStack stack = stack(base, 2);
    return stack.calls(watcher, exchange -> exchange);
  }

  private HttpStack stack(URI base, int concurrency) {
    Duration timeout = Duration.ofSeconds(20);
    Limits limits =
        new Limits(timeout, 3, Duration.ofSeconds(30), 1 << 20, 1 << 20, timeout, concurrency);
    Refusal.Explain explain =
        (status, headers, head) ->
            new Refusal(
                new String(head, StandardCharsets.UTF_8), null, null, null, Reason.AS_STATUS, null);
    Account account = Account.builtIn("test", new Crm().descriptor(), base, Map.of("token", "t"));
    HttpStack stack =
        new HttpStack(
            new ApacheTransport(account.connection(null, limits, "convo/test")),
            account,
            explain,
            limits,
            new Time(
                () -> now,
                time -> {
                  slept.add(time);
                  now = now.plus(time);
                  meanwhile.run();
                },
                () -> 0.5),
            Runnable::run);
    opened.add(stack);
    return stack;
  }

  /** Each answer on a connection of its own. */
  private static RawServer answering(ConcurrentLinkedQueue<String> answers) throws IOException {
    UnusedAnswers.watch(() -> answers);
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

package dev.convo.http.apache;

import static dev.convo.http.apache.Transports.fail;
import static dev.convo.http.apache.Transports.settings;
import static dev.convo.http.apache.Transports.summary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convo.failure.Failure;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The time limit, at every stage where a server may fall silent. */
@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeadlineTest {
  private static final Duration LIMIT = Duration.ofMillis(300);

  @Test
  void silenceAtAnyStageEndsWithTheLimit() throws Exception {
    List<RawServer.Script> silences =
        List.of(
            RawServer::hold,
            socket -> {
              write(socket, "HTTP/1.1 200 OK\r\nA: ");
              RawServer.hold(socket);
            },
            socket -> {
              write(socket, "HTTP/1.1 200 OK\r\n\r\n{");
              RawServer.hold(socket);
            },
            socket -> {
              write(socket, "HTTP/1.1 404 Not Found\r\n\r\n{");
              RawServer.hold(socket);
            });
    for (RawServer.Script silence : silences) {
      try (RawServer server = new RawServer(silence)) {
        assertTimeout(fail(settings(server.uri("http"), LIMIT)), server.port());
      }
    }
  }

  @Test
  void silenceInsteadOfAHandshakeEndsWithTheLimit() throws Exception {
    try (RawServer server = new RawServer(RawServer::hold)) {
      assertTimeout(fail(settings(server.uri("https"), LIMIT)), server.port());
    }
  }

  @Test
  void aDrippingHeadEndsWithTheLimit() throws Exception {
    try (RawServer server = new RawServer(socket -> drip(socket, "HTTP/1.1 200 OK\r\nA: "))) {
      assertTimeout(fail(settings(server.uri("http"), LIMIT)), server.port());
    }
  }

  @Test
  void aDrippingBodyEndsWithTheLimit() throws Exception {
    try (RawServer server = new RawServer(socket -> drip(socket, "HTTP/1.1 200 OK\r\n\r\n"))) {
      assertTimeout(fail(settings(server.uri("http"), LIMIT)), server.port());
    }
  }

  @Test
  void aWorkerIsWokenWhereItsConnectionCannotBeDropped() {
    Deadline.Watch watch =
        new Deadline(LIMIT)
            .start(
                LIMIT,
                () -> {
                  throw new IllegalStateException();
                });

    assertThatThrownBy(() -> new CountDownLatch(1).await())
        .isInstanceOf(InterruptedException.class);

    assertThat(watch.expired()).isTrue();
    watch.close();
  }

  private static void assertTimeout(Failure failure, int port) {
    assertThat(summary(failure, port))
        .isEqualTo(
            "TIMEOUT conversation 42: no complete answer from 127.0.0.1:PORT within 300 ms NEVER");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  /** A byte now and then, so that no single read is slow. */
  private static void drip(Socket socket, String start) throws IOException, InterruptedException {
    write(socket, start);
    while (true) {
      TimeUnit.MILLISECONDS.sleep(20);
      write(socket, "x");
    }
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}

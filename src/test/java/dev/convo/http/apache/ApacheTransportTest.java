package dev.convo.http.apache;

import static dev.convo.http.apache.Transports.fail;
import static dev.convo.http.apache.Transports.limits;
import static dev.convo.http.apache.Transports.read;
import static dev.convo.http.apache.Transports.settings;
import static dev.convo.http.apache.Transports.summary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.convo.failure.Details.Retry;
import dev.convo.failure.Failure;
import dev.convo.http.Reply;
import dev.convo.http.Request;
import dev.convo.http.Transport;
import dev.convo.http.Transport.Settings;
import dev.convo.http.Transport.Signature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ApacheTransportTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

  @Test
  void aRequestArrivesAsItWasMade() throws Exception {
    List<String> seen = new CopyOnWriteArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          for (String name : new TreeSet<>(exchange.getRequestHeaders().keySet())) {
            seen.add(name + ": " + exchange.getRequestHeaders().getFirst(name));
          }
          exchange.getResponseHeaders().add("X-Request-Id", "r-1");
          exchange.sendResponseHeaders(200, 2);
          exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });
    server.start();
    int port = server.getAddress().getPort();
    Transport transport =
        new ApacheTransport(settings(URI.create("http://127.0.0.1:" + port + "/base")));
    Request request =
        Request.of("conversation", "{}/{}/{}", "a/../b", "ü ?#%", "..x")
            .query("q", "a&b=c d")
            .header("X-A", "1");

    try (Reply reply = transport.send(request, List.of(new Signature("api_access_token", "t")))) {
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.headers().requestId()).hasValue("r-1");
      assertThat(reply.body().readAllBytes()).asString().isEqualTo("{}");
    }

    server.stop(0);
    assertThat(seen)
        .containsExactly(
            "GET /base/a%2F..%2Fb/%C3%BC%20%3F%23%25/..x?q=a%26b%3Dc%20d",
            "Accept: application/json",
            "Accept-encoding: gzip",
            "Api_access_token: t",
            "Connection: keep-alive",
            "Host: 127.0.0.1:" + port,
            "User-agent: convo/test",
            "X-a: 1");
  }

  @Test
  void redirectsRetriesAndChallengesAreLeftToTheCaller() throws Exception {
    for (String status : List.of("302 Found", "401 Unauthorized", "503 Unavailable")) {
      String answer =
          RawServer.lines(
              "HTTP/1.1 " + status,
              "Location: /other",
              "Retry-After: 1",
              "WWW-Authenticate: Basic realm=x",
              "Content-Length: 0");
      List<String> heads = new CopyOnWriteArrayList<>();
      try (RawServer server =
          new RawServer(
              socket -> {
                heads.add(RawServer.head(socket));
                write(socket, answer);
              })) {
        Transport transport = new ApacheTransport(settings(server.uri("http")));

        assertThat(read(transport)).isEqualTo(status.substring(0, 4));
        assertThat(heads).hasSize(1);
      }
    }
  }

  @Test
  void cookiesAreNotSentBack() throws Exception {
    List<String> heads = new CopyOnWriteArrayList<>();
    try (RawServer server =
        new RawServer(
            socket -> {
              heads.add(RawServer.head(socket));
              write(
                  socket,
                  RawServer.lines(
                      "HTTP/1.1 200 OK",
                      "Set-Cookie: a=b",
                      "Content-Length: 0",
                      "Connection: close"));
            })) {
      Transport transport = new ApacheTransport(settings(server.uri("http")));
      read(transport);
      read(transport);

      assertThat(heads).hasSize(2).noneMatch(head -> head.contains("Cookie"));
    }
  }

  @Test
  void aHeaderThatWouldBeMangledIsRefused() {
    Transport transport = new ApacheTransport(settings(URI.create("http://127.0.0.1:1")));

    for (String value : List.of("a\r\nb", "a\u0000", "ä", "😀")) {
      assertThatThrownBy(
              () -> transport.send(Transports.REQUEST, List.of(new Signature("X", value))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a header's value is not printable ASCII");
    }
  }

  @Test
  void nobodyListeningIsAFaultThatMayPass() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }

    Failure failure = fail(settings(URI.create("http://127.0.0.1:" + port)));

    assertThat(summary(failure, port))
        .isEqualTo("NETWORK conversation 42: 127.0.0.1:PORT refuses connections SOON");
    assertThat(failure.hint())
        .isEqualTo("check base_url and the network; where a proxy is needed, set HTTPS_PROXY");
  }

  @Test
  void anUnknownHostIsNamed() {
    Failure failure = fail(settings(URI.create("http://nowhere.invalid")));

    assertThat(summary(failure, 0))
        .isEqualTo("NETWORK conversation 42: nowhere.invalid has no address SOON");
  }

  @Test
  void aConnectionThatBreaksBeforeTheAnswerMayBeTriedAgain() throws Exception {
    List<RawServer.Script> breaks =
        List.of(
            RawServer::reset,
            socket -> {
              RawServer.head(socket);
              RawServer.reset(socket);
            },
            RawServer::head,
            socket -> {
              RawServer.head(socket);
              write(socket, "HTTP/1.1 200 OK\r\nContent-");
              RawServer.reset(socket);
            });
    for (RawServer.Script script : breaks) {
      try (RawServer server = new RawServer(script)) {
        assertThat(summary(fail(settings(server.uri("http"))), server.port()))
            .isEqualTo(
                "NETWORK conversation 42: 127.0.0.1:PORT closed the connection without an answer"
                    + " SOON");
      }
    }
  }

  @Test
  void aBodyCutShortMayBeTriedAgain() throws Exception {
    List<String> answers =
        List.of(
            "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{}",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{}",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n");
    for (String answer : answers) {
      try (RawServer server = RawServer.answering(answer)) {
        assertThat(summary(fail(settings(server.uri("http"))), server.port()))
            .as(answer)
            .isEqualTo("NETWORK conversation 42: the answer of 127.0.0.1:PORT broke off SOON");
      }
    }
  }

  @Test
  void aBodyThatIsResetMayBeTriedAgain() throws Exception {
    CountDownLatch read = new CountDownLatch(1);
    try (RawServer server =
        new RawServer(
            socket -> {
              RawServer.head(socket);
              write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{");
              read.await();
              RawServer.reset(socket);
            })) {
      Transport transport = new ApacheTransport(settings(server.uri("http")));
      try (Reply reply = transport.send(Transports.REQUEST, List.of())) {
        assertThat(reply.body().read()).isEqualTo('{');
        read.countDown();

        assertThatThrownBy(() -> reply.body().read())
            .isInstanceOf(Failure.class)
            .hasMessage("conversation 42: the answer of 127.0.0.1:" + server.port() + " broke off");
      }
    }
  }

  @Test
  void somethingElseThanHttpIsNotAnAnswer() throws Exception {
    for (String answer : List.of("SSH-2.0-OpenSSH_9\r\n\r\n", "\r\n\r\n{}\r\n", "\0\1\2\3\r\n")) {
      try (RawServer server = RawServer.answering(answer)) {
        assertThat(summary(fail(settings(server.uri("http"))), server.port()))
            .isEqualTo("BAD_ANSWER conversation 42: 127.0.0.1:PORT does not answer in HTTP NEVER");
      }
    }
  }

  @Test
  void aFloodOfHeadersIsCutOff() throws Exception {
    List<RawServer.Script> floods =
        List.of(
            socket -> {
              RawServer.head(socket);
              write(socket, "HTTP/1.1 200 OK\r\n");
              while (true) {
                write(socket, "A: b\r\n".repeat(100));
              }
            },
            socket -> {
              RawServer.head(socket);
              write(socket, "HTTP/1.1 200 OK\r\nA: ");
              while (true) {
                write(socket, "b".repeat(1000));
              }
            });
    for (RawServer.Script flood : floods) {
      try (RawServer server = new RawServer(flood)) {
        assertThat(summary(fail(settings(server.uri("http"))), server.port()))
            .isEqualTo(
                "BAD_ANSWER conversation 42: the headers of 127.0.0.1:PORT are too many or too"
                    + " long NEVER");
      }
    }
  }

  @Test
  void aBodyBeyondTheLimitIsCutOffAndNotDrained() throws Exception {
    try (RawServer server =
        new RawServer(
            socket -> {
              RawServer.head(socket);
              write(socket, "HTTP/1.1 200 OK\r\n\r\n");
              while (true) {
                write(socket, "x".repeat(10_000));
              }
            })) {
      Failure failure = fail(settings(server.uri("http")));

      assertThat(summary(failure, server.port()))
          .isEqualTo("BAD_ANSWER conversation 42: the answer is larger than 1 MiB NEVER");
      assertThat(failure.hint()).isEqualTo("--max-body allows more");
    }
  }

  @Test
  void theLimitCountsWhatCompressionUnfoldsTo() throws Exception {
    byte[] bomb = gzip("x".repeat(2 * 1024 * 1024));
    try (RawServer server = RawServer.answering(compressed(bomb, bomb.length))) {
      assertThat(bomb).hasSizeLessThan(10_000);
      assertThat(summary(fail(settings(server.uri("http"))), server.port()))
          .isEqualTo("BAD_ANSWER conversation 42: the answer is larger than 1 MiB NEVER");
    }
  }

  @Test
  void aCompressedBodyIsUnfolded() throws Exception {
    byte[] body = gzip("{\"id\":1}");
    try (RawServer server = RawServer.answering(compressed(body, body.length))) {
      Transport transport = new ApacheTransport(settings(server.uri("http")));

      assertThat(read(transport)).isEqualTo("200 {\"id\":1}");
    }
  }

  @Test
  void aCompressedBodyThatIsCutOrBrokenIsAFault() throws Exception {
    byte[] body = gzip("{\"id\":1}");
    byte[] cut = Arrays.copyOf(body, body.length - 9);
    byte[] broken = body.clone();
    broken[0] = 'x';
    try (RawServer server = RawServer.answering(compressed(cut, cut.length))) {
      assertThat(summary(fail(settings(server.uri("http"))), server.port()))
          .isEqualTo("NETWORK conversation 42: the answer of 127.0.0.1:PORT broke off SOON");
    }
    try (RawServer server = RawServer.answering(compressed(broken, broken.length))) {
      assertThat(summary(fail(settings(server.uri("http"))), server.port()))
          .isEqualTo(
              "BAD_ANSWER conversation 42: the answer of 127.0.0.1:PORT is not valid compressed"
                  + " data NEVER");
    }
  }

  @Test
  void anEncodingThatWasNotAskedForIsNotGuessedAt() throws Exception {
    try (RawServer server =
        RawServer.answering(
            "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 1\r\n\r\nx")) {
      assertThat(summary(fail(settings(server.uri("http"))), server.port()))
          .isEqualTo(
              "BAD_ANSWER conversation 42: the answer is encoded as br, which was not requested"
                  + " NEVER");
    }
  }

  @Test
  void aConnectionServesAgainOnceItsAnswerIsRead() throws Exception {
    byte[] body = gzip("{}");
    ByteArrayOutputStream chunked = new ByteArrayOutputStream();
    chunked.writeBytes(
        latin1(
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(body.length)
                + "\r\n"));
    chunked.writeBytes(body);
    chunked.writeBytes(latin1("\r\n0\r\n\r\n"));
    List<String> connections = new ArrayList<>();
    try (RawServer server =
        new RawServer(
            socket -> {
              connections.add("one");
              while (!RawServer.head(socket).isEmpty()) {
                socket.getOutputStream().write(chunked.toByteArray());
              }
            })) {
      Transport transport = new ApacheTransport(settings(server.uri("http")));

      assertThat(read(transport)).isEqualTo("200 {}");
      assertThat(read(transport)).isEqualTo("200 {}");
      assertThat(connections).containsExactly("one");
    }
  }

  @Test
  void aKeptConnectionGoneStaleIsToldFromAServerThatBreaks() throws Exception {
    try (RawServer server = RawServer.answering(OK)) {
      Transport transport = new ApacheTransport(settings(server.uri("http")));

      assertThat(read(transport)).isEqualTo("200 {}");
      assertThat(fail(transport).details().retry()).isEqualTo(Retry.FRESH);
      assertThat(read(transport)).isEqualTo("200 {}");
    }
  }

  @Test
  void anAnswerIsHandedOverWhileItArrives() throws Exception {
    CountDownLatch headSeen = new CountDownLatch(1);
    try (RawServer server =
        new RawServer(
            socket -> {
              RawServer.head(socket);
              write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{");
              headSeen.await();
              write(socket, "}");
            })) {
      Transport transport = new ApacheTransport(settings(server.uri("http")));
      try (Reply reply = transport.send(Transports.REQUEST, List.of())) {
        assertThat(reply.body().read()).isEqualTo('{');
        headSeen.countDown();
        assertThat(reply.body().read()).isEqualTo('}');
        assertThat(reply.body().read()).isEqualTo(-1);
      }
    }
  }

  @Test
  void closingAReplyDropsWhatWasNotRead() throws Exception {
    CountDownLatch gone = new CountDownLatch(1);
    try (RawServer server =
        new RawServer(
            socket -> {
              RawServer.head(socket);
              try {
                write(socket, "HTTP/1.1 200 OK\r\n\r\n");
                while (true) {
                  write(socket, "x".repeat(1000));
                }
              } finally {
                gone.countDown();
              }
            })) {
      Reply reply =
          new ApacheTransport(settings(server.uri("http"))).send(Transports.REQUEST, List.of());
      reply.close();
      reply.close();

      gone.await();
      assertThat(gone.getCount()).isZero();
    }
  }

  @Test
  void severalRequestsRunSideBySide() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    try (RawServer server =
        new RawServer(
            socket -> {
              RawServer.head(socket);
              both.countDown();
              both.await();
              write(socket, OK);
            })) {
      Transport transport = new ApacheTransport(settings(server.uri("http")));
      List<String> answers = new CopyOnWriteArrayList<>();
      Thread other = new Thread(() -> answers.add(read(transport)));
      other.start();
      answers.add(read(transport));
      other.join();

      assertThat(answers).containsExactly("200 {}", "200 {}");
    }
  }

  @Test
  void aUserWhoStopsTheRunIsNotATimeLimit() throws Exception {
    try (RawServer server = new RawServer(RawServer::hold).mayStayUnused()) {
      Settings one =
          new Settings(
              server.uri("http"),
              limits(Duration.ofSeconds(20), 1),
              uri -> Optional.empty(),
              List.of(),
              "convo");
      Thread.currentThread().interrupt();

      Failure failure = fail(new ApacheTransport(one));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(summary(failure, 0)).isEqualTo("INTERRUPTED conversation 42: stopped NEVER");
    }
  }

  private static byte[] compressed(byte[] body, int length) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    answer.writeBytes(
        latin1(
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + length + "\r\n\r\n"));
    answer.writeBytes(body);
    return answer.toByteArray();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(latin1(text));
    socket.getOutputStream().flush();
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}

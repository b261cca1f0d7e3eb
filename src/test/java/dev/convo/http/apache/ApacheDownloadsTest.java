package dev.convo.http.apache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Downloads;
import dev.convo.http.Proxies;
import dev.convo.http.Reply;
import dev.convo.http.Transport;
import dev.convo.http.Transport.Authorities;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ApacheDownloadsTest {
  private static final URI PLATFORM = URI.create("https://platform.invalid");
  private static final Duration LONG = Duration.ofDays(1);

  private final List<String> heads = new CopyOnWriteArrayList<>();

  @Test
  void onlyWhatAFileNeedsIsSent() throws Exception {
    try (RawServer server = answering("200 OK", "Set-Cookie: id=1; Path=/", "lamp");
        Downloads downloads = downloads(server.uri("http"), Map.of())) {
      URI file = server.uri("http").resolve("/a%2Fb//c;d=1/../x.jpg?X-Sig=%2B+a=&b");

      assertThat(read(downloads, file, Map.of("Range", "bytes=2-"))).isEqualTo("200 lamp");
      assertThat(read(downloads, file, Map.of())).isEqualTo("200 lamp");

      assertThat(heads)
          .containsExactly(
              RawServer.lines(
                  "GET /a%2Fb//c;d=1/../x.jpg?X-Sig=%2B+a=&b HTTP/1.1",
                  "Accept: */*",
                  "Accept-Encoding: identity",
                  "Range: bytes=2-",
                  "Host: 127.0.0.1:" + server.port(),
                  "Connection: keep-alive",
                  "User-Agent: convo/test"),
              RawServer.lines(
                  "GET /a%2Fb//c;d=1/../x.jpg?X-Sig=%2B+a=&b HTTP/1.1",
                  "Accept: */*",
                  "Accept-Encoding: identity",
                  "Host: 127.0.0.1:" + server.port(),
                  "Connection: keep-alive",
                  "User-Agent: convo/test"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic realm=x", "Bearer", "Digest realm=x, nonce=y", "Negotiate"})
  void aChallengeIsNotAnswered(String challenge) throws Exception {
    try (RawServer server =
            answering("401 Unauthorized", "WWW-Authenticate: " + challenge, "log in");
        Downloads downloads = downloads(server.uri("http"), Map.of())) {
      assertThat(read(downloads, server.uri("http"), Map.of())).isEqualTo("401 log in");
      assertThat(heads).hasSize(1).noneMatch(head -> head.contains("uthorization"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"301", "302", "303", "307", "308"})
  void aRedirectIsNotFollowed(String status) throws Exception {
    try (RawServer server = answering(status + " Elsewhere", "Location: /away", "");
        Downloads downloads = downloads(server.uri("http"), Map.of())) {
      assertThat(read(downloads, server.uri("http"), Map.of())).isEqualTo(status + " ");
      assertThat(heads).hasSize(1);
    }
  }

  /** A look-up is the last thing before connecting: what looks public may lead here. */
  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "0.0.0.0", "2130706433"})
  void aNameThatLeadsToThisMachineIsNotConnectedTo(String host) throws Exception {
    try (RawServer server = answering("200 OK", "A: b", "secret").mayStayUnused();
        Downloads downloads = downloads(PLATFORM, Map.of())) {
      Failure failure = failure(downloads, URI.create("http://" + host + ":" + server.port()));

      assertThat(failure.kind()).isEqualTo(Kind.FORBIDDEN);
      assertThat(failure.message()).startsWith("file 1: ").endsWith("which is not public");
      assertThat(heads).isEmpty();
    }
  }

  @Test
  void thePlatformsOwnAddressMayBePrivateButAnotherPortOfItMayNot() throws Exception {
    try (RawServer server = answering("200 OK", "A: b", "lamp");
        RawServer other = answering("200 OK", "A: b", "secret").mayStayUnused();
        Downloads downloads = downloads(server.uri("http"), Map.of())) {
      assertThat(read(downloads, server.uri("http"), Map.of())).isEqualTo("200 lamp");

      assertThat(failure(downloads, other.uri("http")))
          .hasMessage(
              "file 1: 127.0.0.1:"
                  + other.port()
                  + " has the address 127.0.0.1, which is not public");
      assertThat(heads).hasSize(1);
    }
  }

  @Test
  void oneAddressThatIsNotPublicIsOneTooMany() throws Exception {
    InetAddress[] mixed = addresses("1.1.1.1", "10.0.0.7");
    InetAddress[] open = addresses("1.1.1.1", "2600:1f18::1");

    assertThat(InterruptibleDns.checked(open)).isEqualTo(open);
    assertThatThrownBy(() -> InterruptibleDns.checked(mixed))
        .isInstanceOf(InterruptibleDns.NotPublic.class)
        .hasMessage("10.0.0.7");
    assertThatThrownBy(() -> new InterruptibleDns(true).resolve("127.0.0.1"))
        .isInstanceOf(InterruptibleDns.NotPublic.class);
  }

  @Test
  void aProxyIsConnectedToWhereverItIs(@TempDir Path folder) throws Exception {
    Authority authority = new Authority("Convo Test Authority");
    List<Authorities> authorities =
        List.of(new Authorities(authority.writeTo(folder.resolve("a.pem")), "--ca-bundle"));
    ConnectProxy connect = new ConnectProxy();
    try (RawServer files =
            new RawServer(
                authority.sockets(
                    Authority.host("files.example.com"),
                    java.time.Instant.now().minus(LONG),
                    java.time.Instant.now().plus(LONG)),
                socket -> answer(socket, "200 OK", "A: b", "lamp"));
        RawServer proxy = new RawServer(connect);
        Downloads downloads =
            new ApacheDownloads(
                settings(
                    PLATFORM,
                    Map.of("HTTPS_PROXY", "http://me:word@127.0.0.1:" + proxy.port()),
                    authorities,
                    Duration.ofSeconds(20)))) {
      URI file = URI.create("https://files.example.com:" + files.port() + "/x");

      assertThat(read(downloads, file, Map.of())).isEqualTo("200 lamp");

      assertThat(connect.heads().get(0))
          .startsWith("CONNECT files.example.com:")
          .contains("Proxy-Authorization: Basic");
      assertThat(heads).hasSize(1).noneMatch(head -> head.contains("uthorization"));
    }
  }

  @Test
  void whatIsCompressedAllTheSameIsUnfolded() throws Exception {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write("lamp".getBytes(StandardCharsets.US_ASCII));
    }
    String body = compressed.toString(StandardCharsets.ISO_8859_1);
    try (RawServer server = answering("200 OK", "Content-Encoding: gzip", body);
        Downloads downloads = downloads(server.uri("http"), Map.of())) {
      assertThat(read(downloads, server.uri("http"), Map.of())).isEqualTo("200 lamp");
    }
  }

  @Test
  void aFileThatStallsEndsWithTheLimit() throws Exception {
    List<RawServer.Script> silences =
        List.of(
            RawServer::hold,
            socket -> {
              socket
                  .getOutputStream()
                  .write(
                      "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nla"
                          .getBytes(StandardCharsets.US_ASCII));
              RawServer.hold(socket);
            });
    for (RawServer.Script silence : silences) {
      try (RawServer server = new RawServer(silence);
          Downloads downloads =
              new ApacheDownloads(
                  settings(server.uri("http"), Map.of(), List.of(), Duration.ofMillis(300)))) {
        Failure failure = failure(downloads, server.uri("http"));

        assertThat(failure)
            .hasMessage(
                "file 1: no complete answer from 127.0.0.1:" + server.port() + " within 300 ms");
        assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
      }
    }
  }

  @Test
  void lessThanWasAnnouncedBreaksOffAndMoreIsCut() throws Exception {
    try (RawServer less = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nlamp");
        Downloads downloads = downloads(less.uri("http"), Map.of())) {
      assertThat(failure(downloads, less.uri("http")))
          .hasMessage("file 1: the answer of 127.0.0.1:" + less.port() + " broke off");
    }
    try (RawServer more =
            RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nlamps and more");
        Downloads downloads = downloads(more.uri("http"), Map.of())) {
      assertThat(read(downloads, more.uri("http"), Map.of())).isEqualTo("200 lamp");
    }
  }

  @Test
  void whatIsClosedBeforeItWasUsedOpenedNothing() {
    Downloads downloads = downloads(PLATFORM, Map.of());

    downloads.close();

    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("convo-files");
  }

  private RawServer answering(String status, String header, String body) throws IOException {
    return new RawServer(
        socket -> {
          while (answer(socket, status, header, body)) {
            // The next request of the same connection.
          }
        });
  }

  private boolean answer(java.net.Socket socket, String status, String header, String body)
      throws IOException {
    String head = RawServer.head(socket);
    if (head.isEmpty()) {
      return false;
    }
    heads.add(head);
    String answer =
        RawServer.lines("HTTP/1.1 " + status, header, "Content-Length: " + body.length()) + body;
    socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
    return true;
  }

  private static Downloads downloads(URI own, Map<String, String> variables) {
    return new ApacheDownloads(settings(own, variables, List.of(), Duration.ofSeconds(10)));
  }

  private static Transport.Settings settings(
      URI own, Map<String, String> variables, List<Authorities> authorities, Duration timeout) {
    return new Transport.Settings(
        own,
        Transports.limits(timeout, 2),
        new Proxies(variables, null, "")::forBase,
        authorities,
        "convo/test");
  }

  private static String read(Downloads downloads, URI file, Map<String, String> headers) {
    try (Reply reply = downloads.get("file 1", file, headers, LONG)) {
      return reply.status() + " " + new String(reply.body().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Failure failure(Downloads downloads, URI file) {
    return catchThrowableOfType(Failure.class, () -> read(downloads, file, Map.of()));
  }

  private static InetAddress[] addresses(String... texts) throws UnknownHostException {
    InetAddress[] addresses = new InetAddress[texts.length];
    for (int i = 0; i < texts.length; i++) {
      addresses[i] = InetAddress.getByName(texts[i]);
    }
    return addresses;
  }
}

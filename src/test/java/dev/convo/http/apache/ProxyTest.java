package dev.convo.http.apache;

import static dev.convo.http.apache.Transports.fail;
import static dev.convo.http.apache.Transports.read;
import static dev.convo.http.apache.Transports.summary;
import static dev.convo.http.apache.Transports.through;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.failure.Details.Retry;
import dev.convo.failure.Failure;
import dev.convo.http.Transport;
import dev.convo.http.Transport.Authorities;
import dev.convo.http.Transport.Settings;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ProxyTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
  private static final URI PLATFORM = URI.create("https://platform.invalid");

  private final Authority authority;
  private final List<Authorities> authorities;

  ProxyTest(@TempDir Path folder) throws Exception {
    authority = new Authority("Convo Test Authority");
    authorities =
        List.of(new Authorities(authority.writeTo(folder.resolve("a.pem")), "--ca-bundle"));
  }

  @Test
  void aRequestGoesThroughATunnelWithTheProxysPassword() throws Exception {
    ConnectProxy connect = new ConnectProxy();
    try (RawServer platform = platform(2);
        RawServer server = new RawServer(connect)) {
      URI proxy = URI.create("http://me:p%40ss%2B+w@127.0.0.1:" + server.port());
      Transport transport = new ApacheTransport(tunnel(proxy, platform.uri("https")));

      assertThat(read(transport)).isEqualTo("200 {}");
      assertThat(read(transport)).isEqualTo("200 {}");

      assertThat(connect.heads())
          .containsExactly(
              RawServer.lines(
                  "CONNECT 127.0.0.1:" + platform.port() + " HTTP/1.1",
                  "Host: 127.0.0.1:" + platform.port(),
                  "User-Agent: convo/test",
                  "Proxy-Authorization: Basic bWU6cEBzcysrdw=="));
    }
  }

  @Test
  void aPlainRequestIsGivenToTheProxyWithThePassword() throws Exception {
    List<String> heads = new CopyOnWriteArrayList<>();
    try (RawServer server =
        new RawServer(
            socket -> {
              heads.add(RawServer.head(socket));
              socket.getOutputStream().write(OK.getBytes(StandardCharsets.US_ASCII));
            })) {
      URI proxy = URI.create("http://me:word@127.0.0.1:" + server.port());

      assertThat(read(new ApacheTransport(through(proxy, URI.create("http://platform.invalid")))))
          .isEqualTo("200 {}");
      assertThat(heads)
          .containsExactly(
              RawServer.lines(
                  "GET http://platform.invalid/conversations/42 HTTP/1.1",
                  "Accept: application/json",
                  "Accept-Encoding: gzip",
                  "Proxy-Authorization: Basic bWU6d29yZA==",
                  "Host: platform.invalid",
                  "User-Agent: convo/test"));
    }
  }

  @Test
  void aProxysRefusalIsToldFromThePlatformsAnswer() throws Exception {
    Failure failure = refused("403 Forbidden", "Content-Length: 2", "{}");

    assertThat(failure.message())
        .isEqualTo(
            "conversation 42: the proxy 127.0.0.1:PORT (HTTPS_PROXY) refuses to connect to"
                + " platform.invalid (HTTP 403)");
    assertThat(failure.hint()).isEqualTo("check HTTPS_PROXY, or name platform.invalid in NO_PROXY");
    assertThat(failure.details().retry()).isEqualTo(Retry.NEVER);
  }

  @Test
  void aProxyThatWantsAPasswordSaysWhereToPutIt() throws Exception {
    Failure failure =
        refused("407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=x", "");

    assertThat(failure.message())
        .isEqualTo(
            "conversation 42: the proxy 127.0.0.1:PORT (HTTPS_PROXY) requires a password (HTTP"
                + " 407)");
    assertThat(failure.hint())
        .isEqualTo("write it as http://USER:PASSWORD@HOST:PORT in HTTPS_PROXY");
  }

  @Test
  void aProxyThatCannotReachThePlatformMayBeAskedAgain() throws Exception {
    assertThat(refused("503 Service Unavailable", "Content-Length: 0", "").details().retry())
        .isEqualTo(Retry.SOON);
  }

  @Test
  void aProxyThatIsNotThereIsTheProxysFault() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }

    Failure failure = fail(through(URI.create("http://me:secret@127.0.0.1:" + port), PLATFORM));

    assertThat(summary(failure, port))
        .isEqualTo(
            "PROXY conversation 42: the proxy 127.0.0.1:PORT (HTTPS_PROXY) refuses connections"
                + " SOON");
    assertThat(failure.hint()).isEqualTo("check HTTPS_PROXY");
  }

  @Test
  void aProxyThatHangsUpIsTheProxysFault() throws Exception {
    try (RawServer server = new RawServer(RawServer::head)) {
      assertThat(summary(fail(through(server.uri("http"), PLATFORM)), server.port()))
          .isEqualTo(
              "PROXY conversation 42: the proxy 127.0.0.1:PORT (HTTPS_PROXY) closed the connection"
                  + " without an answer SOON");
    }
  }

  @Test
  void aPlatformThatIsNotTrustedIsNotTheProxysFault() throws Exception {
    try (RawServer platform = platform(1);
        RawServer server = new RawServer(new ConnectProxy())) {
      assertThat(summary(fail(through(server.uri("http"), platform.uri("https"))), platform.port()))
          .isEqualTo(
              "TLS conversation 42: the certificate of 127.0.0.1:PORT comes from an authority that"
                  + " is not trusted: CN=Convo Test Authority NEVER");
    }
  }

  @Test
  void aTunnelThatBreaksInTheFirstRequestIsNotAStaleOne() throws Exception {
    try (RawServer platform = platform(0);
        RawServer server = new RawServer(new ConnectProxy())) {
      assertThat(summary(fail(tunnel(server.uri("http"), platform.uri("https"))), platform.port()))
          .isEqualTo(
              "NETWORK conversation 42: 127.0.0.1:PORT closed the connection without an answer"
                  + " SOON");
    }
  }

  @Test
  void aKeptTunnelGoneStaleIsReplaced() throws Exception {
    try (RawServer platform = platform(1);
        RawServer server = new RawServer(new ConnectProxy())) {
      Transport transport = new ApacheTransport(tunnel(server.uri("http"), platform.uri("https")));

      assertThat(read(transport)).isEqualTo("200 {}");
      assertThat(fail(transport).details().retry()).isEqualTo(Retry.FRESH);
    }
  }

  @Test
  void aProxyThatSpeaksTlsItselfIsUsed() throws Exception {
    try (RawServer platform = platform(1);
        RawServer server = new RawServer(authority.sockets(), new ConnectProxy())) {
      assertThat(read(new ApacheTransport(tunnel(server.uri("https"), platform.uri("https")))))
          .isEqualTo("200 {}");
    }
  }

  /** A platform whose connections serve so many requests each, and then hang up. */
  private RawServer platform(int requests) throws Exception {
    return new RawServer(
        authority.sockets(),
        socket -> {
          for (int i = 0; i < requests; i++) {
            RawServer.head(socket);
            socket.getOutputStream().write(OK.getBytes(StandardCharsets.US_ASCII));
          }
          RawServer.head(socket);
        });
  }

  private Settings tunnel(URI proxy, URI base) {
    return through(proxy, base, authorities);
  }

  private static Failure refused(String status, String header, String body) throws Exception {
    try (RawServer server =
        RawServer.answering(RawServer.lines("HTTP/1.1 " + status, header) + body)) {
      Failure failure = fail(through(server.uri("http"), PLATFORM));
      return new Failure(
          failure.kind(),
          failure.message().replace(":" + server.port(), ":PORT"),
          failure.hint(),
          failure.details(),
          null);
    }
  }
}

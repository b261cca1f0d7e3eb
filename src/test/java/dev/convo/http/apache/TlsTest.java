package dev.convo.http.apache;

import static dev.convo.http.apache.Transports.fail;
import static dev.convo.http.apache.Transports.read;
import static dev.convo.http.apache.Transports.settings;
import static dev.convo.http.apache.Transports.summary;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.failure.Failure;
import dev.convo.http.Transport.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TlsTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

  private final Instant now = Instant.now();
  private final Path folder;
  private final Authority authority;
  private final Path file;

  TlsTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    authority = new Authority("Convo Test Authority");
    file = authority.writeTo(folder.resolve("authority.pem"));
  }

  @Test
  void anAuthorityThatTheUserNamesIsTrusted() throws Exception {
    try (RawServer server = serving(authority.sockets())) {
      assertThat(read(new ApacheTransport(trusting(server.uri("https"), file))))
          .isEqualTo("200 {}");
    }
  }

  @Test
  void anAuthorityThatNobodyNamesIsNot() throws Exception {
    try (RawServer server = serving(authority.sockets())) {
      Failure failure = fail(settings(server.uri("https")));

      assertThat(summary(failure, server.port()))
          .isEqualTo(
              "TLS conversation 42: the certificate of 127.0.0.1:PORT comes from an authority that"
                  + " is not trusted: CN=Convo Test Authority NEVER");
      assertThat(failure.hint())
          .isEqualTo(
              "if that is your company's, set ca_bundle = \"FILE.pem\" in the profile, or"
                  + " --ca-bundle FILE.pem");
    }
  }

  @Test
  void aCertificateSignedByItselfIsNamed() throws Exception {
    try (RawServer server = serving(authority.ownSockets())) {
      assertThat(summary(fail(settings(server.uri("https"))), server.port()))
          .isEqualTo(
              "TLS conversation 42: the certificate of 127.0.0.1:PORT is self-signed: CN=Convo Test"
                  + " Authority NEVER");
    }
  }

  @Test
  void anExpiredCertificateSaysSinceWhen() throws Exception {
    ServerSocketFactory expired =
        authority.sockets(
            Authority.address(127, 0, 0, 1), now.minus(Duration.ofDays(3)), day("2026-01-31"));
    try (RawServer server = serving(expired)) {
      assertThat(summary(fail(trusting(server.uri("https"), file)), server.port()))
          .isEqualTo(
              "TLS conversation 42: the certificate of 127.0.0.1:PORT expired on 2026-01-31"
                  + " NEVER");
    }
  }

  @Test
  void aCertificateOfTheFutureSaysFromWhen() throws Exception {
    ServerSocketFactory early =
        authority.sockets(Authority.address(127, 0, 0, 1), day("2120-01-31"), day("2121-01-31"));
    try (RawServer server = serving(early)) {
      assertThat(summary(fail(trusting(server.uri("https"), file)), server.port()))
          .isEqualTo(
              "TLS conversation 42: the certificate of 127.0.0.1:PORT is not valid before"
                  + " 2120-01-31 NEVER");
    }
  }

  @Test
  void aCertificateForAnotherHostSaysForWhich() throws Exception {
    ServerSocketFactory other =
        authority.sockets(
            Authority.host("other.example"),
            now.minus(Duration.ofDays(1)),
            now.plus(Duration.ofDays(1)));
    try (RawServer server = serving(other)) {
      assertThat(summary(fail(trusting(server.uri("https"), file)), server.port()))
          .isEqualTo(
              "TLS conversation 42: the certificate of 127.0.0.1:PORT is for other.example only"
                  + " NEVER");
    }
  }

  @Test
  void aServerThatRefusesTheHandshakeIsTakenAtItsWord() throws Exception {
    assertThat(alerted(70))
        .isEqualTo(
            "TLS conversation 42: 127.0.0.1:PORT speaks a version of TLS that is too old NEVER");
    assertThat(alerted(40))
        .isEqualTo(
            "TLS conversation 42: 127.0.0.1:PORT refuses a TLS connection (handshake_failure)"
                + " NEVER");
  }

  /** What is told of a server that sends this alert (RFC 5246, section 7.2). */
  private static String alerted(int description) throws Exception {
    try (RawServer server =
        new RawServer(
            socket -> {
              socket.getInputStream().read();
              socket.getOutputStream().write(new byte[] {0x15, 3, 3, 0, 2, 2, (byte) description});
              RawServer.hold(socket);
            })) {
      return summary(fail(settings(server.uri("https"))), server.port());
    }
  }

  @Test
  void aServerWithoutTlsSaysSo() throws Exception {
    try (RawServer server =
        new RawServer(
            socket -> {
              socket.getInputStream().read();
              socket
                  .getOutputStream()
                  .write("HTTP/1.1 400 Bad\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            })) {
      assertThat(summary(fail(settings(server.uri("https"))), server.port()))
          .isEqualTo("TLS conversation 42: 127.0.0.1:PORT does not speak TLS NEVER");
    }
  }

  @Test
  void plainHttpToATlsPortIsAnsweredWithHttps() throws Exception {
    try (RawServer server =
        new RawServer(
            socket -> {
              socket.getInputStream().read();
              socket.getOutputStream().write(new byte[] {0x15, 3, 3, 0, 2, 2, 80});
              RawServer.hold(socket);
            })) {
      Failure failure = fail(settings(server.uri("http")));

      assertThat(summary(failure, server.port()))
          .isEqualTo(
              "TLS conversation 42: 127.0.0.1:PORT expects TLS, but the base URL begins with"
                  + " http:// NEVER");
      assertThat(failure.hint()).isEqualTo("write https:// in the base URL");
    }
    try (RawServer server = serving(authority.sockets())) {
      assertThat(summary(fail(settings(server.uri("http"))), server.port()))
          .isEqualTo(
              "TLS conversation 42: 127.0.0.1:PORT expects TLS, but the base URL begins with"
                  + " http:// NEVER");
    }
  }

  @Test
  void aHandshakeThatBreaksMayBeTriedAgain() throws Exception {
    List<RawServer.Script> breaks =
        List.of(
            RawServer::reset,
            socket -> {
              socket.getInputStream().read();
              RawServer.reset(socket);
            },
            socket -> socket.getInputStream().read());
    for (RawServer.Script script : breaks) {
      try (RawServer server = new RawServer(script)) {
        assertThat(summary(fail(settings(server.uri("https"))), server.port()))
            .isEqualTo(
                "NETWORK conversation 42: 127.0.0.1:PORT closed the connection without an answer"
                    + " SOON");
      }
    }
  }

  @Test
  void anEncryptedBodyCutShortMayBeTriedAgain() throws Exception {
    RawServer.Script cut =
        socket -> {
          RawServer.head(socket);
          socket
              .getOutputStream()
              .write(
                  "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}"
                      .getBytes(StandardCharsets.US_ASCII));
        };
    try (RawServer server = new RawServer(authority.sockets(), cut)) {
      assertThat(summary(fail(trusting(server.uri("https"), file)), server.port()))
          .isEqualTo("NETWORK conversation 42: the answer of 127.0.0.1:PORT broke off SOON");
    }
  }

  @Test
  void anEncryptedSilenceEndsWithTheLimit() throws Exception {
    try (RawServer server = new RawServer(authority.sockets(), RawServer::hold)) {
      Settings hasty = Transports.trusting(server.uri("https"), Duration.ofMillis(700), file);
      assertThat(summary(fail(hasty), server.port()))
          .isEqualTo(
              "TIMEOUT conversation 42: no complete answer from 127.0.0.1:PORT within 700 ms"
                  + " NEVER");
    }
  }

  @Test
  void aFileWithoutAnyCertificateIsAFaultThatNamesItAndItsSource() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing\n");
    Path broken =
        Files.writeString(
            folder.resolve("broken.pem"),
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    Path missing = folder.resolve("missing.pem");

    assertThat(
            List.of(empty, broken, missing, folder).stream()
                .map(path -> fail(trusting(URI.create("https://127.0.0.1:1"), path)))
                .map(failure -> summary(failure, 0).replace(folder.toString(), "DIR")))
        .containsExactly(
            "CONFIG --ca-bundle: the file DIR/empty.pem contains no certificate NEVER",
            "CONFIG --ca-bundle: the file DIR/broken.pem contains a damaged certificate NEVER",
            "CONFIG --ca-bundle: the file DIR/missing.pem does not exist NEVER",
            "CONFIG --ca-bundle: the file DIR is not a regular file NEVER");
  }

  @Test
  void withoutTlsNoAuthoritiesAreRead() throws Exception {
    try (RawServer server = RawServer.answering(OK)) {
      Settings settings = trusting(server.uri("http"), folder.resolve("missing.pem"));

      assertThat(read(new ApacheTransport(settings))).isEqualTo("200 {}");
    }
  }

  /** The connection itself stays open: only a close_notify ends what the server reads. */
  @Test
  void theEndOfAConnectionIsNotifiedAndNoReplyAwaited() throws Exception {
    CompletableFuture<Boolean> notified = new CompletableFuture<>();
    RawServer.Script script =
        socket -> {
          RawServer.head(socket);
          socket.getOutputStream().write(OK.getBytes(StandardCharsets.US_ASCII));
          RawServer.hold(socket);
          notified.complete(true);
          new CountDownLatch(1).await();
        };
    try (RawServer server = new RawServer(authority.sockets(), script)) {
      ApacheTransport transport = new ApacheTransport(trusting(server.uri("https"), file));
      assertThat(read(transport)).isEqualTo("200 {}");

      transport.close();

      assertThat(notified.get()).isTrue();
    }
  }

  private static RawServer serving(ServerSocketFactory sockets) throws IOException {
    return new RawServer(
        sockets,
        socket -> {
          RawServer.head(socket);
          socket.getOutputStream().write(OK.getBytes(StandardCharsets.US_ASCII));
        });
  }

  private static Settings trusting(URI base, Path file) {
    return Transports.trusting(base, Duration.ofSeconds(20), file);
  }

  private static Instant day(String date) {
    return Instant.parse(date + "T12:00:00Z");
  }
}

package dev.convo.hostile;

import static dev.convo.hostile.Scene.ok;
import static dev.convo.hostile.Scene.status;
import static dev.convo.hostile.Scene.write;

import dev.convo.Golden;
import dev.convo.http.apache.Authority;
import dev.convo.http.apache.ConnectProxy;
import dev.convo.http.apache.RawServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees of certificates that do not fit, and of proxies that do not serve. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TrustTest {
  private static final String ASK = "workspace 42";
  private static final String FOUND = "{\"_id\":\"42\",\"messages\":[]}";
  private static final RawServer.Script ANSWER =
      socket -> {
        RawServer.head(socket);
        write(socket, ok(FOUND));
      };

  private final Instant now = Instant.now();
  private final Path home;
  private final Scene scene;
  private final Authority authority;
  private final String trusting;

  TrustTest(@TempDir Path home) throws Exception {
    this.home = home;
    scene = new Scene(home);
    authority = new Authority("Convo Test Authority");
    trusting = ASK + " --ca-bundle " + authority.writeTo(home.resolve("authority.pem"));
  }

  @BeforeEach
  void nameTheFault() throws IOException {
    Files.writeString(home.resolve("nothing.pem"), "nothing\n");
    Files.writeString(
        home.resolve("broken.pem"),
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
  }

  @Test
  void certificatesThatDoNotFitAreToldApart() throws Exception {
    byte[] here = Authority.address(127, 0, 0, 1);
    Instant yesterday = now.minus(Duration.ofDays(1));
    Instant tomorrow = now.plus(Duration.ofDays(1));

    secured("an authority that is given", trusting, authority.sockets());
    secured("an authority that is not given", ASK, authority.sockets());
    secured("signed by itself", ASK, authority.ownSockets());
    secured(
        "expired",
        trusting,
        authority.sockets(
            here, now.minus(Duration.ofDays(3)), Instant.parse("2026-01-31T12:00:00Z")));
    secured(
        "not yet valid",
        trusting,
        authority.sockets(
            here, Instant.parse("2120-01-31T12:00:00Z"), Instant.parse("2121-01-31T12:00:00Z")));
    secured(
        "of another host",
        trusting,
        authority.sockets(Authority.host("other.example"), yesterday, tomorrow));
    scene.run("a PEM that is none", pem("nothing.pem"), URI.create("https://127.0.0.1:1"));
    scene.run("a PEM that is broken", pem("broken.pem"), URI.create("https://127.0.0.1:1"));
    scene.run("a PEM that is not there", pem("missing.pem"), URI.create("https://127.0.0.1:1"));
    try (RawServer server = new RawServer(socket -> tls10(socket.getOutputStream()::write))) {
      scene.run("TLS 1.0 only", ASK, server.uri("https"));
    }
    try (RawServer server =
        new RawServer(
            socket -> {
              socket.getInputStream().read();
              write(socket, status("400 Bad Request", ""));
            })) {
      scene.run("no TLS", ASK, server.uri("https"));
    }
    try (RawServer server = new RawServer(RawServer::hold)) {
      scene.run("a silent handshake", ASK + " --timeout 300ms", server.uri("https"));
      scene.run("a handshake of more than 5 s", ASK + " --retries 0", server.uri("https"));
    }
    try (RawServer server = new RawServer(authority.sockets(), RawServer::hold)) {
      scene.run("silence behind the handshake", trusting + " --timeout 900ms", server.uri("https"));
    }

    Golden.check("hostile/tls.txt", scene.told());
  }

  @Test
  void proxiesThatDoNotServeAreToldFromThePlatform() throws Exception {
    ServerSocketFactory platform =
        authority.sockets(
            Authority.host("api.test"),
            now.minus(Duration.ofDays(1)),
            now.plus(Duration.ofDays(1)));
    try (RawServer server = new RawServer(platform, ANSWER)) {
      URI base = URI.create("https://api.test:" + server.port());
      proxied("a proxy that serves", base, new ConnectProxy());
      proxied("refused by rule", base, answer("403 Forbidden"));
      proxied("a password is wanted", base, answer("407 Proxy Authentication Required"));
      proxied("the platform is out of its reach", base, answer("502 Bad Gateway"));
      proxied("redirected", base, answer("302 Found"));
      proxied("a page instead of a tunnel", base, answer("500 Internal Server Error"));
      proxied("hangs up", base, RawServer::head);
      proxied("no HTTP", base, socket -> write(socket, "SSH-2.0-OpenSSH_9\r\n\r\n"));
      proxied("closes the tunnel", base, answer("200 Connected"));
      proxied("resets", base, RawServer::reset);
      try (RawServer proxy = new RawServer(answer("407 Proxy Authentication Required"))) {
        scene.with("HTTPS_PROXY", "http://user:pr0xy-s3cret@127.0.0.1:" + proxy.port());
        scene.run("the password is refused", trusting, base);
      }
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        scene.with("HTTPS_PROXY", "http://127.0.0.1:" + free.getLocalPort());
      }
      scene.run("nobody listens", trusting, base);
      scene.with("HTTPS_PROXY", "http://proxy.invalid:3128");
      scene.run("no address", trusting, base);
      scene.with("HTTPS_PROXY", "socks5://127.0.0.1:1080");
      scene.run("another kind of proxy", trusting, base);
      scene.with("HTTPS_PROXY", "not a proxy");
      scene.run("no address at all", trusting, base);
    }
    plain("plain HTTP: a proxy that serves", status("200 OK", FOUND));
    plain("plain HTTP: a password is wanted", status("407 Proxy Authentication Required", ""));
    plain("plain HTTP: the platform is out of its reach", status("502 Bad Gateway", ""));
    plain("plain HTTP: hangs up", "");
    try (RawServer silent = new RawServer(RawServer::hold)) {
      scene.with("HTTPS_PROXY", silent.uri("http").toString());
      scene.run("silent", trusting + " --timeout 300ms", URI.create("https://api.test:443"));
    }

    Golden.check("hostile/proxies.txt", scene.told());
  }

  private void secured(String name, String line, ServerSocketFactory sockets) throws IOException {
    try (RawServer server = new RawServer(sockets, ANSWER)) {
      scene.run(name, line, server.uri("https"));
    }
  }

  private void proxied(String name, URI base, RawServer.Script script) throws IOException {
    try (RawServer proxy = new RawServer(script)) {
      scene.with("HTTPS_PROXY", proxy.uri("http").toString());
      scene.run(name, trusting, base);
    }
  }

  private void plain(String name, String answer) throws IOException {
    try (RawServer proxy = RawServer.answering(answer)) {
      scene.with("HTTP_PROXY", proxy.uri("http").toString());
      scene.run(name, ASK, URI.create("http://api.test:8080"), "allow_http = true");
    }
  }

  private String pem(String file) {
    return ASK + " --ca-bundle " + home.resolve(file);
  }

  private static RawServer.Script answer(String status) {
    return socket -> {
      RawServer.head(socket);
      write(socket, "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nLocation: http://x/\r\n\r\n");
    };
  }

  private interface Out {
    void write(byte[] octets) throws IOException;
  }

  /** A ServerHello of TLS 1.0 (RFC 2246, section 7.4.1.3), which the client must not accept. */
  private static void tls10(Out out) throws IOException {
    byte[] hello = new byte[47];
    byte[] head = {0x16, 3, 1, 0, 42, 2, 0, 0, 38, 3, 1};
    System.arraycopy(head, 0, hello, 0, head.length);
    hello[44] = (byte) 0xc0; // TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA: every JDK still offers it
    hello[45] = 0x13;
    out.write(hello);
  }
}

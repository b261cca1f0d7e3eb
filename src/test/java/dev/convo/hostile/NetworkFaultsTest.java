package dev.convo.hostile;

import static dev.convo.hostile.Scene.joined;
import static dev.convo.hostile.Scene.ok;
import static dev.convo.hostile.Scene.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.convo.Golden;
import dev.convo.http.apache.RawServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees of a network that breaks, from the first byte to the exit code. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NetworkFaultsTest {
  private static final String ASK = "workspace 42";
  private static final String HASTY = "workspace 42 --timeout 300ms";
  private static final String FOUND = "{\"_id\":\"42\",\"messages\":[]}";
  private static final String OK = "HTTP/1.1 200 OK\r\n";

  private static final byte[] IPV6_LOOPBACK = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

  @TempDir Path home;
  private Scene scene = new Scene(Path.of(""));

  @BeforeEach
  void start() {
    scene = new Scene(home);
  }

  @Test
  void connectionsThatBreakAreToldApart() throws Exception {
    URI nobody;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = URI.create("http://127.0.0.1:" + free.getLocalPort());
    }
    scene.run("nobody listens", ASK, nobody);
    scene.run("a host without address", ASK, URI.create("http://n.invalid:1"), "allow_http = true");
    scene.served("reset at once", ASK, RawServer::reset);
    scene.served("closed at once", ASK, socket -> {});
    scene.served("reset after the request", ASK, after("", RawServer::reset));
    scene.served("closed after the request", ASK, RawServer::head);
    scene.served("reset within the head", ASK, after(OK + "Content-", RawServer::reset));
    scene.answered("closed within the head", ASK, OK + "Content-");
    scene.answered("closed behind the first line", ASK, OK);
    String sized = OK + "Content-Length: 40\r\n\r\n";
    scene.served("reset behind the head", ASK, after(sized, RawServer::reset));
    scene.served("reset within the body", ASK, after(sized + "{\"_id\":", RawServer::reset));
    scene.served("reset within a chunk", ASK, after(chunked("1a\r\n{"), RawServer::reset));
    scene.answered("closed behind the head", ASK, sized);
    scene.answered("closed within the body", ASK, sized + "{\"_id\":");
    scene.answered("closed within a body without length", ASK, OK + "\r\n{\"_id\":");
    scene.served("silent before the head", HASTY, after("", RawServer::hold));
    scene.served("silent within the head", HASTY, after(OK + "A: ", RawServer::hold));
    scene.served("silent behind the head", HASTY, after(OK + "\r\n", RawServer::hold));
    scene.served("silent within the body", HASTY, after(OK + "\r\n{", RawServer::hold));
    scene.served("silent behind the body", HASTY, after(sized + FOUND, RawServer::hold));
    scene.served("silent within a chunk", HASTY, after(chunked("1a\r\n{"), RawServer::hold));
    scene.served("a byte at a time in the head", HASTY, after(OK + "A: ", drip("a")));
    scene.served("a byte at a time in the body", HASTY, after(OK + "\r\n{", drip(" ")));
    scene.served("the time limit is the whole request's", HASTY, after("", drip(interim(100))));

    Golden.check("hostile/connections.txt", scene.told());
  }

  @Test
  void aConnectionThatIsNeverMadeIsNotWaitedForLongerThanAnyLimit() throws Exception {
    assumeTrue(OS.LINUX.isCurrentOs(), "others answer where the queue is full");
    List<SocketChannel> queue = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      for (int i = 0; i < 8; i++) {
        SocketChannel waiting = SocketChannel.open();
        queue.add(waiting);
        waiting.configureBlocking(false);
        waiting.connect(full.getLocalSocketAddress());
      }
      URI base = URI.create("http://127.0.0.1:" + full.getLocalPort());
      long begun = System.nanoTime();
      scene.run("the limit of connecting", ASK + " --retries 0", base);
      assertThat(Duration.ofNanos(System.nanoTime() - begun))
          .isBetween(Duration.ofMillis(4900), Duration.ofSeconds(20));
      scene.run("the limit of the request", HASTY, base);

      Golden.check("hostile/no-connection.txt", scene.told());
    } finally {
      for (SocketChannel waiting : queue) {
        waiting.close();
      }
    }
  }

  @Test
  void answersThatAreNoHttpAreToldApart() throws Exception {
    scene.answered("another protocol", ASK, "SSH-2.0-OpenSSH_9\r\n\r\n");
    scene.answered("HTTP/0.9", ASK, FOUND);
    scene.answered("a status of two digits", ASK, "HTTP/1.1 20 OK\r\n\r\n" + FOUND);
    scene.answered("a status of letters", ASK, "HTTP/1.1 OK 200\r\n\r\n" + FOUND);
    scene.answered("a status beyond 599", ASK, "HTTP/1.1 999 No\r\nContent-Length: 0\r\n\r\n");
    scene.answered("a header without colon", ASK, OK + "Nonsense\r\n\r\n" + FOUND);
    scene.answered("interim answers first", ASK, interim(100) + interim(103) + ok(FOUND));
    scene.answered("interim answers only", ASK, interim(100));
    scene.answered("another protocol offered", ASK, interim(101));
    scene.answered("length of letters", ASK, OK + "Content-Length: many\r\n\r\n" + FOUND);
    scene.answered("length below zero", ASK, OK + "Content-Length: -1\r\n\r\n" + FOUND);
    scene.answered("length too small", ASK, OK + "Content-Length: 9\r\n\r\n" + FOUND);
    scene.answered(
        "two lengths", ASK, OK + "Content-Length: 9\r\nContent-Length: 26\r\n\r\n" + FOUND);
    scene.answered(
        "the same length twice",
        ASK,
        OK + "Content-Length: 26\r\nContent-Length: 26\r\n\r\n" + FOUND);
    scene.answered(
        "length and chunks",
        ASK,
        OK
            + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n1a\r\n"
            + FOUND
            + "\r\n0\r\n\r\n");
    scene.answered("a chunk without size", ASK, chunked("zz\r\n" + FOUND + "\r\n0\r\n\r\n"));
    scene.answered("a chunk below zero", ASK, chunked("-1a\r\n" + FOUND + "\r\n0\r\n\r\n"));
    scene.answered("a chunk cut short", ASK, chunked("1a\r\n{\"_id\""));
    scene.answered("no last chunk", ASK, chunked("1a\r\n" + FOUND + "\r\n"));
    scene.answered("an unknown transfer", ASK, OK + "Transfer-Encoding: x\r\n\r\n" + FOUND);
    scene.served("headers without end", ASK, after(OK, flood("A: b\r\n".repeat(100))));
    scene.served("a header of 100 MB", ASK, after(OK + "A: ", flood("a".repeat(10_000))));
    scene.served("a first line of 100 MB", ASK, after("HTTP/1.1 200 ", flood("a".repeat(10_000))));
    scene.served("a chunk's size of 100 MB", ASK, after(chunked(""), flood("1".repeat(10_000))));

    Golden.check("hostile/answers.txt", scene.told());
  }

  @Test
  void bodiesThatCannotBeReadAreToldApart() throws Exception {
    byte[] gzip = gzip(FOUND);
    byte[] broken = gzip.clone();
    broken[12] ^= 0x55;
    byte[] wrongSum = gzip.clone();
    wrongSum[wrongSum.length - 6] ^= 1;
    String zipped = OK + "Content-Encoding: gzip\r\n\r\n";

    scene.answered("gzip", ASK, joined(zipped, gzip));
    scene.answered("gzip cut short", ASK, joined(zipped, Arrays.copyOf(gzip, 20)));
    scene.answered("gzip broken in the middle", ASK, joined(zipped, broken));
    scene.answered("gzip with more behind it", ASK, joined(zipped, gzip) + "more");
    scene.answered("gzip of nothing", ASK, joined(zipped, gzip("")));
    scene.answered("gzip, and no body", ASK, zipped);
    scene.answered("gzip with a wrong sum", ASK, joined(zipped, wrongSum));
    scene.answered("gzip that is none", ASK, zipped + FOUND);
    scene.answered(
        "a gzip bomb",
        "workspace 42 --max-body 1M",
        joined(zipped, gzip("{\"_id\":\"" + "x".repeat(30_000_000) + "\"}")));
    scene.answered("deflate", ASK, joined(OK + "Content-Encoding: deflate\r\n\r\n", deflate()));
    byte[] cut = Arrays.copyOf(deflate(), 12);
    scene.answered("deflate cut", ASK, joined(OK + "Content-Encoding: deflate\r\n\r\n", cut));
    scene.answered("br", ASK, OK + "Content-Encoding: br\r\n\r\nxx");
    scene.answered("gzip within gzip", ASK, OK + "Content-Encoding: gzip, gzip\r\n\r\nxx");
    scene.served(
        "a body without end",
        "workspace 42 --max-body 1M",
        after(OK + "\r\n{\"a\":\"", flood("x")));
    scene.answered("half a character", ASK, ok(FOUND.replace("[]", "[{\"message\":\"\u00c3\"}]")));
    scene.answered(
        "half a surrogate in UTF-8",
        ASK,
        ok(FOUND.replace("[]", "[{\"message\":\"\u00ed\u00a0\u0080\"}]")));
    scene.answered("a zero", ASK, ok("\u0000" + FOUND));
    scene.answered("a byte order mark alone", ASK, ok("\u00ef\u00bb\u00bf"));
    scene.answered("a byte order mark", ASK, ok("\u00ef\u00bb\u00bf" + FOUND));
    scene.answered("Latin-1", ASK, ok(FOUND.replace("[]", "[{\"message\":\"\u00e9\"}]")));
    scene.answered(
        "Latin-1, and it says so",
        ASK,
        OK + "Content-Type: application/json; charset=iso-8859-1\r\n\r\n{\"_id\":\"42\u00e9\"}");
    scene.answered("UTF-16", ASK, joined(OK + "\r\n", FOUND.getBytes(StandardCharsets.UTF_16LE)));
    scene.answered(
        "a character set that does not exist",
        ASK,
        OK + "Content-Type: application/json; charset=nothing\r\n\r\n" + FOUND);
    scene.answered("a content type that is none", ASK, OK + "Content-Type: ;;\r\n\r\n" + FOUND);

    Golden.check("hostile/bodies.txt", scene.told());
  }

  @Test
  void aFaultThatPassesIsForgotten() throws Exception {
    for (String first : new String[] {"", OK + "Content-Length: 40\r\n\r\n{", OK + "Conte"}) {
      boolean[] failed = new boolean[1];
      try (RawServer server =
          new RawServer(
              socket -> {
                RawServer.head(socket);
                write(socket, failed[0] ? ok(FOUND) : first);
                failed[0] = true;
              })) {
        assertThat(scene.run("once", ASK, server.uri("http")).err()).isEmpty();
      }
    }
  }

  @Test
  void addressesOfIpv6AreAddresses() throws Exception {
    InetAddress loopback = InetAddress.getByAddress(IPV6_LOOPBACK);
    try (RawServer server =
        new RawServer(ServerSocketFactory.getDefault(), loopback, after(ok(FOUND), socket -> {}))) {
      scene.run("shown", ASK, URI.create("http://[::1]:" + server.port()));
    }
    try (RawServer server =
        new RawServer(ServerSocketFactory.getDefault(), loopback, RawServer::reset)) {
      scene.run("reset", ASK + " --retries 0", URI.create("http://[::1]:" + server.port()));
    }
    int free;
    try (ServerSocket closed = new ServerSocket(0, 1, loopback)) {
      free = closed.getLocalPort();
    }
    scene.run("nobody listens", ASK + " --retries 0", URI.create("http://[::1]:" + free));

    Golden.check("hostile/ipv6.txt", scene.told());
  }

  private static RawServer.Script after(String answer, RawServer.Script then) {
    return socket -> {
      RawServer.head(socket);
      write(socket, answer);
      then.serve(socket);
    };
  }

  /** Never silent for long, so that no single read is slow. */
  private static RawServer.Script drip(String drop) {
    return socket -> {
      while (true) {
        TimeUnit.MILLISECONDS.sleep(20);
        write(socket, drop);
      }
    };
  }

  /** More than 100 MB, if somebody takes it. */
  private static RawServer.Script flood(String wave) {
    return socket -> {
      String waves = wave.repeat(10_000 / wave.length());
      for (int sent = 0; sent < 200_000_000; sent += waves.length()) {
        write(socket, waves);
      }
    };
  }

  private static String interim(int status) {
    return "HTTP/1.1 " + status + " Interim\r\n\r\n";
  }

  private static String chunked(String chunks) {
    return OK + "Transfer-Encoding: chunked\r\n\r\n" + chunks;
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  private static byte[] deflate() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream zip = new DeflaterOutputStream(out)) {
      zip.write(FOUND.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }
}

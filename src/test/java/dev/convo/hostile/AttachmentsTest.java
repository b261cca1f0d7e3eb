package dev.convo.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.Golden;
import dev.convo.cli.TestHost;
import dev.convo.http.apache.Authority;
import dev.convo.http.apache.RawServer;
import dev.convo.sandbox.Answer;
import dev.convo.sandbox.Service;
import dev.convo.session.Platform;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --save --attachments} where the server of the file misbehaves. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AttachmentsTest {
  private static final Pattern SAMPLE = Pattern.compile("https://files\\.example\\.com/[^\"]*");
  private static final String TAG = "ETag: \"v1\"";

  @TempDir Path home;
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final StringBuilder told = new StringBuilder();

  @Test
  void whateverTheServerDoesIsSaidAndNothingHalfIsKept() throws IOException {
    scene("the file", says("200 OK", "lamp", "Content-Type: image/jpeg"));
    scene("an empty file", says("200 OK", ""));
    scene(
        "a redirect on the platform",
        says("302 Found", "", "Location: /files/other"),
        says("200 OK", "lamp"));
    scene("a loop", says("302 Found", "", "Location: /files/aurora-shade.jpg").repeated(6));
    scene("a redirect to a file", says("302 Found", "", "Location: file:///etc/passwd"));
    scene("a redirect to this machine", says("302 Found", "", "Location: https://127.0.0.1:1/x"));
    scene("a redirect to its name", says("302 Found", "", "Location: https://localhost:1/x"));
    scene("one in digits", says("302 Found", "", "Location: https://2130706433:1/x"));
    scene(
        "a redirect to metadata",
        says("302 Found", "", "Location: https://169.254.169.254/latest/meta-data"));
    scene("a redirect to http", says("302 Found", "", "Location: http://files.example.com/x"));
    scene("a redirect to nowhere", says("302 Found", ""));
    scene(
        "a redirect that drives terminals",
        says("302 Found", "", "Location: https://\u001b[2J\u00ff/x"));
    scene(
        "cut in the middle",
        cut("la", TAG),
        says("206 Partial Content", "mp", TAG, "Content-Range: bytes 2-3/4"));
    scene(
        "cut, and another part comes",
        cut("la", TAG),
        says("206 Partial Content", "xx", TAG, "Content-Range: bytes 1-2/4"),
        says("200 OK", "lamp"));
    scene(
        "cut, and no part can be had",
        cut("la", TAG),
        says("416 Range Not Satisfiable", "", "Content-Range: bytes */4"),
        says("200 OK", "lamp"));
    scene("cut, and the whole comes", cut("la", TAG), says("200 OK", "vase", "ETag: \"v2\""));
    scene("always cut", cut("la").repeated(4));
    scene("it stalls", stalls());
    scene("it never ends", "--max-attachment 64k", endless());
    scene(
        "it says that it is large",
        closes("HTTP/1.1 200 OK\r\nContent-Length: 104857601\r\n\r\nx"));
    scene(
        "it unfolds",
        "--max-attachment 64k",
        says("200 OK", unfolding(), "Content-Encoding: gzip"));
    scene("its encoding is unknown", says("200 OK", "x", "Content-Encoding: br"));
    scene("no HTTP", closes("220 mail.example.com ESMTP\r\n"));
    scene("a login", says("401 Unauthorized", "no", "WWW-Authenticate: Basic realm=\"x\""));
    scene("forbidden", says("403 Forbidden", "<Error>expired</Error>"));
    scene("gone", says("410 Gone", "\u001b[2J"));
    scene("a web page", says("200 OK", "<h1>Log in</h1>", "Content-Type: text/html"));
    scene("a part nobody asked for", says("206 Partial Content", "mp"));
    scene("without content", says("204 No Content", ""));
    scene("rate limited", says("429 Too Many", "", "Retry-After: 3600"));
    scene(
        "a name of its own",
        says(
            "200 OK",
            "lamp",
            "Content-Disposition: attachment; filename=\"../../../../tmp/evil\"",
            "Content-Type: \u001b[2J/x"));

    Golden.check("hostile/attachments.txt", told.toString());
    assertNothingOfThePlatformsWasSent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..%2F..%2F..%2Fevil.sh",
        "..\\\\..\\\\evil.sh",
        "%00.sh",
        "%E2%80%AEgpj.exe",
        ".bashrc",
        "CON",
        "a%0Ab%0D%1B[2J"
      })
  void aNameLeadsNowhere(String name) throws IOException {
    save("/files/" + name, new ConcurrentLinkedDeque<>(List.of(says("200 OK", "lamp"))));

    try (Stream<Path> all = Files.walk(home.resolve("archive/chatwoot-42/attachments"))) {
      assertThat(all.filter(Files::isRegularFile))
          .hasSize(1)
          .allMatch(file -> file.getFileName().toString().matches("5-1[A-Za-z0-9.-]*"));
    }
  }

  @Test
  void aCookieIsNotCarriedToTheNextRequest() throws IOException {
    String cookie = "Set-Cookie: id=planted; Path=/";
    save(
        "/files/x",
        new ConcurrentLinkedDeque<>(
            List.of(
                says("302 Found", "", cookie, "Location: /files/y"),
                says("503 Busy", "", cookie),
                says("302 Found", "", cookie, "Location: /files/y"),
                says("200 OK", "lamp", cookie))));

    assertThat(heads).hasSize(4).noneMatch(head -> head.contains("planted"));
    assertNothingOfThePlatformsWasSent();
  }

  @Test
  void aRunThatIsStartedAgainAsksForWhatIsMissing() throws IOException {
    Deque<Turn> turns = new ConcurrentLinkedDeque<>();
    String archive = home.resolve("archive").toString();
    String[] plain = {"-o", "overview", "--save", archive, "--resume"};
    String[] withFiles = {"-o", "overview", "--save", archive, "--resume", "--attachments"};
    String saved = "convo: note: 1 conversation was saved in HOME/archive, with 1 file\n";
    String there =
        "convo: note: 1 conversation was already saved in HOME/archive, and not asked for again\n";
    on(
        ServerSocketFactory.getDefault(),
        "http",
        "/files/x",
        turns,
        account -> {
          account.run(plain);
          turns.add(says("410 Gone", ""));
          assertThat(account.run(withFiles).code()).isEqualTo(8);
          turns.add(says("200 OK", "lamp"));
          assertThat(account.run(withFiles).err()).isEqualTo(saved);
          assertThat(account.run(withFiles).err()).isEqualTo(there);
          assertThat(account.run(plain).err()).isEqualTo(there);
          Files.delete(home.resolve("archive/chatwoot-42/attachments/5-1-x"));
          turns.add(says("200 OK", "lamp"));
          assertThat(account.run(withFiles).err()).isEqualTo(saved);
        });
    assertThat(turns).isEmpty();
  }

  @Test
  void aFileThatIsNamedTwiceIsFetchedOnce() throws IOException {
    String archive = home.resolve("archive").toString();
    on(
        ServerSocketFactory.getDefault(),
        "http",
        "/files/x.pdf",
        new ConcurrentLinkedDeque<>(List.of(says("200 OK", "lamp"))),
        account ->
            assertThat(
                    account
                        .host()
                        .run("chatwoot", "7", "-o", "overview", "--save", archive, "--attachments")
                        .err())
                .endsWith("with 1 file\n"));

    assertThat(heads).hasSize(1);
    assertThat(Files.readString(home.resolve("archive/chatwoot-7/manifest.json")))
        .containsPattern("(?s)\"message\": 3,.*\"file\": \"attachments/3-1-x.pdf\"")
        .containsPattern("(?s)\"message\": 5,.*\"file\": \"attachments/3-1-x.pdf\"")
        .containsOnlyOnce("\"name\": \"attachments/");
  }

  @Test
  void nothingGoesFromTlsToPlainHttp() throws Exception {
    Authority authority = new Authority("Convo Test Authority");
    String pem = authority.writeTo(home.resolve("a.pem")).toString();
    try (RawServer elsewhere = new RawServer(socket -> {}).mayStayUnused()) {
      for (String target :
          List.of("http://127.0.0.1:" + elsewhere.port() + "/x", "http://files.example.com/x")) {
        TestHost.Result result =
            run(
                authority.sockets(),
                "https",
                "/files/x",
                new ConcurrentLinkedDeque<>(List.of(says("302 Found", "", "Location: " + target))),
                "--ca-bundle",
                pem);

        assertThat(result.code()).isEqualTo(8);
        assertThat(result.err()).contains("redirected, but http:// is not as safe as https://");
      }
    }
  }

  @Test
  void aFileThatIsNotThePlatformsIsNotAskedForAtThisMachine() throws IOException {
    try (RawServer secret = new RawServer(socket -> {}).mayStayUnused()) {
      for (String host : List.of("127.0.0.1", "localhost", "[::1]", "0.0.0.0", "127.1")) {
        for (String scheme : List.of("http", "https")) {
          TestHost.Result result =
              save(
                  scheme + "://" + host + ":" + secret.port() + "/x",
                  new ConcurrentLinkedDeque<>());

          assertThat(result.code()).isEqualTo(8);
          assertThat(result.err())
              .containsPattern("is not (a public address|https:)|names no host")
              .startsWith("convo: error: conversation 42: its file was not saved: ");
        }
      }
    }
  }

  /** What the server does with one request for the file. */
  private record Turn(RawServer.Script script, int times) {
    Turn repeated(int count) {
      return new Turn(script, count);
    }
  }

  private static Turn says(String status, String body, String... headers) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    return closes(
        head + "Content-Length: " + body.length() + "\r\nConnection: close\r\n\r\n" + body);
  }

  /** Announces two bytes more than come. */
  private static Turn cut(String body, String... headers) {
    String more = headers.length == 0 ? "" : headers[0] + "\r\n";
    return closes(
        "HTTP/1.1 200 OK\r\n"
            + more
            + "Content-Length: "
            + (body.length() + 2)
            + "\r\n\r\n"
            + body);
  }

  private static Turn closes(String bytes) {
    return new Turn(socket -> Scene.write(socket, bytes), 1);
  }

  private static Turn stalls() {
    return new Turn(
        socket -> {
          Scene.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nla");
          RawServer.hold(socket);
        },
        1);
  }

  private static Turn endless() {
    return new Turn(
        socket -> {
          Scene.write(socket, "HTTP/1.1 200 OK\r\n\r\n");
          while (true) {
            Scene.write(socket, "x".repeat(8192));
          }
        },
        1);
  }

  private static String unfolding() throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write(new byte[1 << 20]);
    }
    return compressed.toString(StandardCharsets.ISO_8859_1);
  }

  private void scene(String name, Turn... turns) throws IOException {
    scene(name, "", turns);
  }

  private void scene(String name, String options, Turn... turns) throws IOException {
    Deque<Turn> all = new ConcurrentLinkedDeque<>();
    for (Turn turn : turns) {
      for (int time = 0; time < turn.times(); time++) {
        all.add(turn);
      }
    }
    TestHost.Result result = save("/files/aurora-shade.jpg", all, options.split(" "));
    assertThat(all).as(name).isEmpty();
    Hostile.assertHarmless(result);
    told.append("== ").append(name).append('\n');
    told.append(result.err().replaceAll("convo: note: 1 conversation was saved in", "saved in"));
    told.append("exit ").append(result.code()).append('\n');
    Path saved = home.resolve("archive/chatwoot-42");
    try (Stream<Path> files = Files.walk(saved)) {
      for (Path file : files.filter(one -> Files.isRegularFile(one)).sorted().toList()) {
        String relative = saved.relativize(file).toString();
        if (!relative.matches("(answer-.|manifest|conversation)\\.json|transcript\\.txt")) {
          told.append(relative).append(": ").append(Files.readString(file)).append('\n');
        }
      }
    }
    told.append('\n');
    assertNoOtherFolderStays();
    try (TestHost host = new TestHost(home)) {
      assertThat(host.run("show", saved.toString(), "-q").code()).as(name).isZero();
    }
  }

  private void assertNoOtherFolderStays() throws IOException {
    try (Stream<Path> all = Files.list(home.resolve("archive"))) {
      assertThat(all.map(one -> one.getFileName().toString()))
          .allMatch(name -> name.matches("chatwoot-42(\\.[0-9]+)?"));
    }
  }

  private TestHost.Result save(String file, Deque<Turn> turns, String... options)
      throws IOException {
    return run(ServerSocketFactory.getDefault(), "http", file, turns, options);
  }

  /** Saves a conversation whose file is there, on a platform where it may be. */
  private TestHost.Result run(
      ServerSocketFactory sockets, String scheme, String file, Deque<Turn> turns, String... options)
      throws IOException {
    List<String> line =
        new ArrayList<>(List.of("-o", "overview", "--timeout", "1s", "--attachments", "--save"));
    line.add(home.resolve("archive").toString());
    Stream.of(options).filter(one -> !one.isEmpty()).forEach(line::add);
    List<TestHost.Result> results = new ArrayList<>();
    on(
        sockets,
        scheme,
        file,
        turns,
        account -> results.add(account.run(line.toArray(new String[0]))));
    return results.get(0);
  }

  /** What is done with an account. */
  private interface Work {
    void with(Accounts account) throws IOException;
  }

  /**
   * On a platform whose conversations name no other file.
   *
   * @param file its address, or its path where the platform itself has it
   */
  private void on(
      ServerSocketFactory sockets, String scheme, String file, Deque<Turn> turns, Work work)
      throws IOException {
    try (TestHost host = new TestHost(home)) {
      Platform platform = Accounts.platform(host, "chatwoot");
      Service service = platform.sandbox().apply(host.clock());
      List<URI> base = new ArrayList<>();
      try (RawServer server =
          new RawServer(
              sockets,
              socket -> {
                String url = file.startsWith("/") ? base.get(0) + file : file;
                serve(socket, service, url, turns);
              })) {
        base.add(server.uri(scheme));
        work.with(Accounts.of(platform, host, base.get(0)));
      }
    }
  }

  private void serve(Socket socket, Service service, String file, Deque<Turn> turns)
      throws IOException, InterruptedException {
    String head = RawServer.head(socket);
    if (head.contains(" /files/")) {
      heads.add(head);
      turns.remove().script().serve(socket);
    } else if (!head.isEmpty()) {
      Answer answer = service.answer(Impostor.call(head));
      String body = SAMPLE.matcher(answer.body()).replaceAll(Matcher.quoteReplacement(file));
      socket
          .getOutputStream()
          .write(Impostor.bytes(new Answer(answer.status(), answer.headers(), body)));
    }
  }

  private void assertNothingOfThePlatformsWasSent() {
    assertThat(heads)
        .isNotEmpty()
        .allMatch(
            head ->
                head.lines()
                    .allMatch(
                        line ->
                            line.isEmpty()
                                || line.matches(
                                    "(GET /files/|Accept: |Accept-Encoding: identity|Host: |"
                                        + "Connection: keep-alive|User-Agent: convo/|Range: |"
                                        + "If-Range: ).*")));
  }
}

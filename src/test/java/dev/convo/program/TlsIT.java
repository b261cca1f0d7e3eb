package dev.convo.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.convo.Golden;
import dev.convo.http.apache.Authority;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS with an authority of one's own, made on the spot. */
@DisabledOnOs(OS.WINDOWS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsIT {
  /** Has the program see other authorities of the system than are there. */
  private static final String SYSTEM =
      "unshare --map-root-user --mount sh -c '%s && exec \"$@\"' sh \"$@\"";

  private final Path home;
  private final Program program;
  private final HttpsServer server;

  /** The credentials that came with requests for files. */
  private final List<String> tokens = new CopyOnWriteArrayList<>();

  private final ExecutorService workers = Executors.newCachedThreadPool();

  TlsIT(@TempDir Path home) throws Exception {
    this.home = home;
    program = new Program(home);
    Authority authority = new Authority("House_Authority");
    authority.writeTo(home.resolve("authority.pem"));
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(authority.context()));
    server.setExecutor(workers);
    Front.serve(server, program.sandbox(), this::file);
    server.start();
  }

  @AfterAll
  void stop() {
    server.stop(0);
    workers.shutdownNow();
    program.close();
  }

  @Test
  void anAuthorityNobodyNamedIsNotTrusted() {
    account("");

    isRefused(program.run("chatwoot", "42", "--retries", "0"));
  }

  private static void isRefused(Program.Result refused) {
    assertThat(refused)
        .isEqualTo(
            new Program.Result(
                11,
                "",
                """
                convo: error: conversation 42: the certificate of 127.0.0.1:PORT comes from an\
                 authority that is not trusted: CN=House_Authority (profile default, host\
                 127.0.0.1:PORT)
                  hint: if that is your company's, set ca_bundle = "FILE.pem" in the profile, or\
                 --ca-bundle FILE.pem
                """));
  }

  @Test
  void anAuthorityIsTrustedByOption() {
    account("");

    shows(program.run("chatwoot", "42", "--width", "100", "--ca-bundle", "authority.pem"));
  }

  @Test
  void anAuthorityIsTrustedByTheProfileFile() {
    account("ca_bundle = \"" + home.resolve("authority.pem") + "\"\n");

    shows(program.run("chatwoot", "42", "--width", "100"));
  }

  @Test
  void aFileIsFetchedFromAServerThatTheAuthorityVouchesFor() throws IOException {
    account("", server.getAddress().getPort(), "/own/chatwoot");

    Program.Result saved =
        program.shell(
            "exec \"$@\" -q -o overview --save archive --attachments --ca-bundle authority.pem",
            "chatwoot",
            "42");

    assertThat(saved.err()).isEmpty();
    assertThat(saved.code()).isZero();
    assertThat(home.resolve("archive/chatwoot-42/attachments/5-1-aurora-shade.jpg"))
        .hasContent("lamp");
    assertThat(tokens).isEmpty();
  }

  @Test
  void anAuthorityIsTrustedByTheEnvironment() {
    account("");

    shows(
        program.shell(
            "SSL_CERT_FILE=authority.pem exec \"$@\"", "chatwoot", "42", "--width", "100"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void anAuthorityOfTheSystemIsTrusted() {
    assumeTrue(program.shell(SYSTEM.formatted("exit")).code() == 0);
    account("");
    String replaced =
        "for file in /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt; do"
            + " [ ! -e $file ] || mount --bind authority.pem $file; done";

    shows(program.shell(SYSTEM.formatted(replaced), "chatwoot", "42", "--width", "100"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aSystemWithoutAuthoritiesTrustsNobody() {
    assumeTrue(program.shell(SYSTEM.formatted("exit")).code() == 0);
    account("");
    String none =
        "for folder in /etc/ssl /etc/pki; do [ ! -d $folder ] || mount -t tmpfs none $folder; done";

    isRefused(program.shell(SYSTEM.formatted(none), "chatwoot", "42", "--retries", "0"));
  }

  /** An alert is a record of its own: 19 bytes and some padding. A request takes hundreds. */
  @Test
  void theLastThatTheServerHearsIsCloseNotify() throws Exception {
    try (ServerSocket relay = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Future<byte[]> sent = workers.submit(() -> relayed(relay));
      account("", relay.getLocalPort());

      shows(program.run("chatwoot", "42", "--width", "100", "--ca-bundle", "authority.pem"));

      assertThat(lastRecord(sent.get())).isBetween(19, 63);
    }
  }

  /** How many bytes the last record of TLS has behind its head of five. */
  private static int lastRecord(byte[] records) {
    ByteBuffer sent = ByteBuffer.wrap(records);
    int length = 0;
    while (sent.hasRemaining()) {
      length = sent.getShort(sent.position() + 3);
      sent.position(sent.position() + 5 + length);
    }
    return length;
  }

  /** All that the one client of this relay sends to the server. */
  private byte[] relayed(ServerSocket relay) throws IOException {
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    try (Socket client = relay.accept();
        Socket behind =
            new Socket(InetAddress.getLoopbackAddress(), server.getAddress().getPort())) {
      workers.execute(() -> passOn(behind, client));
      byte[] some = new byte[4096];
      int read = client.getInputStream().read(some);
      while (read >= 0) {
        sent.write(some, 0, read);
        behind.getOutputStream().write(some, 0, read);
        read = client.getInputStream().read(some);
      }
    }
    return sent.toByteArray();
  }

  private static void passOn(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One of them has gone.
    }
  }

  private void shows(Program.Result shown) {
    assertThat(shown.err()).isEmpty();
    assertThat(shown.code()).isZero();
    Golden.check("cli/chatwoot.table", shown.out().replace("https://127", "http://127"));
  }

  private void account(String more) {
    account(more, server.getAddress().getPort());
  }

  private void account(String more, int port) {
    account(more, port, "/chatwoot");
  }

  private void account(String more, int port, String path) {
    program.profiles(
        "[default.chatwoot]\nbase_url = \"https://127.0.0.1:%d%s\"\n".formatted(port, path)
            + "account_id = 1\napi_access_token = \"demo-chatwoot-token\"\n"
            + more);
  }

  private void file(HttpExchange exchange) throws IOException {
    tokens.addAll(exchange.getRequestHeaders().getOrDefault("api_access_token", List.of()));
    Front.send(exchange, 200, "lamp".getBytes(StandardCharsets.US_ASCII));
  }
}

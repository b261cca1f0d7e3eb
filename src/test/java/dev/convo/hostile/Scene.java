package dev.convo.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.cli.TestHost;
import dev.convo.http.apache.RawServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs of the whole program against a server that misbehaves, told one after the other as a text
 * for a golden file: the command line, all of standard error, the exit code, and the waits.
 */
final class Scene {
  /** What each platform's accounts need, behind {@code base_url}. */
  private static final Map<String, String> ACCOUNTS =
      new TreeMap<>(
          Map.of(
              "asapp", "api_id = 'test-id'\napi_secret = 'test-secret'",
              "chatwoot", "account_id = 3\napi_access_token = 'test-token'",
              "crm", "token = 'test-token'",
              "salescaptain", "company_id = 'c'\ntoken = 'test-token'",
              "workspace", "workspace_id = 'w'\napi_key = 'test-key'"));

  private final Path home;
  private final Map<String, String> variables = new TreeMap<>();
  private final StringBuilder told = new StringBuilder();

  Scene(Path home) {
    this.home = home;
  }

  /** A variable of the runs to come. */
  Scene with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  /** One run against a server of its own, whose answers are these bytes. */
  void answered(String name, String line, String answer) throws IOException {
    try (RawServer server = RawServer.answering(answer)) {
      run(name, line, server.uri("http"));
    }
  }

  /** One run against a server of its own. */
  void served(String name, String line, RawServer.Script script) throws IOException {
    try (RawServer server = new RawServer(script)) {
      run(name, line, server.uri("http"));
    }
  }

  /** One run against this address. */
  TestHost.Result run(String name, String line, URI base) {
    return run(name, line, base, "");
  }

  /**
   * One run against this address.
   *
   * @param line the command line, of words without blanks
   * @param more lines for each account
   */
  TestHost.Result run(String name, String line, URI base, String more) {
    try (TestHost host = new TestHost(home)) {
      host.profiles(accounts(base, more));
      host.variables.putAll(variables);
      TestHost.Result result = host.run(line.split(" "));
      told.append("== ").append(name).append("\n$ convo ").append(hidden(line)).append('\n');
      told.append(hidden(result.err())).append("exit ").append(result.code());
      told.append(waits(host)).append("\n\n");
      if (result.code() == 0 || result.code() == 8) {
        assertThat(result.out()).as(name).isNotEmpty();
      } else {
        assertThat(result.out()).as(name).isEmpty();
      }
      return result;
    }
  }

  /** Tells something more of the last run. */
  void tell(String text) {
    told.setLength(told.length() - 1);
    told.append(hidden(text)).append('\n');
  }

  /** All that was told. */
  String told() {
    return told.toString();
  }

  private String hidden(String text) {
    return text.replace(home.toString(), "HOME")
        .replaceAll("(127\\.0\\.0\\.1|\\[::1\\]|\\.test|\\.invalid):\\d+", "$1:PORT");
  }

  private static String waits(TestHost host) {
    return host.slept.isEmpty()
        ? ""
        : host.slept.stream()
            .map(Scene::seconds)
            .collect(Collectors.joining(" + ", ", waited ", " s"));
  }

  private static String seconds(Duration time) {
    return String.valueOf(time.toMillis() / 1000.0).replaceFirst("\\.0$", "");
  }

  static String accounts(URI base, @Nullable String more) {
    StringBuilder text = new StringBuilder();
    ACCOUNTS.forEach(
        (name, keys) ->
            text.append("[default.")
                .append(name)
                .append("]\nbase_url = '")
                .append(base)
                .append("'\n")
                .append(keys)
                .append('\n')
                .append(more)
                .append('\n'));
    return text.toString();
  }

  /** An answer of status 200 with this body, whole. */
  static String ok(String body) {
    return RawServer.lines(
            "HTTP/1.1 200 OK",
            "Content-Type: application/json",
            "Content-Length: " + body.length(),
            "Connection: close")
        + body;
  }

  /** An answer with this status line's end, headers and body. */
  static String status(String status, String body, String... headers) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    return head + "Connection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  /** Writes text, a character a byte. */
  static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(octets(text));
    socket.getOutputStream().flush();
  }

  static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A head and a body of any bytes, as text of a character a byte. */
  static String joined(String head, byte[] body) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(octets(head));
    all.writeBytes(body);
    return all.toString(StandardCharsets.ISO_8859_1);
  }
}

package dev.convo.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.cli.TestHost;
import dev.convo.json.JsonOut;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a platform or somebody before it says when it refuses is shown, and drives nothing. */
class HostileErrorsTest {
  private static final List<Integer> STATUSES =
      List.of(200, 204, 302, 400, 401, 403, 404, 407, 418, 422, 429, 500, 503);

  /** The reason, and every header that convo reads or shows. */
  private static final String HEADERS =
      """
      X-Request-Id: @\r
      Retry-After: @\r
      X-RateLimit-Reset: @\r
      Server: @\r
      Location: https://elsewhere.example/@\r
      cf-ray: @\r
      X-@: @\r
      """
          .replace("@", Hostile.HEADER);

  @TempDir Path home;
  private TestHost host = new TestHost(Path.of(""));

  @BeforeEach
  void start() {
    host = new TestHost(home);
  }

  @AfterEach
  void stop() {
    host.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"chatwoot", "salescaptain", "asapp", "crm", "workspace"})
  void noErrorReachesATerminalRaw(String name) throws IOException {
    for (int status : STATUSES) {
      for (String body : bodies()) {
        for (String format : List.of("text", "json")) {
          String type = body.startsWith("{") ? "application/json" : "text/html";
          String headers = "Content-Type: " + type + "\r\n" + HEADERS;
          String first = status + " " + Hostile.HEADER;
          try (Impostor impostor = Impostor.saying(first, headers, status == 204 ? "" : body)) {
            TestHost.Result result =
                Accounts.of(Accounts.platform(host, name), host, impostor.base())
                    .run("-v", "-v", "--retries", "0", "--max-wait", "0", "--error-format", format);

            assertThat(result.code()).as(status + result.err()).isBetween(3, 11);
            assertThat(result.out()).isEmpty();
            Hostile.assertHarmless(result);
            assertThat(result.err().lines().filter(line -> !line.matches("convo: .*|  .*|\\{.*")))
                .isEmpty();
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"chatwoot", "salescaptain", "asapp", "crm", "workspace"})
  void noErrorRepeatsMoreThanTwoHundredCharacters(String name) throws IOException {
    String flood = "y".repeat(30_000);
    String body =
        "{'message':'@','code':'@','requestId':'@','request_id':'@','error':{'message':'@'}}"
            .replace('\'', '"')
            .replace("@", flood);
    for (int status : STATUSES) {
      for (String header :
          List.of("X-Request-Id", "cf-ray", "Content-Encoding", "Location", "Retry-After")) {
        String headers = "Content-Type: application/json\r\n" + header + ": " + flood + "\r\n";
        try (Impostor impostor =
            Impostor.saying(status + " No", headers, status == 204 ? "" : body)) {
          TestHost.Result result =
              Accounts.of(Accounts.platform(host, name), host, impostor.base())
                  .run("--retries", "0", "--max-wait", "0");

          assertThat(result.code()).isNotZero();
          assertThat(result.err()).doesNotContain("y".repeat(201));
        }
      }
    }
  }

  @Test
  void aSecretIsMaskedBeforeItIsCut() throws IOException {
    String secret = "zzz-secret-of-mine";
    String headers = "Content-Encoding: " + "y".repeat(195) + secret + "\r\n";
    try (Impostor impostor = Impostor.saying("200 OK", headers, "{}")) {
      Accounts accounts = Accounts.of(Accounts.platform(host, "workspace"), host, impostor.base());
      host.variables.put("CONVO_WORKSPACE_API_KEY", secret);

      TestHost.Result result = accounts.run("-o", "json");

      assertThat(result.err()).contains(" encoded as " + "y".repeat(195) + "***, which");
    }
  }

  /** Errors of every shape, the hostile text wherever a sentence, a code or an id may stand. */
  private static List<String> bodies() throws IOException {
    List<String> bodies = new ArrayList<>();
    StringWriter flat = new StringWriter();
    JsonOut out = JsonOut.compact(flat).beginObject();
    for (String key :
        List.of("message", "code", "detail", "title", "description", "requestId", "request_id")) {
      out.name(key).text(key + Hostile.TEXT);
    }
    for (String key : List.of("error", "errors", "reset_at")) {
      out.name(key).text(key + Hostile.TEXT);
    }
    out.endObject();
    bodies.add(flat.toString());
    bodies.add("{\"error\":" + flat + "}");
    bodies.add("{\"errors\":[" + flat + "],\"error\":[\"a\",\"b\"]}");
    bodies.add("<html><head><title>no" + Hostile.TEXT + "</title></head>&#27;[2J</html>");
    bodies.add("no" + Hostile.TEXT);
    return bodies;
  }

  /** Otherwise a platform's words could look like a line of convo's, such as a hint. */
  @Test
  void onATerminalOnlyConvoBeginsALine() throws IOException {
    String words = "x".repeat(30) + "  hint: run this and that convo: note: all is well  hint: go";
    host.errTerminal = true;
    host.inTerminal = false;
    for (int columns = 32; columns < 120; columns++) {
      host.columns = columns;
      try (Impostor platform = Impostor.saying("403 No", "", "{\"error\": \"" + words + "\"}")) {
        TestHost.Result result =
            Accounts.of(Accounts.platform(host, "chatwoot"), host, platform.base()).run();

        assertThat(result.err().lines().filter(line -> !line.startsWith("    ")))
            .as("" + columns)
            .hasSize(2)
            .satisfiesExactly(
                line -> assertThat(line).startsWith("convo: error: conversation 42:"),
                line -> assertThat(line).startsWith("  hint: "));
      }
    }
  }
}

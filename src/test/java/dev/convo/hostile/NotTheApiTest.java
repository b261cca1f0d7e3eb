package dev.convo.hostile;

import static dev.convo.hostile.Scene.ok;
import static dev.convo.hostile.Scene.status;
import static dev.convo.hostile.Scene.write;

import dev.convo.Golden;
import dev.convo.cli.TestHost;
import dev.convo.http.apache.RawServer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A 404 of the platform and of anybody else, an error under the status of success, and times. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NotTheApiTest {
  private static final String UUID = "3f9c2b71-8d54-4e06-a1b7-5c20e9d80042";
  private static final String HTML = "Content-Type: text/html";
  private static final String JSON = "Content-Type: application/json";
  private static final String GONE = "404 Not Found";

  private static final List<String> ASKED =
      List.of(
          "chatwoot 42 --no-messages",
          "salescaptain " + UUID + " --no-messages",
          "asapp 01HXTESTCONVERSATION00042 --no-messages",
          "crm 42",
          "workspace 42");

  @TempDir Path home;
  private Scene scene = new Scene(Path.of(""));

  @BeforeEach
  void start() {
    scene = new Scene(home);
  }

  @Test
  void aNotFoundThatIsNotThePlatformsIsNoNotFound() throws Exception {
    Map<String, String> bodies = new LinkedHashMap<>();
    bodies.put("a framework", "{\"status\":404,\"error\":\"Not Found\",\"path\":\"/x\"}");
    bodies.put("another one", "{\"statusCode\":404,\"message\":\"Cannot GET /x\"}");
    bodies.put("text", "404 page not found");
    bodies.put("nothing", "");
    for (String ask : ASKED) {
      scene.answered(
          "a web page", ask, status(GONE, "<title>404 Not Found</title><h1>nginx</h1>", HTML));
    }
    for (Map.Entry<String, String> body : bodies.entrySet()) {
      scene.answered(body.getKey(), ASKED.get(0), status(GONE, body.getValue(), JSON));
      scene.answered(body.getKey(), ASKED.get(4), status(GONE, body.getValue(), JSON));
    }

    Golden.check("hostile/not-the-api.txt", scene.told());
  }

  @Test
  void aNotFoundNamesWhereItLookedAndWhoSaidSo() throws Exception {
    String text = "{\"error\":\"Resource could not be found\"}";
    String object = "{\"error\":{\"code\":\"404-01\",\"message\":\"No such conversation\"}}";
    for (String ask : ASKED) {
      boolean inside = ask.startsWith("asapp") || ask.startsWith("workspace");
      scene.answered("of the file", ask, status(GONE, inside ? object : text, JSON));
    }
    scene.answered("typed", "chatwoot 42 --no-messages --account 9", status(GONE, text, JSON));
    scene.answered("typed", "workspace 42 --workspace w9", status(GONE, object, JSON));
    scene.with("CONVO_CHATWOOT_ACCOUNT_ID", "9");
    scene.answered("of the environment", ASKED.get(0), status(GONE, text, JSON));

    Golden.check("hostile/not-found.txt", scene.told());
  }

  @Test
  void anErrorUnderTheStatusOfSuccessIsThePlatformsOwn() throws Exception {
    List<String> bodies =
        List.of(
            "{\"error\":\"Unauthorized access\"}",
            "{\"error\":{\"code\":\"401-01\",\"message\":\"Bad id or secret\"}}",
            "{\"errors\":[{\"code\":\"not_found\",\"message\":\"No such thing\"}]}",
            "{\"status\":\"failure\",\"error\":\"Database is down\",\"code\":\"E7\"}");
    for (String ask : ASKED) {
      for (String body : bodies) {
        scene.answered(body, ask, ok(body));
      }
    }
    for (String body :
        List.of(
            "{\"message\":\"Conversation fetched successfully!\",\"conversation\":{\"data\":{}}}",
            "{\"message\":\"Conversation fetched successfully!\",\"conversation\":{\"data\":null}}",
            "{\"status\":\"failure\",\"error\":\"Problem encountered while fetching"
                + " conversation!\"}")) {
      scene.answered(body, ASKED.get(1), ok(body));
    }
    scene.answered("no error", "workspace 42", ok("{\"_id\":\"42\",\"error\":\"x\"}"));
    scene.answered("no error", "crm 42", ok("{\"id\":\"42\",\"error\":\"x\"}"));

    Golden.check("hostile/error-in-200.txt", scene.told());
  }

  @Test
  void anEmptyListBesideALastMessageIsNotComplete() throws Exception {
    TestHost.Result[] result = new TestHost.Result[1];
    try (RawServer server =
        new RawServer(
            socket -> {
              String head = RawServer.head(socket);
              write(
                  socket,
                  ok(
                      head.contains("fetch-messages")
                          ? "{\"messages\":{\"data\":[],\"pagination\":{\"page_number\":1,"
                              + "\"total_count\":0,\"total_pages\":0}}}"
                          : "{\"conversation\":{\"data\":{\"conversation_id\":\""
                              + UUID
                              + "\",\"last_message\":\"See you\"}}}"));
            })) {
      result[0] = scene.run("another company", "salescaptain " + UUID, server.uri("http"));
    }
    scene.tell(result[0].out());

    Golden.check("hostile/another-company.txt", scene.told());
  }

  @Test
  void allTimesOfAHeaderAreInOneZone() throws Exception {
    String times = " --no-messages --details --tz Asia/Tokyo --width 0";
    String body =
        "{\"id\":42,\"status\":\"snoozed\",\"created_at\":1773561600,\"snoozed_until\":%s}";
    for (String until :
        List.of(
            "1775030400",
            "\"2026-04-01T08:00:00.000Z\"",
            "\"1775030400\"",
            "0",
            "null",
            "\"later\"")) {
      shown("chatwoot 42" + times, body.formatted(until));
    }
    shown(
        "crm 42" + times,
        "{\"id\":\"42\",\"createdAt\":\"2026-03-15T08:00:00Z\",\"attentionItems\":["
            + "{\"type\":\"escalation\",\"status\":\"resolved\",\"createdAt\":\"2026-03-15T08:00:00Z\","
            + "\"resolvedAt\":\"2026-03-15T20:30:00.250Z\"}]}");

    Golden.check("hostile/one-zone.txt", scene.told());
  }

  private void shown(String line, String body) throws Exception {
    try (RawServer server = RawServer.answering(ok(body))) {
      TestHost.Result result = scene.run("in one zone", line, server.uri("http"));
      scene.tell(result.out());
    }
  }
}

package dev.convo.hostile;

import static dev.convo.hostile.Scene.ok;
import static dev.convo.hostile.Scene.status;
import static dev.convo.hostile.Scene.write;

import dev.convo.Golden;
import dev.convo.cli.TestHost;
import dev.convo.http.apache.RawServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is left of a conversation whose messages a platform refuses: the rest is shown, with a note
 * and exit code 8. Where the conversation is refused too, its error is the one that is shown.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MessagesRefusedTest {
  private static final String JSON = "Content-Type: application/json";
  private static final String ID = "X-Request-Id: 7d1f-42";

  private static final String CHATWOOT = "chatwoot 42";
  private static final String ASAPP = "asapp 01HXTESTCONVERSATION00042";
  private static final String SALESCAPTAIN = "salescaptain 3f9c2b71-8d54-4e06-a1b7-5c20e9d80042";

  private static final List<String> STATUSES =
      List.of(
          "302 Found",
          "400 Bad Request",
          "401 Unauthorized",
          "403 Forbidden",
          "404 Not Found",
          "409 Conflict",
          "413 Content Too Large",
          "422 Unprocessable Content",
          "429 Too Many Requests",
          "500 Internal Server Error",
          "503 Service Unavailable");

  @TempDir Path home;
  private Scene scene = new Scene(Path.of(""));

  @BeforeEach
  void start() {
    scene = new Scene(home);
  }

  @Test
  void chatwoot() throws Exception {
    String found = ok("{\"id\":42,\"messages\":[{\"id\":9,\"content\":\"the last one\"}]}");
    everyRefusal(CHATWOOT, found, "{\"error\":\"The platform says why\"}");
    String page = "{\"payload\":[" + "{\"id\":9,\"content\":\"the last one\"},".repeat(20) + "{}]}";
    shown("the second page is refused", CHATWOOT, found, ok(page), refused("403 Forbidden", "{}"));

    Golden.check("hostile/messages-refused-chatwoot.txt", scene.told());
  }

  @Test
  void asapp() throws Exception {
    everyRefusal(
        ASAPP,
        ok("{\"id\":\"01HXTESTCONVERSATION00042\"}"),
        "{\"error\":{\"requestId\":\"8e03\",\"code\":\"C-01\","
            + "\"message\":\"The platform says why\"}}");

    Golden.check("hostile/messages-refused-asapp.txt", scene.told());
  }

  @Test
  void salescaptain() throws Exception {
    String found =
        ok(
            "{\"message\":\"m\",\"conversation\":{\"data\":"
                + "{\"conversation_id\":\"3f9c2b71-8d54-4e06-a1b7-5c20e9d80042\"}}}");
    everyRefusal(SALESCAPTAIN, found, "{\"error\":\"The platform says why\",\"code\":\"ERR_1\"}");
    shown(
        "refused, by a status that says otherwise",
        SALESCAPTAIN,
        found,
        ok("{\"status\":\"failure\",\"error\":\"Problem encountered while fetching messages!\"}"));
    String page =
        "{\"messages\":{\"data\":[{\"message_id\":\"9\",\"message\":\"the first one\"}],"
            + "\"pagination\":{\"total_pages\":2,\"total_count\":2}}}";
    shown(
        "the second page is refused",
        SALESCAPTAIN,
        found,
        ok(page),
        refused("403 Forbidden", "{}"));

    Golden.check("hostile/messages-refused-salescaptain.txt", scene.told());
  }

  private void everyRefusal(String line, String found, String body) throws IOException {
    for (String status : STATUSES) {
      shown(status, line, found, refused(status, body));
    }
    shown("no content", line, found, "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
    shown("a web page", line, found, status("200 OK", "<html>", "Content-Type: text/html"));
    shown("nothing", line, found, ok(""));
    shown("cut", line, found, "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{");
    shown("no answer", line, found, "");
    shown(
        "for scripts",
        line + " --error-format json",
        found,
        refused("503 Service Unavailable", body));
    shown("for people", line + " -o transcript", found, refused("403 Forbidden", body));
    for (List<String> both :
        List.of(
            List.of("404 Not Found", "403 Forbidden"),
            List.of("401 Unauthorized", "401 Unauthorized"),
            List.of("503 Service Unavailable", "404 Not Found"),
            List.of("429 Too Many Requests", "500 Internal Server Error"))) {
      run(
          "both: " + both.get(0) + ", and " + both.get(1),
          line,
          refused(both.get(0), body),
          refused(both.get(1), body));
    }
    run("the conversation alone", line, refused("403 Forbidden", body), ok("{}"));
    run("both hang up", line, "", "");
  }

  /** A run that shows something, of which the end is told as well. */
  private void shown(String name, String line, String conversation, String... messages)
      throws IOException {
    String whole = line.contains(" -o ") ? line : line + " -o jsonl";
    TestHost.Result result = run(name, whole, conversation, messages);
    int meta = result.out().indexOf("\"meta\":");
    scene.tell(meta < 0 ? result.out() : result.out().substring(meta));
  }

  /** The conversation is answered first, so that there is one order of events. */
  private TestHost.Result run(String name, String line, String conversation, String... messages)
      throws IOException {
    CountDownLatch answered = new CountDownLatch(1);
    AtomicInteger page = new AtomicInteger();
    RawServer.Script script =
        socket -> {
          String path = RawServer.head(socket).split(" ", 3)[1];
          if (path.contains("messages")) {
            answered.await();
            write(socket, messages[Math.min(page.getAndIncrement(), messages.length - 1)]);
          } else {
            write(socket, conversation);
            answered.countDown();
          }
        };
    try (RawServer server = new RawServer(script)) {
      return scene.run(name, line + " --retries 0 --max-wait 0", server.uri("http"));
    }
  }

  private static String refused(String status, String body) {
    return status(status, body, JSON, ID);
  }
}

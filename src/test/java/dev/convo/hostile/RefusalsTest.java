package dev.convo.hostile;

import static dev.convo.hostile.Scene.status;

import dev.convo.Golden;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a user, and a script, sees of each platform's own refusals: the bodies that its reference
 * and its server's source give, with each status. Read the goldens as if it were 3 a.m.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RefusalsTest {
  private static final String JSON = "Content-Type: application/json";
  private static final String ID = "X-Request-Id: 7d1f-42";

  private static final List<String> STATUSES =
      List.of(
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
    for (String sentence :
        List.of(
            "Invalid Access Token",
            "You are not authorized to access this account",
            "You are not authorized to do this action",
            "Access to this endpoint is not authorized for bots",
            "Account is suspended",
            "Etwas ist schiefgegangen")) {
      ask("chatwoot 42", "401 Unauthorized", "{\"error\":\"" + sentence + "\"}", JSON, ID);
    }
    ask("chatwoot 42", "401 Unauthorized", "{\"errors\":[\"Bitte melden Sie sich an.\"]}", JSON);
    ask("chatwoot 42", "404 Not Found", "{\"error\":\"Resource could not be found\"}", JSON);
    ask("chatwoot 42", "429 Too Many Requests", "Retry later\n", "Content-Type: text/plain");
    String documented =
        "{\"description\":\"Bad request\",\"errors\":[{\"field\":\"id\",\"message\":\"is odd\","
            + "\"code\":\"odd\"}]}";
    everyStatus("chatwoot 42", documented, JSON, ID);

    Golden.check("hostile/refusals-chatwoot.txt", scene.told());
  }

  @Test
  void asapp() throws Exception {
    String body =
        "{\"error\":{\"requestId\":\"8e033668-9f1a\",\"code\":\"CODE-01\","
            + "\"message\":\"The platform says why\"}}";
    everyStatus("asapp 01HXTESTCONVERSATION00042", body, JSON);
    ask(
        "asapp 01HXTESTCONVERSATION00042",
        "404 Not Found",
        "{\"error\":{\"requestId\":\"8e03\",\"message\":\"No code\"}}",
        JSON);

    Golden.check("hostile/refusals-asapp.txt", scene.told());
  }

  @Test
  void salescaptain() throws Exception {
    String id = "salescaptain 3f9c2b71-8d54-4e06-a1b7-5c20e9d80042";
    ask(
        id,
        "400 Bad Request",
        "{\"status\":\"failure\",\"error\":\"Required parameters missing: conversation_id\"}",
        JSON);
    String notFound =
        "{\"status\":\"failure\",\"error\":\"Problem encountered while fetching conversation!\"}";
    ask(id, "404 Not Found", notFound, JSON);
    ask(id, "200 OK", notFound, JSON);
    ask(id, "200 OK", "{\"status\":\"failure\",\"error\":\"Something else\"}", JSON, ID);
    ask(id, "200 OK", "{\"message\":\"fine\",\"conversation\":{\"data\":null}}", JSON);
    ask(
        id,
        "429 Too Many Requests",
        "{\"error\":\"Slow down\",\"code\":\"RATE\"}",
        JSON,
        "X-RateLimit-Limit: 30",
        "X-RateLimit-Remaining: 0",
        "X-RateLimit-Reset: 1795262490");
    String body =
        "{\"error\":\"The platform says why\",\"code\":\"ERR_1\","
            + "\"timestamp\":\"2026-03-15T08:00:00.000Z\",\"path\":\"/v1/fetch-conversation\"}";
    everyStatus(id, body, JSON, ID);
    ask(
        id,
        "403 Forbidden",
        "<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>",
        "Content-Type: text/html; charset=UTF-8",
        "CF-Ray: 8f2b-FRA");

    Golden.check("hostile/refusals-salescaptain.txt", scene.told());
  }

  @Test
  void crm() throws Exception {
    ask("crm 42", "404 Not Found", "{\"error\":\"Conversation not found\"}", JSON);
    everyStatus("crm 42", "{\"error\":\"The platform says why\"}", JSON, ID);

    Golden.check("hostile/refusals-crm.txt", scene.told());
  }

  @Test
  void workspace() throws Exception {
    ask(
        "workspace 42",
        "429 Too Many Requests",
        "{\"error\":{\"code\":\"rate_limit_exceeded\",\"message\":\"Rate limit exceeded\","
            + "\"reset_at\":\"2026-11-21T12:01:30Z\"}}",
        JSON);
    String body = "{\"error\":{\"code\":\"invalid_thing\",\"message\":\"The platform says why\"}}";
    everyStatus("workspace 42", body, JSON, ID);

    Golden.check("hostile/refusals-workspace.txt", scene.told());
  }

  private void everyStatus(String line, String body, String... headers) throws Exception {
    for (String status : STATUSES) {
      ask(line, status, body, headers);
    }
  }

  /** As text and as JSON; the documented call alone, so that there is one order of events. */
  private void ask(String line, String status, String body, String... headers) throws Exception {
    List<String> name = new ArrayList<>(List.of(status, body.strip()));
    name.addAll(List.of(headers));
    String whole = line + " --no-messages --retries 0 --max-wait 0";
    String answer = status(status, body, headers);
    scene.answered(String.join("\n   ", name), whole, answer);
    scene.answered("the same for scripts", whole + " --error-format json", answer);
  }
}

package dev.convo.hostile;

import static dev.convo.hostile.Scene.ok;
import static dev.convo.hostile.Scene.status;
import static dev.convo.hostile.Scene.write;

import dev.convo.Golden;
import dev.convo.http.apache.RawServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees of each status, whatever the body. The test machine's noon is 12:00 UTC. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StatusesTest {
  private static final String ASK = "workspace 42";
  private static final String FOUND = "{\"_id\":\"42\",\"messages\":[]}";
  private static final String HTML = "Content-Type: text/html; charset=utf-8";
  private static final String PAGE =
      "<!DOCTYPE html><html><head><title>Welcome to nginx!</title></head></html>";

  @TempDir Path home;
  private Scene scene = new Scene(Path.of(""));

  @BeforeEach
  void start() {
    scene = new Scene(home);
  }

  @Test
  void anAnswerThatIsNoneIsNotShown() throws Exception {
    scene.answered("a web page", ASK, status("200 OK", PAGE, HTML));
    scene.answered("a web page that claims to be JSON", ASK, ok(PAGE));
    scene.answered("nothing", ASK, ok(""));
    scene.answered("blanks", ASK, ok(" \n"));
    scene.answered("no content", ASK, "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
    scene.answered("reset content", ASK, status("205 Reset Content", ""));
    scene.answered("partial content", ASK, status("206 Partial Content", FOUND));
    scene.answered("another success", ASK, status("299 Fine", FOUND));
    scene.answered("null", ASK, ok("null"));
    scene.answered("a list", ASK, ok("[]"));
    scene.answered("an empty object", ASK, ok("{}"));
    scene.answered("another object", ASK, ok("{\"hello\":\"world\"}"));
    scene.answered("another conversation", ASK, ok("{\"_id\":\"43\",\"messages\":[]}"));

    Golden.check("hostile/no-answer.txt", scene.told());
  }

  @Test
  void everyStatusHasASentenceAndAHint() throws Exception {
    for (String line :
        List.of(
            "300 Multiple Choices",
            "304 Not Modified",
            "399 Odd",
            "400 Bad Request",
            "402 Payment Required",
            "405 Method Not Allowed",
            "406 Not Acceptable",
            "407 Proxy Authentication Required",
            "408 Request Timeout",
            "409 Conflict",
            "410 Gone",
            "413 Content Too Large",
            "414 URI Too Long",
            "418 I'm a teapot",
            "421 Misdirected Request",
            "422 Unprocessable Content",
            "426 Upgrade Required",
            "431 Request Header Fields Too Large",
            "451 Unavailable For Legal Reasons",
            "499 Odd",
            "500 Internal Server Error",
            "501 Not Implemented",
            "502 Bad Gateway",
            "503 Service Unavailable",
            "504 Gateway Timeout",
            "505 HTTP Version Not Supported",
            "507 Insufficient Storage",
            "520 Web Server Returned an Unknown Error",
            "530 Origin DNS Error")) {
      scene.answered(line, ASK, status(line, ""));
    }

    Golden.check("hostile/statuses.txt", scene.told());
  }

  @Test
  void aFailureWithAnyBodyIsTheSameFailure() throws Exception {
    String line = "503 Service Unavailable";
    String ask = ASK + " --retries 0";
    scene.answered("a page", ask, status(line, PAGE.replace("Welcome to nginx!", "Sorry"), HTML));
    scene.answered("text", ask, status(line, "down for\tmaintenance\nuntil noon\n"));
    scene.answered("a conversation", ask, status(line, FOUND));
    scene.answered("half an object", ask, status(line, "{\"error\":\"do"));
    scene.answered("no UTF-8", ask, status(line, "\u00ff\u00fe\u0000x"));
    scene.answered("escapes", ask, status(line, "{\"error\":\"\\u001b[31mred\\u202e\"}"));
    scene.answered("100,000 levels", ask, status(line, "[".repeat(100_000)));
    scene.answered("no gzip", ask, status(line, "plain", "Content-Encoding: gzip"));
    scene.answered("br", ask, status(line, "plain", "Content-Encoding: br"));
    scene.answered("cut", ask, "HTTP/1.1 " + line + "\r\nContent-Length: 99\r\n\r\nsorry, ");
    scene.served(
        "no end",
        ask,
        socket -> {
          RawServer.head(socket);
          write(socket, "HTTP/1.1 " + line + "\r\n\r\n");
          while (true) {
            write(socket, "sorry ".repeat(1000));
          }
        });
    scene.answered("when to come back", ask, status(line, "", "Retry-After: 90"));
    scene.answered("when to come back, soon", ASK, status(line, "", "Retry-After: 3"));

    Golden.check("hostile/failures.txt", scene.told());
  }

  @Test
  void aRateLimitIsWaitedOutAsThePlatformAsks() throws Exception {
    limitedOnce("in 7 seconds", ASK, "Retry-After: 7");
    limitedOnce("at a date", ASK, "Retry-After: Sat, 21 Nov 2026 12:00:09 GMT");
    limitedOnce("at a date of the old form", ASK, "Retry-After: Saturday, 21-Nov-26 12:00:09 GMT");
    limitedOnce("at a date of the oldest form", ASK, "Retry-After: Sat Nov 21 12:00:09 2026");
    limitedOnce("at a date of another weekday", ASK, "Retry-After: Mon, 21 Nov 2026 12:00:09 GMT");
    limitedOnce("in the past", ASK, "Retry-After: Sat, 21 Nov 2020 12:00:00 GMT");
    limitedOnce("in the past, in the old form", ASK, "Retry-After: Monday, 21-Nov-94 12:00:00 GMT");
    limitedOnce("in the year 9999", ASK, "Retry-After: Fri, 31 Dec 9999 23:59:59 GMT");
    limitedOnce("beyond all years", ASK, "Retry-After: Fri, 31 Dec 999999999999 23:59:59 GMT");
    limitedOnce("at once", ASK, "Retry-After: 0");
    limitedOnce("below zero", ASK, "Retry-After: -5");
    limitedOnce("in half a second", ASK, "Retry-After: 0.5");
    limitedOnce("in words", ASK, "Retry-After: soon");
    limitedOnce("absurd", ASK, "Retry-After: 99999999999");
    limitedOnce("beyond all numbers", ASK, "Retry-After: " + "9".repeat(400));
    limitedOnce("with an exponent", ASK, "Retry-After: 1e99");
    limitedOnce("empty", ASK, "Retry-After: ");
    limitedOnce("twice", ASK, "Retry-After: 7\r\nRetry-After: 9");
    limitedOnce("empty, then not", ASK, "Retry-After: \r\nRetry-After: 9");
    limitedOnce("absurd, then not", ASK, "Retry-After: 99999999999\r\nRetry-After: 9");
    limitedOnce("in a list", ASK, "Retry-After: 7, 9");
    limitedOnce("nothing said", ASK, "A: b");
    limitedOnce("by another header", ASK, "X-RateLimit-Reset: 1795262405");
    limitedOnce("by another header, in the past", ASK, "X-RateLimit-Reset: 1701425400");
    limitedOnce("by another header, below zero", ASK, "X-RateLimit-Reset: -1795262405");
    limitedOnce("by another header, in milliseconds", ASK, "X-RateLimit-Reset: 1795262405000");
    limitedOnce("by another header, absurd", ASK, "X-RateLimit-Reset: " + "9".repeat(400));
    limitedOnce("by another header, with an exponent", ASK, "X-RateLimit-Reset: 1e99");
    limitedOnce("by another header, empty", ASK, "X-RateLimit-Reset: ");
    limitedOnce(
        "by another header, twice",
        ASK,
        "X-RateLimit-Reset: never\r\nX-RateLimit-Reset: 1795262405");
    limitedOnce("by both", ASK, "X-RateLimit-Reset: 1795262405\r\nRetry-After: 3");
    limitedOnce("by both, one absurd", ASK, "X-RateLimit-Reset: 1795262405\r\nRetry-After: 1e99");
    limitedOnce("tomorrow", ASK, "Retry-After: 86400");
    limitedOnce("longer than --max-wait", ASK + " --max-wait 5s", "Retry-After: 6");
    limitedOnce("as long as --max-wait", ASK + " --max-wait 6s", "Retry-After: 6");
    limitedOnce("no waiting", ASK + " --max-wait 0", "Retry-After: 1");
    limitedOnce("without retries", ASK + " --retries 0", "Retry-After: 2");
    scene.answered("always, nothing said", ASK, status("429 Too Many Requests", ""));
    scene.answered("always, at once", ASK, status("429 Too Many Requests", "", "Retry-After: 0"));
    String daily = "asapp 01HXTESTCONVERSATION00042 --no-messages";
    scene.answered("a daily limit", daily, status("429 Too Many Requests", ""));
    scene.answered(
        "a daily limit that names its end",
        daily,
        status("429 Too Many Requests", "", "Retry-After: Sun, 22 Nov 2026 00:00:00 GMT"));

    Golden.check("hostile/rate-limits.txt", scene.told());
  }

  private void limitedOnce(String name, String line, String header) throws IOException {
    AtomicInteger asked = new AtomicInteger();
    scene.served(
        name,
        line,
        socket -> {
          RawServer.head(socket);
          boolean first = asked.getAndIncrement() == 0;
          write(socket, first ? status("429 Too Many Requests", "", header) : ok(FOUND));
        });
  }
}

package dev.convo.provider;

import dev.convo.UnusedAnswers;
import dev.convo.failure.Failure;
import dev.convo.http.Calls;
import dev.convo.http.Exchange;
import dev.convo.http.Headers;
import dev.convo.http.Reply;
import dev.convo.http.Request;
import dev.convo.http.Retrying;
import dev.convo.http.Tally;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Calls that a test answers itself, one after the other, without network, clock or retries. */
public final class CallsFixture {
  private CallsFixture() {}

  /**
   * Calls with these answers. Asking for anything else fails the test, and so does an answer that
   * is never asked for.
   *
   * @param bodies what is answered with 200, by path and query: {@code /a/7?page=1}
   */
  public static Calls answering(Map<String, String> bodies) {
    return failing(bodies, Map.of());
  }

  /** The same, with requests that fail. */
  public static Calls failing(Map<String, String> bodies, Map<String, Failure> failures) {
    Set<String> unused = ConcurrentHashMap.newKeySet();
    unused.addAll(bodies.keySet());
    unused.addAll(failures.keySet());
    UnusedAnswers.watch(() -> unused);
    return over(
        request -> {
          String asked = target(request);
          unused.remove(asked);
          Failure failure = failures.get(asked);
          if (failure != null) {
            throw failure;
          }
          String body = bodies.get(asked);
          if (body == null) {
            throw new AssertionError("unexpected request: " + asked);
          }
          return reply(body);
        });
  }

  /** Calls over an exchange; each request that reaches it is counted. */
  public static Calls over(Exchange exchange) {
    Tally tally = new Tally();
    return new Calls(
        request -> {
          tally.sent();
          return exchange.send(request);
        },
        new Retrying(),
        tally,
        Runnable::run,
        said -> said);
  }

  /** A reply of status 200. */
  public static Reply reply(String body) {
    return new Reply(
        200,
        Headers.NONE,
        new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
        () -> {});
  }

  /** The path and query of a request. */
  public static String target(Request request) {
    String base = "https://host.test";
    return request.uri(URI.create(base)).toString().substring(base.length());
  }
}

package dev.convo.http;

import dev.convo.failure.Details;
import dev.convo.failure.Details.Retry;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import java.net.URI;
import java.util.regex.Pattern;

/** Plain HTTP was sent to a port where the server speaks TLS. */
public final class TlsExpected {
  /** What nginx, Apache and Go answer to that, each with status 400. */
  private static final Pattern WORDS =
      Pattern.compile(
          "plain HTTP request was sent to HTTPS port"
              + "|plain HTTP to an SSL-enabled server port"
              + "|sent an HTTP request to an HTTPS server",
          Pattern.CASE_INSENSITIVE);

  private TlsExpected() {}

  static boolean isSaidIn(URI base, int status, String head) {
    return status == 400 && "http".equals(base.getScheme()) && WORDS.matcher(head).find();
  }

  /** The failure, with what to change. */
  public static Failure failure(String peer, Details details) {
    return new Failure(
        Kind.TLS,
        peer + " expects TLS, but the base URL begins with http://",
        "write https:// in the base URL",
        details.retry(Retry.NEVER, null),
        null);
  }
}

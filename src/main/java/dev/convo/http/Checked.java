package dev.convo.http;

import dev.convo.failure.Details;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Refusal.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Passes on answers that can be decoded, and turns all others into failures that quote the platform
 * and say whether and when to retry.
 */
public final class Checked implements Transport {
  /** How much of an error answer is read, in bytes. */
  private static final int HEAD = 64 * 1024;

  private final Transport inner;
  private final URI base;
  private final Refusal.Explain explain;
  private final InstantSource clock;

  /**
   * A check of one platform's answers.
   *
   * @param base the address below which requests go, to find where a redirect leads
   * @param clock the clock that dates in answers are compared with
   */
  public Checked(Transport inner, URI base, Refusal.Explain explain, InstantSource clock) {
    this.inner = inner;
    this.base = base;
    this.explain = explain;
    this.clock = clock;
  }

  @Override
  public Reply send(Request request, List<Signature> credentials) {
    Reply reply = inner.send(request, credentials);
    if (passes(reply)) {
      return reply;
    }
    try (reply) {
      throw judge(request, reply, credentials).of(request.purpose());
    }
  }

  private static boolean passes(Reply reply) {
    return reply.status() / 100 == 2
        && reply.status() != 204
        && reply.status() != 205
        && !isHtml(reply.headers());
  }

  private static boolean isHtml(Headers headers) {
    String type = headers.first("Content-Type").orElse("").strip().toLowerCase(Locale.ROOT);
    return type.startsWith("text/html") || type.startsWith("application/xhtml");
  }

  private Failure judge(Request request, Reply reply, List<Signature> credentials) {
    int status = reply.status();
    if (status / 100 == 2) {
      return unreadable(reply);
    }
    if (status / 100 == 3) {
      return Redirect.failure(request, base, reply);
    }
    String head = new String(head(reply), StandardCharsets.ISO_8859_1);
    if (TlsExpected.isSaidIn(base, status, head)) {
      return TlsExpected.failure(Origin.of(base).authority(), details(reply, null));
    }
    Refusal refusal = refusal(reply, head, credentials);
    Verdict verdict = Verdict.of(status, refusal.reason());
    String requestId = refusal.requestId();
    if (requestId == null && refusal.reason() == Reason.GATEWAY) {
      requestId = reply.headers().first("cf-ray").orElse(null);
    }
    Duration wait = verdict.retryAfter(reply.headers(), refusal.retryAt(), clock.instant());
    return new Failure(
        verdict.kind(),
        verdict.words() + " (HTTP " + status + refusal.codeWords() + ")" + refusal.quoted(),
        refusal.hint() == null ? verdict.hint(base, wait) : refusal.hint(),
        details(reply, requestId).retry(verdict.retry(), wait),
        null);
  }

  private Failure unreadable(Reply reply) {
    String what =
        isHtml(reply.headers()) ? "a web page came back" : "an answer without content came back";
    return new Failure(
        Kind.BAD_ANSWER,
        what + ", not the API's answer (HTTP " + reply.status() + ")",
        "is base_url the address of the API? it is " + base,
        details(reply, null),
        null);
  }

  /** A 403 that is a web page from Cloudflare does not come from the platform. */
  private Refusal refusal(Reply reply, String head, List<Signature> credentials) {
    // A platform may quote the credential it refuses: mask it in the raw body, and once more after
    // parsing has removed escapes.
    byte[] masked = Signature.masked(credentials, head).getBytes(StandardCharsets.ISO_8859_1);
    Refusal said =
        explain
            .explain(reply.status(), reply.headers(), masked)
            .reworded(words -> Signature.masked(credentials, words));
    boolean gateway =
        reply.status() == 403
            && said.reason() == Reason.AS_STATUS
            && isHtml(reply.headers())
            && reply.headers().first("cf-ray").isPresent();
    return gateway ? said.because(Reason.GATEWAY, null) : said;
  }

  /** As much of the body as arrives: a fault while reading must not hide the status. */
  private static byte[] head(Reply reply) {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    byte[] part = new byte[8192];
    try {
      while (head.size() < HEAD) {
        int count = reply.body().read(part, 0, Math.min(part.length, HEAD - head.size()));
        if (count < 0) {
          break;
        }
        head.write(part, 0, count);
      }
    } catch (Failure e) {
      if (e.kind() == Kind.INTERRUPTED) {
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return head.toByteArray();
  }

  static Details details(Reply reply, @Nullable String requestId) {
    return Details.NONE.answer(
        reply.status(), requestId == null ? reply.headers().requestId().orElse(null) : requestId);
  }
}

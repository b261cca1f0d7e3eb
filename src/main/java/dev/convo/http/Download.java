package dev.convo.http;

import dev.convo.failure.Details;
import dev.convo.failure.Details.Retry;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One file that is fetched: redirects are followed, each of them checked, and what breaks off is
 * taken up again where the server can say that the file is still the same.
 */
public final class Download {
  /** A part this large that breaks off is worth another request, whatever {@code --retries} is. */
  private static final long WORTH_ANOTHER = 1 << 20;

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private final Rules rules;
  private final String purpose;

  /** Whether it is called a web page: any other that comes is not the file. */
  private final boolean isPage;

  private final Into into;

  /** How many bytes there are already. */
  private long have;

  /** How many there are in all, once the server has said so. */
  private @Nullable Long total;

  /** By what the server knows this version of the file; null where it cannot be taken up again. */
  private @Nullable String version;

  private String type = "";

  /**
   * What the downloads of a conversation have in common.
   *
   * @param own the platform, which may be at any address
   * @param allowance the limits of all of them together
   * @param largest bytes of one file
   * @param listener hears of every request, its address without what may be a secret in it
   */
  public record Rules(
      Downloads downloads,
      Origin own,
      Allowance allowance,
      Retrying retrying,
      long largest,
      InstantSource clock,
      Traced.Listener listener) {}

  /** Where a file is written. */
  public interface Into {
    /**
     * Writes what comes next.
     *
     * @throws Failure OUTPUT if it cannot be written
     */
    void write(byte[] bytes, int from, int count);

    /**
     * Forgets what was written: the file comes from its beginning.
     *
     * @throws Failure OUTPUT if it cannot be
     */
    void restart();
  }

  private Download(Rules rules, String purpose, boolean isPage, Into into) {
    this.rules = rules;
    this.purpose = purpose;
    this.isPage = isPage;
    this.into = into;
  }

  /**
   * Fetches a file, whole.
   *
   * @param purpose what it is, in the words of an error message
   * @param url where a conversation says that it is
   * @param name what the conversation calls it, or null
   * @return what its server calls it, such as {@code image/jpeg}; empty where it does not say
   * @throws Failure why there is none; what was written until then is not whole
   */
  public static String fetch(
      Rules rules, String purpose, String url, @Nullable String name, Into into) {
    boolean page = FileAddress.isPage(url) || name != null && FileAddress.isPage(name);
    Download download = new Download(rules, purpose, page, into);
    return rules.retrying().run(Request.of(purpose), () -> download.whole(url));
  }

  /** An address as it may be written down: without what may be a secret in it. */
  public static String shown(String url) {
    return FileAddress.shown(url);
  }

  private String whole(String url) {
    while (true) {
      long before = have;
      try {
        part(FileAddress.of(url, rules.own()));
        return type;
      } catch (Failure failure) {
        boolean brokeOff = failure.kind() == Kind.NETWORK || failure.kind() == Kind.TIMEOUT;
        if (!brokeOff || version == null || have - before < WORTH_ANOTHER) {
          throw failure.namesPurpose() ? failure : failure.of(purpose);
        }
      }
    }
  }

  /** Reads on from what there is, or from the beginning. */
  private void part(FileAddress from) {
    boolean asksForRest = have > 0 && version != null;
    Map<String, String> headers =
        asksForRest
            ? Map.of("Range", "bytes=" + have + "-", "If-Range", String.valueOf(version))
            : Map.of();
    try (Hops.Answered answered = new Hops(rules, purpose).ask(from, headers)) {
      Reply reply = answered.reply();
      switch (reply.status()) {
        case 200 -> begin(answered);
        case 206 -> goOn(reply, asksForRest);
        default -> throw refused(answered, asksForRest);
      }
      copy(reply);
      if (total != null && have != total) {
        throw failure(
            Kind.NETWORK, "broke off after " + have + " of " + total + " bytes", Retry.SOON);
      }
    }
  }

  /** The file from its beginning, whatever was asked for. */
  private void begin(Hops.Answered answered) {
    Headers headers = answered.reply().headers();
    type =
        headers
            .first("Content-Type")
            .orElse("")
            .replaceAll(";.*", "")
            .strip()
            .toLowerCase(Locale.ROOT);
    boolean page = type.equals("text/html") || type.equals("application/xhtml+xml");
    if (page && !isPage && !FileAddress.isPage(answered.at().bare().toString())) {
      throw new Failure(
          Kind.BAD_ANSWER,
          "a web page came from " + answered.at().host() + ", not the file",
          "its link may have expired, or need a login: open it in a browser");
    }
    boolean encoded =
        headers
            .first("Content-Encoding")
            .filter(one -> !one.equalsIgnoreCase("identity"))
            .isPresent();
    total =
        encoded
            ? null
            : headers
                .first("Content-Length")
                .filter(Download::isNumber)
                .map(Long::valueOf)
                .orElse(null);
    version = encoded ? null : version(headers);
    if (total != null && total > rules.largest()) {
      throw tooLarge();
    }
    if (have > 0) {
      into.restart();
      have = 0;
    }
  }

  /** RFC 9110, section 13.1.5: only what changes with every byte tells versions apart. */
  private static @Nullable String version(Headers headers) {
    return headers
        .first("ETag")
        .filter(Download::isTag)
        .or(() -> headers.first("Last-Modified").filter(date -> date.matches("[ -~]+")))
        .orElse(null);
  }

  private static boolean isTag(@Nullable String text) {
    return text != null && text.matches("\"[!#-~]*\"");
  }

  /** The rest of the file, where that is what comes. */
  private void goOn(Reply reply, boolean askedForRest) {
    Headers headers = reply.headers();
    Optional<ContentRange> range = ContentRange.of(headers);
    boolean rest =
        askedForRest
            && range.filter(one -> one.begins(have, total)).isPresent()
            && headers.first("Content-Encoding").isEmpty()
            && headers
                .first("ETag")
                .filter(tag -> isTag(version) && !tag.equals(version))
                .isEmpty();
    if (!rest) {
      throw anew(askedForRest, "another part came than was asked for");
    }
    total = range.get().total();
    if (total > rules.largest()) {
      throw tooLarge();
    }
  }

  /** The next attempt, if there is one, begins at the beginning. */
  private Failure anew(boolean askedForRest, String why) {
    version = null;
    return failure(Kind.BAD_ANSWER, why, askedForRest ? Retry.SOON : Retry.NEVER);
  }

  private Failure refused(Hops.Answered answered, boolean askedForRest) {
    Reply reply = answered.reply();
    int status = reply.status();
    if (status == 416 && askedForRest) {
      return anew(true, "the rest of it cannot be had (HTTP 416)");
    }
    Verdict verdict = Verdict.of(status, Refusal.Reason.AS_STATUS);
    Duration wait = null;
    if (verdict.retry() == Retry.SOON || verdict.retry() == Retry.LATER) {
      wait = RetryAfter.after(reply.headers(), null, rules.clock().instant()).orElse(null);
    }
    return new Failure(
        verdict.kind(),
        words(status) + " (HTTP " + status + " from " + answered.at().host() + ")",
        null,
        Details.NONE.answer(status, null).retry(verdict.retry(), wait),
        null);
  }

  private static String words(int status) {
    return switch (status) {
      case 401 -> "it needs a login, and convo sends none";
      case 403 -> "not allowed; its link may have expired";
      case 404 -> "not found";
      case 410 -> "gone";
      case 429 -> "too many requests";
      case 502, 503, 504 -> "temporarily unavailable";
      default -> status / 100 == 3 ? "redirected without an address" : "no file came";
    };
  }

  private void copy(Reply reply) {
    byte[] buffer = new byte[64 * 1024];
    try {
      for (int count = reply.body().read(buffer); count >= 0; count = reply.body().read(buffer)) {
        if (have + count > rules.largest()) {
          throw tooLarge();
        }
        into.write(buffer, 0, count);
        have += count;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Failure tooLarge() {
    return new Failure(
        Kind.BAD_ANSWER,
        "the file is larger than " + Spans.size(rules.largest()),
        "--max-attachment allows more");
  }

  private static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  private static Failure failure(Kind kind, String message, Retry retry) {
    return new Failure(kind, message, null, Details.NONE.retry(retry, null), null);
  }
}

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The download of one file. Follows redirects, after checking each, and resumes a transfer that
 * broke off if the server can tell that the file is still the same.
 */
public final class Download {
  /** After this many bytes, a broken transfer is resumed without using up {@code --retries}. */
  private static final long WORTH_ANOTHER = 1 << 20;

  /** The part of a file that a reply contains: RFC 9110, section 14.4. */
  private static final Pattern RANGE =
      Pattern.compile("bytes (?<first>[0-9]{1,18})-(?<last>[0-9]{1,18})/(?<total>[0-9]{1,18})");

  private final Rules rules;
  private final String purpose;

  /** Whether the file is supposed to be a web page; if not, a web page is not the file. */
  private final boolean isPage;

  private final Into into;

  private long have;

  /** The size of the file, once the server has sent it. */
  private @Nullable Long total;

  /** The server's name for this version of the file; null if the transfer cannot be resumed. */
  private @Nullable String version;

  private String type = "";

  /**
   * What the downloads of a conversation share.
   *
   * @param own the platform, whose address may be private
   * @param allowance the limits for all of them together
   * @param largest bytes of one file
   * @param listener receives every request, without the query of its address
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
     * Discards what was written: the file starts over.
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
   * Downloads a file.
   *
   * @param purpose what is downloaded, in the words of an error message
   * @param url the address in the conversation
   * @param name its name in the conversation, or null
   * @return its type according to the server, such as {@code image/jpeg}, or empty
   * @throws Failure if it cannot be downloaded; what was written is incomplete
   */
  public static String fetch(
      Rules rules, String purpose, String url, @Nullable String name, Into into) {
    boolean page = FileAddress.isPage(url) || name != null && FileAddress.isPage(name);
    Download download = new Download(rules, purpose, page, into);
    return rules.retrying().run(purpose, () -> download.whole(url));
  }

  /** An address without its query, user and password, which may be secret. */
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
          // A full disk is not this file's fault.
          boolean named = failure.namesPurpose() || failure.kind() == Kind.OUTPUT;
          throw named ? failure : failure.of(purpose);
        }
      }
    }
  }

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

  /** The server sends the file from the start, whether or not a range was requested. */
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
      throw Failure.badAnswer(
          "a web page came from " + answered.at().host() + ", not the file",
          "its link may have expired, or need a login: open it in a browser");
    }
    boolean encoded =
        headers
            .first("Content-Encoding")
            .filter(one -> !one.equalsIgnoreCase("identity"))
            .isPresent();
    Optional<String> length =
        headers.first("Content-Length").filter(one -> one.matches("[0-9]{1,18}"));
    total = encoded || length.isEmpty() ? null : Long.valueOf(length.get());
    version = encoded ? null : version(headers);
    if (total != null && total > rules.largest()) {
      throw tooLarge();
    }
    if (have > 0) {
      into.restart();
      have = 0;
    }
  }

  /** Only a strong validator can be used: RFC 9110, section 13.1.5. */
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

  /** The server sends a range, which must be the rest of the file. */
  private void goOn(Reply reply, boolean askedForRest) {
    Headers headers = reply.headers();
    Matcher range = RANGE.matcher(headers.first("Content-Range").orElse("").strip());
    boolean rest =
        askedForRest
            && range.matches()
            && Long.parseLong(range.group("first")) == have
            && Long.parseLong(range.group("last")) < Long.parseLong(range.group("total"))
            && (total == null || total == Long.parseLong(range.group("total")))
            && headers.first("Content-Encoding").isEmpty()
            && headers
                .first("ETag")
                .filter(tag -> isTag(version) && !tag.equals(version))
                .isEmpty();
    if (!rest) {
      throw anew(askedForRest, "another part came than was asked for");
    }
    total = Long.valueOf(range.group("total"));
    if (total > rules.largest()) {
      throw tooLarge();
    }
  }

  /** The next attempt starts over. */
  private Failure anew(boolean askedForRest, String why) {
    version = null;
    return failure(Kind.BAD_ANSWER, why, askedForRest ? Retry.SOON : Retry.NEVER);
  }

  private Failure refused(Hops.Answered answered, boolean askedForRest) {
    Reply reply = answered.reply();
    int status = reply.status();
    if (status == 416 && askedForRest) {
      return anew(true, "the rest of it is not available (HTTP 416)");
    }
    Verdict verdict = Verdict.of(status, Refusal.Reason.AS_STATUS);
    Duration wait = verdict.retryAfter(reply.headers(), null, rules.clock().instant());
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
    return Failure.badAnswer(
        "the file is larger than " + Spans.size(rules.largest()), "--max-attachment allows more");
  }

  private static Failure failure(Kind kind, String message, Retry retry) {
    return new Failure(kind, message, null, Details.NONE.retry(retry, null), null);
  }
}

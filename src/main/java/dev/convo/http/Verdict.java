package dev.convo.http;

import dev.convo.failure.Details.Retry;
import dev.convo.failure.Kind;
import dev.convo.http.Refusal.Reason;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a status means, unless the platform means something else by it.
 *
 * @param words what came back, in the words of an error message
 * @param byGateway whether something in front of the platform refused
 */
record Verdict(Kind kind, String words, Retry retry, boolean byGateway) {
  private Verdict(Kind kind, String words, Retry retry) {
    this(kind, words, retry, false);
  }

  static Verdict of(int status, Reason reason) {
    return switch (reason) {
      case AS_STATUS -> of(status);
      case UNSIGNED -> new Verdict(Kind.UNAUTHORIZED, "credentials refused", Retry.RESPELLED);
      case UNAUTHORIZED -> new Verdict(Kind.UNAUTHORIZED, "credentials refused", Retry.NEVER);
      case FORBIDDEN -> new Verdict(Kind.FORBIDDEN, "not allowed", Retry.NEVER);
      case NOT_FOUND -> new Verdict(Kind.NOT_FOUND, "not found", Retry.NEVER);
      case NOT_THE_API ->
          new Verdict(
              Kind.BAD_ANSWER, "not found, but the answer is not in the API's form", Retry.NEVER);
      case GATEWAY -> {
        Verdict usual = of(status);
        yield new Verdict(
            usual.kind, "refused by a gateway, not by the platform", usual.retry, true);
      }
    };
  }

  private static Verdict of(int status) {
    return switch (status) {
      case 401 -> new Verdict(Kind.UNAUTHORIZED, "credentials refused", Retry.NEVER);
      case 403 -> new Verdict(Kind.FORBIDDEN, "not allowed", Retry.NEVER);
      case 404 -> new Verdict(Kind.NOT_FOUND, "not found", Retry.NEVER);
      case 407 -> new Verdict(Kind.PROXY, "the proxy requires a password", Retry.NEVER);
      case 408 ->
          new Verdict(Kind.TIMEOUT, "the platform timed out waiting for the request", Retry.SOON);
      case 410 -> new Verdict(Kind.NOT_FOUND, "gone", Retry.NEVER);
      case 429 -> new Verdict(Kind.RATE_LIMITED, "too many requests", Retry.LATER);
      case 502, 503, 504 ->
          new Verdict(Kind.PROVIDER_ERROR, "the platform is temporarily unavailable", Retry.SOON);
      default ->
          status / 100 == 4
              ? new Verdict(Kind.REJECTED, "request refused", Retry.NEVER)
              : new Verdict(Kind.PROVIDER_ERROR, "the platform failed", Retry.NEVER);
    };
  }

  /** How long the platform wants to be left alone, if another attempt may help; or null. */
  @Nullable Duration retryAfter(Headers headers, @Nullable Instant retryAt, Instant now) {
    boolean again = retry == Retry.SOON || retry == Retry.LATER;
    return again ? RetryAfter.after(headers, retryAt, now).orElse(null) : null;
  }

  /**
   * The next step, where the provider knows no better one.
   *
   * @param wait how long the platform wants to be left alone
   */
  @Nullable String hint(URI base, @Nullable Duration wait) {
    if (byGateway) {
      return "ask whoever runs " + Origin.of(base).authority() + " to let API clients through";
    }
    return switch (kind) {
      case PROXY -> "write the proxy as http://USER:PASSWORD@HOST:PORT";
      case PROVIDER_ERROR, TIMEOUT ->
          wait == null || wait.isZero()
              ? "try again in a few minutes"
              : "try again in " + Spans.words(wait) + ", as the platform asks";
      case FORBIDDEN -> "ask the platform's administrator for permission to read conversations";
      case NOT_FOUND -> "check the id, and that the profile is the right one: convo profile list";
      case BAD_ANSWER -> "is base_url the address of the API? it is " + base;
      case REJECTED -> "check the id and the settings with convo profile show; -vv says more";
      default -> null;
    };
  }
}

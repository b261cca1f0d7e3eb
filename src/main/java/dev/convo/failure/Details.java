package dev.convo.failure;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Facts about a failure, as far as they are known.
 *
 * @param httpStatus the status of the platform's answer
 * @param requestId the id by which the platform's support finds the request
 * @param retryAfter how long the platform wants to be left alone, counted from its answer
 */
public record Details(
    Place place,
    @Nullable Integer httpStatus,
    @Nullable String requestId,
    Retry retry,
    @Nullable Duration retryAfter) {

  public Details {
    requestId = requestId == null ? null : Excerpt.of(requestId);
  }

  /** No facts, and no retry. */
  public static final Details NONE =
      new Details(new Place(null, null, null, null), null, null, Retry.NEVER, null);

  /**
   * Where it happened.
   *
   * @param provider the provider's name, such as {@code chatwoot}
   * @param host the host, with its port if that is not the default
   */
  public record Place(
      @Nullable String provider,
      @Nullable String profile,
      @Nullable String host,
      @Nullable String conversationId) {}

  /** Whether the same request may be sent again, and what limits that. */
  public enum Retry {
    /** It would fail again. */
    NEVER,
    /** A kept connection was stale: send it once more on a new one, at no cost. */
    FRESH,
    /** A passing fault: as often as {@code --retries} allows. */
    SOON,
    /** A rate limit: as long as {@code --max-wait} allows. */
    LATER,
    /** The platform saw no credential: once, with the next spelling of its header. */
    RESPELLED
  }

  /** The same, with whether and when to try again. */
  public Details retry(Retry again, @Nullable Duration after) {
    return new Details(place, httpStatus, requestId, again, after);
  }

  /** The same, with facts from the head of an answer. */
  public Details answer(int status, @Nullable String request) {
    return new Details(place, status, request, retry, retryAfter);
  }

  Details requestId(@Nullable String other) {
    return new Details(place, httpStatus, other, retry, retryAfter);
  }

  /** The same, with whatever is missing filled in. */
  public Details completed(
      String byProvider,
      @Nullable String withProfile,
      @Nullable String atHost,
      @Nullable String forId) {
    Place all =
        new Place(
            place.provider == null ? byProvider : place.provider,
            place.profile == null ? withProfile : place.profile,
            place.host == null ? atHost : place.host,
            place.conversationId == null ? forId : place.conversationId);
    return new Details(all, httpStatus, requestId, retry, retryAfter);
  }
}

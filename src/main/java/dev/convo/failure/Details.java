package dev.convo.failure;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a failure that are known where it is thrown or passed on.
 *
 * @param place where it happened, as far as it is known
 * @param httpStatus the status of the platform's answer
 * @param requestId the id by which the platform's support finds the request
 * @param retry whether the same request may be sent again
 * @param retryAfter how long the platform asked to be left alone, counted from its answer
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
   * @param profile the profile's name
   * @param host the host, with its port where that is not the usual one
   * @param conversationId the id asked for
   */
  public record Place(
      @Nullable String provider,
      @Nullable String profile,
      @Nullable String host,
      @Nullable String conversationId) {}

  /** Whether the same request may be sent again, and which allowance that uses up. */
  public enum Retry {
    /** Sending it again would fail again. */
    NEVER,
    /** A kept connection had gone stale: try once more on a fresh one, at no cost. */
    FRESH,
    /** A passing fault: try as often as {@code --retries} allows. */
    SOON,
    /** A rate limit: try for as long as {@code --max-wait} allows. */
    LATER,
    /** The platform saw no credential: try once with the next spelling of its header. */
    RESPELLED
  }

  /** These facts with whether and when to try again. */
  public Details retry(Retry again, @Nullable Duration after) {
    return new Details(place, httpStatus, requestId, again, after);
  }

  /** These facts with those of the answer's head. */
  public Details answer(int status, @Nullable String request) {
    return new Details(place, status, request, retry, retryAfter);
  }

  Details requestId(@Nullable String other) {
    return new Details(place, httpStatus, other, retry, retryAfter);
  }

  /** These facts, with those that are missing filled in. */
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

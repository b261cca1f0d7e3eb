package dev.convo.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a conversation was fetched.
 *
 * @param requests how many requests were sent for it, repeated ones included
 * @param host the host asked, with its port where that is not the usual one
 * @param requestIds what the platform's support wants to be told, in the order of the calls
 */
public record Meta(
    Completeness completeness,
    int requests,
    @Nullable String profile,
    String host,
    Instant fetchedAt,
    List<String> requestIds) {
  public Meta {
    requestIds = List.copyOf(requestIds);
  }
}

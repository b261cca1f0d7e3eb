package dev.convo.http;

import dev.convo.failure.Excerpt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The headers of a reply, in the order they came.
 *
 * @param entries name and value; a name may come more than once
 */
public record Headers(List<Map.Entry<String, String>> entries) {
  public static final Headers NONE = new Headers(List.of());

  /** Headers that carry a request id, the most common first. */
  private static final List<String> REQUEST_IDS =
      List.of(
          "X-Request-Id",
          "Request-Id",
          "X-Correlation-Id",
          "X-Amzn-RequestId",
          "Apigw-Requestid",
          "X-Amz-Cf-Id",
          "X-Trace-Id",
          "CF-Ray");

  public Headers {
    entries = List.copyOf(entries);
  }

  /** The first value under this name, ignoring case. */
  public Optional<String> first(String name) {
    return all(name).findFirst();
  }

  Stream<String> all(String name) {
    return entries.stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue);
  }

  /** The id by which the platform's support finds this request. */
  public Optional<String> requestId() {
    return REQUEST_IDS.stream()
        .flatMap(name -> first(name).stream())
        .filter(id -> !id.isBlank())
        .findFirst()
        .map(Excerpt::of);
  }
}

package dev.convo.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * A GET below a base URI. Holds no secret.
 *
 * @param purpose what is asked for, in the words of an error message: {@code conversation 42}
 * @param path the segments behind the base, each percent-encoded when sent, so that none can reach
 *     another path
 * @param query names and values, each percent-encoded when sent, in order
 * @param headers headers in addition to those of every request; no credential
 * @param limit how long it may take, where that is less than any request may
 */
public record Request(
    String purpose,
    List<String> path,
    Map<String, String> query,
    Map<String, String> headers,
    Duration limit) {
  private static final Duration UNLIMITED = Duration.ofDays(365);

  public Request {
    path = List.copyOf(path);
    query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /**
   * A request for a path such as {@code conversations/{}}: a pair of braces is a segment, whatever
   * its value holds.
   */
  public static Request of(String purpose, String form, String... values) {
    Iterator<String> next = List.of(values).iterator();
    List<String> path =
        Stream.of(form.split("/")).map(part -> part.equals("{}") ? next.next() : part).toList();
    return new Request(purpose, path, Map.of(), Map.of(), UNLIMITED);
  }

  public Request query(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(query);
    more.put(name, value);
    return new Request(purpose, path, more, headers, limit);
  }

  public Request header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Request(purpose, path, query, more, limit);
  }

  Request within(Duration time) {
    return new Request(purpose, path, query, headers, time);
  }

  /**
   * The address below a base.
   *
   * @param base without query and fragment; its own path stays in front
   */
  public URI uri(URI base) {
    String start = base.toString();
    StringBuilder out = new StringBuilder(start);
    if (start.endsWith("/")) {
      out.setLength(start.length() - 1);
    }
    path.forEach(segment -> out.append('/').append(encoded(segment)));
    StringJoiner pairs = new StringJoiner("&", "?", "").setEmptyValue("");
    query.forEach((name, value) -> pairs.add(encoded(name) + "=" + encoded(value)));
    return URI.create(out.append(pairs).toString());
  }

  /** Percent-encodes all but the unreserved characters of RFC 3986, section 2.3. */
  private static String encoded(String text) {
    // Made for forms, it differs in these three.
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}

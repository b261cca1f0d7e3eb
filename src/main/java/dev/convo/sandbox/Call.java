package dev.convo.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as a service receives it.
 *
 * @param method in capitals
 * @param path behind the service's own prefix, still percent-encoded, empty or from a slash on
 * @param query names and values, decoded; the first value where a name comes twice
 * @param headers values by name in lower case
 */
public record Call(
    String method, String path, Map<String, String> query, Map<String, List<String>> headers) {
  public Call {
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }

  /** Without the headers, which hold the credentials. */
  @Override
  public String toString() {
    return method + " " + path;
  }

  static Call of(String method, String path, String rawQuery, Map<String, List<String>> headers) {
    Map<String, List<String>> byName = new HashMap<>();
    headers.forEach((name, values) -> byName.put(name.toLowerCase(Locale.ROOT), values));
    return new Call(method, path, parameters(rawQuery), byName);
  }

  private static Map<String, String> parameters(String rawQuery) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : rawQuery.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      parameters.putIfAbsent(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  public boolean get() {
    return method.equals("GET") || method.equals("HEAD");
  }

  /** A made-up request id, the same for the same request. */
  public String requestId() {
    return "5a4dbc00-0000-4000-8000-%012x"
        .formatted(Integer.toUnsignedLong(31 * path.hashCode() + query.hashCode()));
  }

  /** A header's value; several are joined by a comma, as servers join them. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)))
        .map(values -> String.join(", ", values));
  }

  /** A query parameter; an empty one counts as none. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
  }

  /**
   * The segments of the path in the places where this form has {@code {}}, decoded.
   *
   * @param form a path such as {@code /api/conversations/{}}
   * @return empty if the path is of another form
   */
  public Optional<List<String>> match(String form) {
    String[] wanted = form.split("/", -1);
    String[] actual = path.split("/", -1);
    if (wanted.length != actual.length) {
      return Optional.empty();
    }
    List<String> found = new ArrayList<>();
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i].equals("{}")) {
        // A plus is a plus in a path; only in a query is it a space.
        found.add(decoded(actual[i].replace("+", "%2B")));
      } else if (!wanted[i].equals(actual[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }
}

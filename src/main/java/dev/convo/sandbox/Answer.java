package dev.convo.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A service's answer.
 *
 * @param headers headers in addition to those of every answer
 * @param body sent as UTF-8
 */
public record Answer(int status, Map<String, String> headers, String body) {
  public Answer {
    headers = Map.copyOf(headers);
  }

  public static Answer json(int status, String body) {
    return new Answer(status, Map.of("Content-Type", "application/json; charset=utf-8"), body);
  }

  /** A web page, as gateways and dashboards send it. */
  public static Answer html(int status, String title) {
    return new Answer(
        status,
        Map.of("Content-Type", "text/html; charset=utf-8"),
        """
        <!DOCTYPE html>
        <html>
        <head><title>%s</title></head>
        <body><h1>%s</h1></body>
        </html>
        """
            .formatted(title, title));
  }

  public static Answer text(int status, String body) {
    return new Answer(status, Map.of("Content-Type", "text/plain; charset=utf-8"), body);
  }

  Answer body(String other) {
    return new Answer(status, headers, other);
  }

  public Answer header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, body);
  }
}

package dev.convo.http;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Replies for tests. */
final class Replies {
  private Replies() {}

  /** A reply whose headers are given as name, value, name, value. */
  static Reply of(int status, String body, String... headers) {
    return of(status, body, () -> {}, headers);
  }

  static Reply of(int status, String body, Runnable abort, String... headers) {
    List<Map.Entry<String, String>> entries = new ArrayList<>();
    for (int i = 0; i < headers.length; i += 2) {
      entries.add(Map.entry(headers[i], headers[i + 1]));
    }
    return new Reply(
        status,
        new Headers(entries),
        new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
        abort);
  }
}

package dev.convo.archive;

import dev.convo.http.Request;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for below its base.
 *
 * @param path percent-encoded, beginning with a slash
 * @param query percent-encoded, or null
 */
record Target(String path, @Nullable String query) {
  private static final URI ANY = URI.create("http://localhost");

  static Target of(Request request) {
    URI uri = request.uri(ANY);
    return new Target(uri.getRawPath(), uri.getRawQuery());
  }

  /** Both in one. */
  String text() {
    return query == null ? path : path + "?" + query;
  }
}

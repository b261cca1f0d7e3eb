package dev.convo.http;

import dev.convo.failure.Excerpt;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/** A redirect. It is not followed, because the credentials would go with it. */
final class Redirect {
  private Redirect() {}

  static Failure failure(Request request, URI base, Reply reply) {
    Optional<URI> target =
        reply.headers().first("Location").flatMap(to -> target(request, base, to));
    String status = " (HTTP " + reply.status() + ")";
    String message =
        target
            .map(to -> "redirected to " + shown(to) + status)
            .orElse("redirected without an address" + status);
    String hint =
        target
            .flatMap(to -> newBase(request, base, to))
            .map(found -> "if that is the platform, set base_url = \"" + found + "\"")
            .orElse("is base_url the address of the API? it is " + base);
    return new Failure(Kind.PROVIDER_ERROR, message, hint, Checked.details(reply, null), null);
  }

  private static Optional<URI> target(Request request, URI base, String location) {
    try {
      return Optional.of(request.uri(base).resolve(location.strip()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Without query, fragment and user info, which may hold secrets. */
  private static String shown(URI target) {
    return Excerpt.of(origin(target) + path(target));
  }

  /** What comes before the request's own path in the target, unless that is the current base. */
  private static Optional<String> newBase(Request request, URI base, URI target) {
    String own = request.uri(URI.create("http://base")).getRawPath();
    String path = path(target);
    if (!path.endsWith(own) || target.getHost() == null) {
      return Optional.empty();
    }
    String found = origin(target) + path.substring(0, path.length() - own.length());
    return found.equals(origin(base) + trimmed(path(base))) ? Optional.empty() : Optional.of(found);
  }

  private static String trimmed(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static String origin(URI uri) {
    return uri.getHost() == null ? uri.getScheme() + ":" : Origin.of(uri).toString();
  }

  private static String path(URI uri) {
    return Objects.requireNonNullElse(uri.getRawPath(), "");
  }
}

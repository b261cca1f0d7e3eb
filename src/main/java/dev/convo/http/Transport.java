package dev.convo.http;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts one request with its credentials on the wire: no retries, no redirects, no cookies. Used by
 * several threads at once, until it is closed.
 */
@FunctionalInterface
public interface Transport extends AutoCloseable {
  /**
   * Sends a request below the base URI.
   *
   * @throws dev.convo.failure.Failure NETWORK, TLS, TIMEOUT, PROXY; BAD_ANSWER if it is not HTTP;
   *     CONFIG if a file of authorities cannot be read or contains no certificate; INTERRUPTED
   */
  Reply send(Request request, List<Signature> credentials);

  /** Closes its connections; requests under way break off. */
  @Override
  default void close() {}

  /** A header that authenticates a request. */
  final class Signature {
    private final String name;
    private final String value;
    private final Echo whole;
    private final @Nullable Echo withoutScheme;

    /** The value is printable ASCII, and never printed. */
    public Signature(String name, String value) {
      this.name = name;
      this.value = value;
      this.whole = new Echo(value);
      int blank = value.indexOf(' ');
      this.withoutScheme = blank < 0 ? null : new Echo(value.substring(blank + 1));
    }

    public String name() {
      return name;
    }

    public String value() {
      return value;
    }

    /** The text with this secret masked, whole or without "Bearer". */
    String masked(String said) {
      String masked = whole.masked(said);
      return withoutScheme == null ? masked : withoutScheme.masked(masked);
    }

    /** The same for several secrets. */
    public static String masked(List<Signature> credentials, String said) {
      String masked = said;
      for (Signature one : credentials) {
        masked = one.masked(masked);
      }
      return masked;
    }

    @Override
    public String toString() {
      return name + ": ***";
    }
  }

  /**
   * What a transport is made of, or downloads.
   *
   * @param base the URI every request is below, whose address may be private
   * @param proxies which proxy to use for which host
   * @param authorities PEM files of authorities to trust in addition to the usual ones
   * @param userAgent what convo calls itself
   */
  record Settings(
      URI base,
      Limits limits,
      Function<URI, Optional<Proxies.Chosen>> proxies,
      List<Authorities> authorities,
      String userAgent) {
    public Settings {
      authorities = List.copyOf(authorities);
    }
  }

  /**
   * A PEM file of authorities to trust.
   *
   * @param source where it was named, for errors: {@code --ca-bundle}
   */
  record Authorities(Path file, String source) {}
}

package dev.convo.http;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts one request with its credentials on the wire: no retries, no redirects, no cookies. */
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

    /**
     * A header.
     *
     * @param value printable ASCII; never printed
     */
    public Signature(String name, String value) {
      this.name = name;
      this.value = value;
      this.whole = new Echo(value);
      int blank = value.indexOf(' ');
      this.withoutScheme = blank < 0 ? null : new Echo(value.substring(blank + 1));
    }

    /** The header's name. */
    public String name() {
      return name;
    }

    /** The header's value. */
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
   * What a transport is made of.
   *
   * @param base the URI every request is below
   * @param timeout for the whole of one request, its body included
   * @param maxBody bytes of one body, after decompression
   * @param connections how many may be open at once; at least 1
   * @param proxy the proxy for the base, or null for none; may carry user info
   * @param proxySource where the proxy was set, for errors: {@code HTTPS_PROXY}
   * @param authorities PEM files of authorities to trust in addition to the usual ones
   * @param userAgent what convo calls itself
   */
  record Settings(
      URI base,
      Duration timeout,
      long maxBody,
      int connections,
      @Nullable URI proxy,
      @Nullable String proxySource,
      List<Authorities> authorities,
      String userAgent) {
    public Settings {
      authorities = List.copyOf(authorities);
    }

    /** Without the proxy's user and password. */
    @Override
    public String toString() {
      return "Settings for " + base + (proxy == null ? "" : ", proxy from " + proxySource);
    }
  }

  /**
   * A PEM file of authorities to trust.
   *
   * @param source where it was named, for errors: {@code --ca-bundle}
   */
  record Authorities(Path file, String source) {}

  /** Opens a transport; it is used by several threads at once, until it is closed. */
  @FunctionalInterface
  interface Factory {
    /**
     * Opens a transport. Returns at once: slow preparations continue in the background, and if one
     * fails, the first request does.
     */
    Transport open(Settings settings);
  }
}

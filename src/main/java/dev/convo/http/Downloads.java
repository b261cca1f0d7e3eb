package dev.convo.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Downloads files, from the platform or any other host. Sends no credentials, no cookies and none
 * of the platform's headers; follows no redirects.
 */
@FunctionalInterface
public interface Downloads extends AutoCloseable {
  /**
   * Sends one GET.
   *
   * @param purpose what is asked for, in the words of an error message
   * @param headers names and values to send in addition to the usual ones
   * @param limit how long it may take, where that is less than any request may
   * @throws dev.convo.failure.Failure FORBIDDEN if the host has an address that is not public, and
   *     is not the platform's own; NETWORK, TLS, TIMEOUT, PROXY, BAD_ANSWER, CONFIG, INTERRUPTED as
   *     a {@link Transport} does
   */
  Reply get(String purpose, URI file, Map<String, String> headers, Duration limit);

  /** Closes its connections; requests under way break off. */
  @Override
  default void close() {}

  /**
   * What downloads are made of.
   *
   * @param own the platform, whose address may be private
   * @param timeout for the whole of one request, its body included
   * @param connections how many may be open at once; at least 1
   * @param proxies which proxy to use for which host
   * @param authorities PEM files of authorities to trust in addition to the usual ones
   * @param userAgent what convo calls itself
   */
  record Settings(
      Origin own,
      Duration timeout,
      int connections,
      Proxies proxies,
      List<Transport.Authorities> authorities,
      String userAgent) {
    public Settings {
      authorities = List.copyOf(authorities);
    }
  }

  /** Opens downloads; they are used by several threads at once, until they are closed. */
  @FunctionalInterface
  interface Factory {
    /** Opens them. Connects to no host yet. */
    Downloads open(Settings settings);
  }
}

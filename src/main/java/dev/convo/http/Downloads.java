package dev.convo.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Downloads files, from the platform or any other host. Sends no credentials, no cookies and none
 * of the platform's headers; follows no redirects. Used by several threads at once, until it is
 * closed.
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
}

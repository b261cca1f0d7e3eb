package dev.convo.http;

/** Sends a request and returns its reply. Layers of this make the stack that {@link Calls} uses. */
@FunctionalInterface
public interface Exchange {
  /**
   * Sends a request.
   *
   * @throws dev.convo.failure.Failure NETWORK, TLS, TIMEOUT, PROXY if no reply came; further kinds
   *     where a layer judges the reply
   */
  Reply send(Request request);
}

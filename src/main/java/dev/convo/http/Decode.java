package dev.convo.http;

/**
 * Turns a successful reply into a value. Must be pure: if a body breaks off half-way, the request
 * is repeated and decoded from the start.
 */
@FunctionalInterface
public interface Decode<T> {
  /**
   * Reads the reply's body.
   *
   * @throws dev.convo.failure.Failure BAD_ANSWER if it cannot be understood
   */
  T decode(Reply reply);
}

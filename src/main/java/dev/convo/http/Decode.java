package dev.convo.http;

/**
 * Turns a successful reply into a value. Pure: a body that breaks off half-way is asked for and
 * decoded again.
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

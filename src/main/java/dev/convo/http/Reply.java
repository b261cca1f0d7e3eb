package dev.convo.http;

import java.io.InputStream;

/**
 * An answer. {@link Calls} closes those that it asked for.
 *
 * @param body after content decoding; reading it throws a {@link dev.convo.failure.Failure} where
 *     the connection breaks, the time limit runs out or the size limit is passed
 * @param abort drops the connection without draining it; may be called more than once
 */
public record Reply(int status, Headers headers, InputStream body, Runnable abort)
    implements AutoCloseable {

  /** Drops whatever has not been read. */
  @Override
  public void close() {
    abort.run();
  }
}

package dev.convo.http;

import java.io.InputStream;

/**
 * What came back. Whoever asked {@link Calls} for it need not close it.
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

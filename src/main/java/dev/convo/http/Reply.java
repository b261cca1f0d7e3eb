package dev.convo.http;

import dev.convo.failure.Failure;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * An answer. {@link Calls} closes those that it asked for.
 *
 * @param body after content decoding; reading it throws a {@link Failure} where the connection
 *     breaks, the time limit runs out or the size limit is passed
 * @param abort drops the connection without draining it; may be called more than once
 */
public record Reply(int status, Headers headers, InputStream body, Runnable abort)
    implements AutoCloseable {

  /** Sees a body as it is read. */
  @FunctionalInterface
  public interface Tap {
    /** Sees what has just been read. A failure that it throws is the reader's. */
    void read(byte[] bytes, int from, int count);

    /** Sees why the body cannot be read, and returns the failure that its reader gets. */
    default Failure failed(Failure failure) {
      return failure;
    }
  }

  public Reply tapped(Tap tap) {
    return new Reply(status, headers, new Tapped(body, tap), abort);
  }

  /** The same reply, which does more when it is closed; perhaps several times. */
  public Reply onClose(Runnable more) {
    return new Reply(
        status,
        headers,
        body,
        () -> {
          abort.run();
          more.run();
        });
  }

  @Override
  public void close() {
    abort.run();
  }

  private static final class Tapped extends FilterInputStream {
    private final Tap tap;

    Tapped(InputStream body, Tap tap) {
      super(body);
      this.tap = tap;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        int count = super.read(target, offset, length);
        if (count > 0) {
          tap.read(target, offset, count);
        }
        return count;
      } catch (Failure failure) {
        throw tap.failed(failure);
      }
    }
  }
}

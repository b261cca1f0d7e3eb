package dev.convo.archive;

import dev.convo.failure.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The JSON objects of a stream, pretty or a line each, with any white space between them. Each is a
 * stream of its own.
 */
public final class Documents {
  private final InputStream in;
  private final byte[] buffer = new byte[64 * 1024];
  private int next;
  private int end;
  private @Nullable Document current;
  private boolean over;

  /** The objects in this stream, which the caller closes. */
  public Documents(InputStream in) {
    this.in = in;
  }

  /**
   * The next object; what was not read of the one before is skipped. Empty at the end, and after a
   * fault, as the next object could begin anywhere.
   *
   * @throws Failure BAD_ANSWER if something other than an object comes
   */
  public Optional<InputStream> next() throws IOException {
    if (!over) {
      over = true; // Stays true after a fault.
      over = isOver();
    }
    if (over) {
      return Optional.empty();
    }
    current = new Document();
    return Optional.of(current);
  }

  private boolean isOver() throws IOException {
    if (current != null) {
      current.skipRest();
    }
    while (fill()) {
      byte at = buffer[next];
      if (at == '{') {
        return false;
      }
      boolean mark =
          current == null && (at == (byte) 0xEF || at == (byte) 0xBB || at == (byte) 0xBF);
      if (at != ' ' && at != '\n' && at != '\r' && at != '\t' && !mark) {
        throw DocumentText.foreign();
      }
      next++;
    }
    return true;
  }

  private boolean fill() throws IOException {
    if (next == end) {
      next = 0;
      end = Math.max(0, in.read(buffer));
    }
    return next < end;
  }

  /** One object, up to its last bracket. */
  private final class Document extends InputStream {
    private int depth;
    private boolean inString;
    private boolean escaped;
    private boolean ended;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (ended || !fill()) {
        return -1;
      }
      int from = next;
      int stop = Math.min(end, next + length);
      while (next < stop && !ended) {
        step(buffer[next++]);
      }
      System.arraycopy(buffer, from, target, offset, next - from);
      return next - from;
    }

    private void step(byte at) {
      if (inString) {
        inString = escaped || at != '"';
        escaped = !escaped && at == '\\';
      } else if (at == '"') {
        inString = true;
      } else if (at == '{') {
        depth++;
      } else if (at == '}') {
        ended = --depth == 0;
      }
    }

    void skipRest() throws IOException {
      byte[] rest = new byte[8192];
      int count;
      do {
        count = read(rest, 0, rest.length);
      } while (count >= 0);
    }
  }
}

package dev.convo.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of a UTF-8 stream; at most one line is kept in memory. */
public final class Lines {
  /** The longest line that is kept, in bytes. */
  static final int LONGEST = 64 * 1024;

  /** How many bytes are read in search of the end of a line, far more than any line has. */
  private static final long SEARCHED = 64L << 20;

  private final InputStream in;
  private final int longest;
  private final long searched;
  private final byte[] buffer = new byte[LONGEST];
  private int next;
  private int end;
  private boolean afterReturn;
  private boolean over;

  /** Lines of at most {@value #LONGEST} bytes that end with LF, CR or both. */
  public Lines(InputStream in) {
    this(in, LONGEST, SEARCHED);
  }

  /**
   * Lines with other limits.
   *
   * @param longest bytes of a line that is kept
   * @param searched bytes of one line after which the stream is taken to have no more lines
   */
  Lines(InputStream in, int longest, long searched) {
    this.in = in;
    this.longest = longest;
    this.searched = searched;
  }

  /**
   * A line without its end.
   *
   * @param text null where the line is too long to be kept
   */
  record Line(@Nullable String text) {}

  /** The next line; empty after the last one. */
  Optional<Line> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    long length = 0;
    boolean begun = false;
    while (!over && fill()) {
      if (afterReturn) {
        next += buffer[next] == '\n' ? 1 : 0;
        afterReturn = false;
        continue;
      }
      begun = true;
      int stop = stop();
      line.write(buffer, next, (int) Math.min(stop - next, Math.max(0, longest + 1 - length)));
      length += stop - next;
      over = length > searched;
      next = stop;
      if (stop < end) {
        afterReturn = buffer[next++] == '\r';
        return Optional.of(line(line, length));
      }
    }
    return begun ? Optional.of(line(line, length)) : Optional.empty();
  }

  private Line line(ByteArrayOutputStream line, long length) {
    return new Line(length > longest ? null : line.toString(StandardCharsets.UTF_8));
  }

  /** Makes sure that something is buffered; false at the end of the stream. */
  private boolean fill() throws IOException {
    if (next == end) {
      next = 0;
      end = Math.max(0, in.read(buffer));
    }
    return next < end;
  }

  /** Where the line ends, as far as it is buffered. */
  private int stop() {
    byte[] bytes = buffer;
    int last = end;
    int at = next;
    while (at < last && bytes[at] != '\n' && bytes[at] != '\r') {
      at++;
    }
    return at;
  }
}

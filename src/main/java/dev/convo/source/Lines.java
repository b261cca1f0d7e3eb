package dev.convo.source;

import java.io.BufferedInputStream;
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

  private final BufferedInputStream in;
  private final int longest;
  private final long searched;
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
    this.in = new BufferedInputStream(in, LONGEST);
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
    int read = over ? -1 : in.read();
    if (afterReturn && read == '\n') {
      read = in.read();
    }
    if (read < 0) {
      return Optional.empty();
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    long length = 0;
    for (; read >= 0 && read != '\n' && read != '\r' && !over; read = in.read()) {
      if (length++ < longest) {
        line.write(read);
      }
      over = length > searched;
    }
    afterReturn = read == '\r';
    return Optional.of(new Line(length > longest ? null : line.toString(StandardCharsets.UTF_8)));
  }
}

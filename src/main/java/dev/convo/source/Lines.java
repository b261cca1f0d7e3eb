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
  private static final int SEARCHED = 64 << 20;

  private final BufferedInputStream in;
  private boolean afterReturn;
  private boolean over;

  /** Lines that end with LF, CR or both. */
  public Lines(InputStream in) {
    this.in = new BufferedInputStream(in, LONGEST);
  }

  /**
   * A line without its end.
   *
   * @param text null where the line has more than {@value #LONGEST} bytes
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
    int length = 0;
    for (; read >= 0 && read != '\n' && read != '\r' && !over; read = in.read()) {
      if (length++ < LONGEST) {
        line.write(read);
      }
      over = length > SEARCHED;
    }
    afterReturn = read == '\r';
    return Optional.of(new Line(length > LONGEST ? null : line.toString(StandardCharsets.UTF_8)));
  }
}

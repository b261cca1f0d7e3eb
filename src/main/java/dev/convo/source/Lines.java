package dev.convo.source;

import dev.convo.failure.Failure;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The ids on standard input, one on a line; at most one line is kept in memory. */
public final class Lines {
  /** The argument that stands for standard input. */
  public static final String STDIN = "-";

  /** The longest line that is read as an id, in bytes. */
  static final int LONGEST = 64 * 1024;

  /** How many bytes are read in search of the end of a line, far more than any line has. */
  private static final int SEARCHED = 64 << 20;

  private final BufferedInputStream in;
  private int number;
  private boolean afterReturn;
  private boolean over;
  private boolean tooLong;

  /** Lines that end with LF, CR or both, in UTF-8. */
  public Lines(InputStream in) {
    this.in = new BufferedInputStream(in, LONGEST);
  }

  /**
   * A line that holds an id.
   *
   * @param number from 1
   * @param text without blanks around it; of a line that is too long, what its start holds
   * @param tooLong whether the line, with its blanks, is longer than {@link #LONGEST}
   */
  record Line(int number, String text, boolean tooLong) {}

  /**
   * The next id, whatever is before it: a byte order mark, empty lines and comments; empty after
   * the last one.
   *
   * @throws Failure USAGE if the stream cannot be read
   */
  Optional<Line> next() {
    try {
      for (Optional<String> read = read(); read.isPresent(); read = read()) {
        number++;
        String text = number == 1 ? read.get().replaceFirst("^\uFEFF", "") : read.get();
        String id = text.strip();
        // Behind this many blanks there may still be an id.
        if ((tooLong || !id.isEmpty()) && !id.startsWith("#")) {
          return Optional.of(new Line(number, id, tooLong));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw Failure.usage("standard input cannot be read", null);
    }
  }

  private Optional<String> read() throws IOException {
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
    tooLong = length > LONGEST;
    return Optional.of(line.toString(StandardCharsets.UTF_8));
  }
}

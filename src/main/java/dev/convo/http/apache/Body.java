package dev.convo.http.apache;

import dev.convo.http.apache.Faults.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * An answer's content as it arrives: decompressed, bounded in size, with its faults turned into
 * failures.
 *
 * <p>Decompression is done here and not by HttpClient, whose decoders stop reading at the end of
 * the compressed data. Only an answer that is read to its end lets the connection be reused.
 */
final class Body extends InputStream {
  private static final int BUFFER = 8192;

  private final InputStream raw;
  private final boolean compressed;
  private final long limit;
  private final Deadline.Watch watch;
  private final Faults faults;
  private final byte[] one = new byte[1];

  private InputStream content;
  private long count;

  /**
   * @param limit bytes after decompression
   */
  Body(InputStream raw, boolean compressed, long limit, Deadline.Watch watch, Faults faults) {
    this.raw = raw;
    this.content = raw;
    this.compressed = compressed;
    this.limit = limit;
    this.watch = watch;
    this.faults = faults;
  }

  @Override
  public int read() {
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    try {
      int read = content().read(target, offset, length);
      if (read < 0) {
        return end();
      }
      count += read;
      if (count > limit) {
        throw faults.tooLarge();
      }
      return read;
    } catch (IOException e) {
      throw watch.expired() ? faults.timeout(Stage.READING) : faults.of(Stage.READING, e);
    }
  }

  private InputStream content() throws IOException {
    if (compressed && content == raw) {
      content = new GZIPInputStream(raw, BUFFER);
    }
    return content;
  }

  private int end() throws IOException {
    if (compressed) {
      // One more read finds the end of the answer behind the end of the compressed data.
      raw.readNBytes(1);
    }
    if (watch.expired()) {
      // An aborted connection can look like one that has ended.
      throw faults.timeout(Stage.READING);
    }
    return -1;
  }
}

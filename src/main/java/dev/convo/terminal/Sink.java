package dev.convo.terminal;

import dev.convo.failure.Failure;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Where results go: UTF-8 in any locale, through one buffer. A reader that has seen enough, such as
 * {@code head}, is no fault; anything else that prevents writing is.
 */
public final class Sink {
  private static final int BUFFER = 1 << 16;

  private final OutputStream bytes;
  private final Writer text;
  private final String name;

  /** Over a stream that errors call by this name: {@code standard output}, a file's name. */
  public Sink(OutputStream stream, String name) {
    this.bytes = new BufferedOutputStream(stream, BUFFER);
    this.text = new BufferedText(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    this.name = name;
  }

  /** Writes part of a result. */
  public interface Writing {
    void write(Writer text, OutputStream bytes) throws IOException;
  }

  /**
   * Writes and flushes.
   *
   * @return false if the reader has left, as {@code head} does; nothing more need be written
   * @throws Failure OUTPUT if it cannot be written, as on a full disk
   */
  public boolean write(Writing writing) {
    try {
      writing.write(text, bytes);
      text.flush();
      return true;
    } catch (IOException e) {
      if (isClosedPipe(e)) {
        return false;
      }
      throw Failure.output("cannot write to " + name + ": " + reason(e), null);
    }
  }

  /**
   * Ends the stream.
   *
   * @throws Failure OUTPUT if the last bytes cannot be written
   */
  public void close() {
    write(
        (writer, stream) -> {
          writer.flush();
          stream.close();
        });
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return message == null ? "the stream is closed" : message;
  }

  /** Recognizes a closed pipe by the words that Linux, macOS and Windows use for it. */
  private static boolean isClosedPipe(IOException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("broken pipe")
        || message.contains("pipe is being closed")
        || message.contains("pipe has been ended")
        || message.contains("stream closed");
  }
}

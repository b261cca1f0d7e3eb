package dev.convo.terminal;

import java.io.IOException;
import java.io.Writer;

/**
 * A buffer in front of an encoder, for one thread: renderers write in pieces of a few characters,
 * and a {@link java.io.BufferedWriter} takes a lock for each.
 */
final class BufferedText extends Writer {
  private final Writer out;
  private final char[] buffer = new char[1 << 13];
  private int used;

  BufferedText(Writer out) {
    this.out = out;
  }

  @Override
  public void write(int c) throws IOException {
    if (used == buffer.length) {
      drain();
    }
    buffer[used++] = (char) c;
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    // Written in pieces, because the encoder copies its input.
    int at = from;
    int end = from + length;
    while (end - at > buffer.length - used) {
      int fits = buffer.length - used;
      text.getChars(at, at + fits, buffer, used);
      used = buffer.length;
      at += fits;
      drain();
    }
    text.getChars(at, end, buffer, used);
    used += end - at;
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    drain();
    out.write(text, from, length);
  }

  private void drain() throws IOException {
    int full = used;
    used = 0;
    out.write(buffer, 0, full);
  }

  @Override
  public void flush() throws IOException {
    drain();
    out.flush();
  }

  @Override
  public void close() throws IOException {
    drain();
    out.close();
  }
}

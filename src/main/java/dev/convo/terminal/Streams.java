package dev.convo.terminal;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.OptionalInt;

/**
 * The three standard streams, unbuffered, and which of them is a terminal.
 *
 * @param out throws where {@link java.io.PrintStream} would swallow: a closed pipe, a full disk
 */
public record Streams(InputStream in, OutputStream out, OutputStream err, Terminals terminals) {

  /** Which streams are terminals; asked only where the answer matters. */
  public interface Terminals {
    boolean in();

    boolean out();

    boolean err();

    /** The terminal's width in cells; empty where there is none or it does not say. */
    OptionalInt columns();
  }
}

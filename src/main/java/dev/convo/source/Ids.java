package dev.convo.source;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ids asked for, in order: those typed, and in the place of {@code -} those on standard input,
 * one a line, read only when they are due.
 */
public final class Ids implements Iterator<Ids.Asked> {
  /** The argument that stands for standard input. */
  public static final String STDIN = "-";

  private final List<String> typed;
  private final Lines in;
  private int position;
  private int line;
  private boolean reading;
  private @Nullable Asked next;

  /** Ids from the command line and, where it says so, from a stream. */
  public Ids(List<String> typed, InputStream in) {
    this.typed = List.copyOf(typed);
    this.in = new Lines(in);
  }

  /**
   * One id or link.
   *
   * @param text null for a line that is too long to be either
   * @param line its line on standard input, from 1; 0 if it was typed
   */
  public record Asked(@Nullable String text, int line) {}

  /** How many typed ids have not been handed out. */
  int typedLeft() {
    int left = next != null && next.line() == 0 ? 1 : 0;
    for (String id : typed.subList(position, typed.size())) {
      left += id.equals(STDIN) ? 0 : 1;
    }
    return left;
  }

  /** Whether standard input may hold ids that nobody has read. */
  boolean mayHoldMore() {
    return reading || typed.subList(position, typed.size()).contains(STDIN);
  }

  @Override
  public boolean hasNext() {
    while (next == null && (reading || position < typed.size())) {
      if (reading) {
        next = fromStdin();
        reading = next != null;
      } else {
        String id = typed.get(position++);
        reading = id.equals(STDIN);
        next = reading ? null : new Asked(id, 0);
      }
    }
    return next != null;
  }

  @Override
  public Asked next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    Asked due = next;
    next = null;
    return due;
  }

  private @Nullable Asked fromStdin() {
    try {
      for (Optional<Lines.Line> read = in.next(); read.isPresent(); read = in.next()) {
        line++;
        String text = read.get().text();
        if (text == null) {
          return new Asked(null, line);
        }
        String id = (line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text).strip();
        if (!id.isEmpty() && !id.startsWith("#")) {
          return new Asked(id, line);
        }
      }
      return null;
    } catch (IOException e) {
      throw new Failure(Kind.USAGE, "standard input cannot be read", null);
    }
  }
}

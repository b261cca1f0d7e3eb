package dev.convo.source;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The ids asked for, in order, each read once: the arguments and, in place of {@code -}, the lines
 * of standard input, read only when they are due.
 *
 * @param <A> what an id is read into
 */
public final class Ids<A> implements Agenda<A> {
  /** The argument that stands for standard input. */
  public static final String STDIN = "-";

  private final Reading<A> reading;
  private final Supplier<Lines> in;

  /** The arguments; empty for standard input. */
  private final List<Optional<A>> typed = new ArrayList<>();

  private int position;
  private int line;
  private boolean onStdin;
  private @Nullable Next<A> next;

  /** From text to what is asked for. */
  public interface Reading<A> {
    /**
     * Reads an id or a link.
     *
     * @param text null for a line that is too long to be either
     * @param line its line on standard input, from 1; 0 for an argument
     * @throws Failure if it is neither
     */
    A read(@Nullable String text, int line);
  }

  /**
   * Ids from the command line and, where it says so, from standard input.
   *
   * @throws Failure if an argument cannot be read; nothing is sent then
   */
  public Ids(List<String> typed, Reading<A> reading, Supplier<Lines> in) {
    this.reading = reading;
    this.in = in;
    for (String id : typed) {
      this.typed.add(id.equals(STDIN) ? Optional.empty() : Optional.of(reading.read(id, 0)));
    }
  }

  /** The last argument that is an id, or null. */
  public @Nullable A lastTyped() {
    return typed.stream().flatMap(Optional::stream).reduce((first, second) -> second).orElse(null);
  }

  @Override
  public int typedLeft() {
    int left = next != null && next.line() == 0 ? 1 : 0;
    for (Optional<A> id : typed.subList(position, typed.size())) {
      left += id.isPresent() ? 1 : 0;
    }
    return left;
  }

  @Override
  public boolean mayHoldMore() {
    return onStdin || typed.subList(position, typed.size()).contains(Optional.<A>empty());
  }

  @Override
  public boolean hasNext() {
    while (next == null && (onStdin || position < typed.size())) {
      if (onStdin) {
        next = fromStdin();
        onStdin = next != null;
      } else {
        Optional<A> id = typed.get(position++);
        onStdin = id.isEmpty();
        next = id.map(one -> new Next<>(one, null, 0)).orElse(null);
      }
    }
    return next != null;
  }

  @Override
  public Next<A> next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    Next<A> due = next;
    next = null;
    return due;
  }

  private @Nullable Next<A> fromStdin() {
    try {
      Lines lines = in.get();
      for (Optional<Lines.Line> read = lines.next(); read.isPresent(); read = lines.next()) {
        line++;
        String text = read.get().text();
        if (text == null) {
          return read(null);
        }
        String id = (line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text).strip();
        if (!id.isEmpty() && !id.startsWith("#")) {
          return read(id);
        }
      }
      return null;
    } catch (IOException e) {
      throw new Failure(Kind.USAGE, "standard input cannot be read", null);
    }
  }

  private Next<A> read(@Nullable String text) {
    try {
      return new Next<>(reading.read(text, line), null, line);
    } catch (Failure failure) {
      return new Next<>(null, failure, line);
    }
  }
}

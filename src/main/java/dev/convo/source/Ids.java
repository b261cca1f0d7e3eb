package dev.convo.source;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The lines of standard input as ids, each read once.
 *
 * @param <A> what an id is read into
 */
public final class Ids<A> {
  /** The argument that stands for standard input. */
  public static final String STDIN = "-";

  private final Reading<A> reading;
  private final Supplier<Lines> in;
  private int line;

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

  private Ids(Reading<A> reading, Supplier<Lines> in) {
    this.reading = reading;
    this.in = in;
  }

  /**
   * Ids from the command line and, in place of {@code -}, from standard input.
   *
   * @throws Failure if an argument cannot be read; nothing is sent then
   */
  public static <A> Agenda<A> agenda(List<String> typed, Reading<A> reading, Supplier<Lines> in) {
    Agenda<A> agenda = new Agenda<>();
    Ids<A> lines = new Ids<>(reading, in);
    for (String id : typed) {
      if (id.equals(STDIN)) {
        agenda.addStream(lines::next);
      } else {
        agenda.add(reading.read(id, 0));
      }
    }
    return agenda;
  }

  private Optional<Batch.Item<A>> next() {
    try {
      Lines lines = in.get();
      for (Optional<Lines.Line> read = lines.next(); read.isPresent(); read = lines.next()) {
        line++;
        String text = read.get().text();
        if (text == null) {
          return Optional.of(read(null));
        }
        String id = (line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text).strip();
        if (!id.isEmpty() && !id.startsWith("#")) {
          return Optional.of(read(id));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new Failure(Kind.USAGE, "standard input cannot be read", null);
    }
  }

  private Batch.Item<A> read(@Nullable String text) {
    try {
      return Batch.Item.of(reading.read(text, line));
    } catch (Failure failure) {
      return Batch.Item.failed(failure);
    }
  }
}

package dev.convo.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * What a run is asked for, in order: named items, and streams of any number of others, each read
 * when its turn comes.
 *
 * @param <A> what is asked for
 */
public final class Agenda<A> {
  private final Deque<Part<A>> parts = new ArrayDeque<>();
  private int streams;

  /** A named item, or a stream, which ends when it gives nothing. */
  private record Part<A>(boolean isStream, Supplier<Optional<Batch.Item<A>>> next) {}

  public static <A> Agenda<A> of(List<A> all) {
    Agenda<A> agenda = new Agenda<>();
    all.forEach(agenda::add);
    return agenda;
  }

  public void add(A named) {
    parts.add(new Part<>(false, () -> Optional.of(Batch.Item.of(named))));
  }

  /**
   * Adds a stream.
   *
   * @param next the next one, or why it cannot be understood; empty after the last
   */
  public void addStream(Supplier<Optional<Batch.Item<A>>> next) {
    parts.add(new Part<>(true, next));
    streams++;
  }

  /** The next one, or why it cannot be understood; empty after the last. May wait for a stream. */
  public Optional<Batch.Item<A>> next() {
    while (!parts.isEmpty()) {
      Part<A> part = parts.element();
      Optional<Batch.Item<A>> next = part.next().get();
      if (!part.isStream() || next.isEmpty()) {
        parts.remove();
        streams -= part.isStream() ? 1 : 0;
      }
      if (next.isPresent()) {
        return next;
      }
    }
    return Optional.empty();
  }

  /** How many named items have not been handed out yet. */
  int namedLeft() {
    return parts.size() - streams;
  }

  /** Whether a stream may hold an unknown number of others. */
  boolean mayHoldMore() {
    return streams > 0;
  }

  /** How many are left; empty where a stream may hold any number. */
  public OptionalInt left() {
    return mayHoldMore() ? OptionalInt.empty() : OptionalInt.of(namedLeft());
  }
}

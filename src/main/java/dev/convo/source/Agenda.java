package dev.convo.source;

import dev.convo.failure.Failure;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * What a run is asked for, in order. The next item may not be available yet.
 *
 * @param <A> what is asked for
 */
public interface Agenda<A> extends Iterator<Agenda.Next<A>> {
  /**
   * The next one.
   *
   * @param asked what is asked for, or null if it cannot be understood
   * @param unreadable why not, or null
   * @param line the line on standard input, from 1; 0 for an argument
   */
  record Next<A>(@Nullable A asked, @Nullable Failure unreadable, int line) {}

  /** How many arguments have not been handed out yet. */
  int typedLeft();

  /** Whether there may be an unknown number of others. */
  boolean mayHoldMore();
}

package dev.convo.source;

import dev.convo.failure.Failure;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * What a run is asked for, in order; what comes next may have to be waited for.
 *
 * @param <A> what is asked for
 */
public interface Agenda<A> extends Iterator<Agenda.Next<A>> {
  /**
   * The next one.
   *
   * @param asked what is asked for, or null where it cannot be understood
   * @param unreadable why not, or null
   * @param line the line on standard input, from 1; 0 where it was typed
   */
  record Next<A>(@Nullable A asked, @Nullable Failure unreadable, int line) {}

  /** How many that were typed have not been handed out. */
  int typedLeft();

  /** Whether there may be more, how many nobody knows. */
  boolean mayHoldMore();
}

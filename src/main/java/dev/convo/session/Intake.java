package dev.convo.session;

import dev.convo.failure.Details;
import dev.convo.failure.Failure;
import dev.convo.model.Verdict;
import dev.convo.source.Agenda;
import dev.convo.source.Batch;
import java.util.Optional;

/**
 * What a run works through: conversations of a platform or on a disk, their bytes, or their
 * requests.
 *
 * @param <A> what asks for one
 * @param <T> what is shown of it
 */
interface Intake<A, T> {
  /**
   * What is wanted, in order. Sends nothing.
   *
   * @throws Failure if something that was typed cannot be understood
   */
  Agenda<A> agenda();

  /** How many are taken at once. Decoding keeps a processor busy, so more would not help. */
  default int concurrency() {
    return 4;
  }

  /** Starts slow preparations before anything waits for them. */
  default void prepare() {}

  Batch.Item<T> take(A asked);

  /** The note of a run for which nothing was asked. */
  default String nothing() {
    return "nothing was asked for";
  }

  /** The last line, if the run needs one. */
  default Optional<String> summary(Batch<A, T> batch) {
    return batch.asked() > 1 ? Optional.of(batch.sentence()) : Optional.empty();
  }

  default Outcome outcome(Batch<A, T> batch) {
    return new Outcome(batch.asked(), batch.shown(), batch.first(), false, Verdict.State.WHOLE);
  }

  /** Adds who was asked for what, as far as the command line says. */
  default Details around(Details details) {
    return details;
  }

  /** Finishes saving after the last conversation, and reports it. */
  default void end() {}

  /** Deletes what is only half saved, after a failure or when the user stops the run. */
  default void drop() {}
}

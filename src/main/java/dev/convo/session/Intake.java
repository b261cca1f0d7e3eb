package dev.convo.session;

import dev.convo.failure.Details;
import dev.convo.failure.Failure;
import dev.convo.model.Verdict;
import dev.convo.source.Agenda;
import dev.convo.source.Batch;
import java.util.Optional;

/**
 * What a run takes in, one after the other: conversations of a platform or of a disk, their bytes,
 * their requests.
 *
 * @param <A> what one of them is asked for by
 * @param <T> what is shown of it
 */
interface Intake<A, T> {
  /**
   * What is wanted, in order. Sends nothing.
   *
   * @throws Failure if something that was typed cannot be understood
   */
  Agenda<A> agenda();

  /** How many are taken in at once. Decoding keeps a processor busy: many at once are of no use. */
  default int concurrency() {
    return 4;
  }

  /** Begins what takes its time, before there is anything to wait for. */
  default void prepare() {}

  /** Takes in one. */
  Batch.Item<T> take(A asked);

  /** The note if nothing was asked for, where that can be. */
  default String nothing() {
    return "nothing was asked for";
  }

  /** The last line, where the run needs one. */
  default Optional<String> summary(Batch<A, T> batch) {
    return batch.asked() > 1 ? Optional.of(batch.sentence()) : Optional.empty();
  }

  /** How it ended. */
  default Outcome outcome(Batch<A, T> batch) {
    return new Outcome(batch.asked(), batch.shown(), batch.first(), false, Verdict.State.WHOLE);
  }

  /** Who was asked for what, as far as the command line says. */
  default Details around(Details details) {
    return details;
  }

  /** Ends what is kept on the way, after the last conversation; says what became of it. */
  default void end() {}

  /** Forgets what is not whole, after a failure, or when the user stops the run. */
  default void drop() {}
}

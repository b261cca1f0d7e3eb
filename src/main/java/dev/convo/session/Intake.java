package dev.convo.session;

import dev.convo.failure.Details;
import dev.convo.failure.Failure;
import dev.convo.model.Document;
import dev.convo.show.OutputFormat;
import dev.convo.show.Style;
import dev.convo.source.Agenda;
import dev.convo.source.Batch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a run gets what it shows: a platform, or what was saved.
 *
 * @param <A> what one conversation is asked for by
 */
interface Intake<A> {
  /** The environment, as far as it is heeded. */
  Map<String, String> variables();

  /** The format that the profile file names. */
  Optional<Style.Named> format();

  /** How many conversations are taken in at once. */
  int concurrency();

  /**
   * What is wanted, in order. Sends nothing.
   *
   * @throws Failure if something that was typed cannot be understood
   */
  Agenda<A> agenda(OutputFormat format);

  /** How many there are in all, once it is known what is wanted; empty where nobody knows yet. */
  OptionalInt count();

  /** Begins what takes its time, before there is anything to wait for. */
  default void prepare() {}

  /** One conversation. */
  Batch.Item<Document> document(A asked);

  /** The body of its documented call. */
  Batch.Item<List<byte[]>> raw(A asked);

  /** Its requests as {@code curl} commands. */
  default Batch.Item<String> commands(A asked) {
    throw new UnsupportedOperationException();
  }

  /** What is said where nothing was wanted. */
  String nothing();

  /** Who was asked for what, as far as the command line says. */
  Details around(Details details);

  /** Ends what is kept on the way, after the last conversation; says what became of it. */
  default void end() {}

  /** Forgets what is not whole, after a failure, or when the user stops the run. */
  default void drop() {}
}

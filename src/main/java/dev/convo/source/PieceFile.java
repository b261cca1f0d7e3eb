package dev.convo.source;

import dev.convo.failure.Failure;

/** A file of conversations, one after the other. */
interface PieceFile extends AutoCloseable {
  /** Whether another comes; may wait for the file. */
  boolean hasNext();

  /**
   * The next one.
   *
   * @throws Failure BAD_ANSWER if it is none; others may follow
   */
  Pieces.Piece next();

  @Override
  void close();
}

package dev.convo.render;

import dev.convo.model.Document;
import java.io.IOException;

/**
 * Writes documents in one format, in the order they are handed over, by one thread. {@link #end}
 * comes only after the last document was written: output that stops short is visibly cut.
 */
public interface Renderer {
  /**
   * Writes one document.
   *
   * @throws IOException what the underlying writer throws
   */
  void document(Document document) throws IOException;

  /** Writes what closes the whole, where the format has such a thing. */
  default void end() throws IOException {}
}

package dev.convo.render;

import dev.convo.model.Document;
import dev.convo.model.Message;
import java.io.IOException;

/**
 * Writes conversations in one format, one after the other, by one thread. Every method throws what
 * the underlying writer throws.
 */
public interface Renderer {
  /**
   * Begins a conversation.
   *
   * @param known what is known when it begins. Its messages are for counts and widths; they are not
   *     written yet
   * @param position its place among those that were asked for; formats for programs ignore it
   */
  Begun begin(Document known, Position position) throws IOException;

  /** Ends the output, after the last conversation. */
  default void finish() throws IOException {}

  /** Writes a whole conversation. */
  default void document(Document document, Position position) throws IOException {
    Begun begun = begin(document, position);
    for (Message message : document.conversation().messages()) {
      begun.message(message);
    }
    begun.end(document);
  }

  /** A conversation that was begun: feed it its messages in order, then end it. */
  interface Begun {
    /** Writes the next message. */
    void message(Message message) throws IOException;

    /** Ends it, after its last message only: output that stops short is visibly cut. */
    default void end(Document whole) throws IOException {}
  }
}

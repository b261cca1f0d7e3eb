package dev.convo.render;

import dev.convo.model.Document;
import dev.convo.model.Message;
import java.io.IOException;

/** Writes conversations in one format, one after the other, by one thread. */
public interface Renderer {
  /**
   * Begins a conversation.
   *
   * @param known what is known when it begins. Its messages are for counts and widths; they are not
   *     written here
   * @param position its place among those that were asked for; formats for programs have no use for
   *     it
   * @throws IOException what the underlying writer throws
   */
  Begun begin(Document known, Position position) throws IOException;

  /**
   * Ends the output, after the last conversation; most formats have nothing to add.
   *
   * @throws IOException what the underlying writer throws
   */
  default void finish() throws IOException {}

  /**
   * Writes a conversation that is known from the start to its end.
   *
   * @throws IOException what the underlying writer throws
   */
  default void document(Document document, Position position) throws IOException {
    Begun begun = begin(document, position);
    for (Message message : document.conversation().messages()) {
      begun.message(message);
    }
    begun.end(document);
  }

  /**
   * A conversation that was begun: it is fed its messages in order, and ended. {@link #end} comes
   * only after the last message was written: output that stops short is visibly cut.
   */
  interface Begun {
    /**
     * Writes the next message.
     *
     * @throws IOException what the underlying writer throws
     */
    void message(Message message) throws IOException;

    /**
     * Ends the conversation.
     *
     * @param whole what is known now that its last message is written
     * @throws IOException what the underlying writer throws
     */
    void end(Document whole) throws IOException;
  }
}

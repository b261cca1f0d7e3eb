package dev.convo.render;

import dev.convo.model.Document;
import dev.convo.model.Message;
import java.io.IOException;

/**
 * Writes conversations in one format, one after the other, by one thread. Each is begun, fed its
 * messages in order, and ended. {@link #end} comes only after the last message was written: output
 * that stops short is visibly cut.
 */
public interface Renderer {
  /** Says which of several conversations begins next; formats for programs have no use for it. */
  default void position(Position position) {}

  /**
   * Begins a conversation.
   *
   * @param known what is known when it begins. Its messages are for counts and widths; they are not
   *     written here
   * @throws IOException what the underlying writer throws
   */
  void begin(Document known) throws IOException;

  /**
   * Writes the next message of the conversation that was begun.
   *
   * @throws IOException what the underlying writer throws
   */
  void message(Message message) throws IOException;

  /**
   * Ends the conversation that was begun.
   *
   * @param whole what is known now that its last message is written
   * @throws IOException what the underlying writer throws
   */
  void end(Document whole) throws IOException;

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
  default void document(Document document) throws IOException {
    begin(document);
    for (Message message : document.conversation().messages()) {
      message(message);
    }
    end(document);
  }
}

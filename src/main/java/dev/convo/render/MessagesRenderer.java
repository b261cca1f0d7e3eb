package dev.convo.render;

import dev.convo.json.JsonOut;
import dev.convo.model.Conversation;
import dev.convo.model.Document;
import dev.convo.model.Message;
import java.io.IOException;
import java.io.Writer;

/**
 * A line of JSON for each message, {@code convo-message/1}: docs/message.schema.json. What a
 * document has in its messages, each with what tells whose it is.
 */
final class MessagesRenderer implements Renderer {
  private final Writer out;
  private final JsonOut json;
  private final JsonMessage messages;
  private Conversation conversation = Conversation.of("").build();

  MessagesRenderer(Writer out) {
    this.out = out;
    this.json = JsonOut.compact(out);
    this.messages = new JsonMessage(json);
  }

  @Override
  public void begin(Document known) {
    conversation = known.conversation();
  }

  @Override
  public void message(Message message) throws IOException {
    json.beginObject();
    json.name("schema").text("convo-message/1");
    json.name("provider").text(conversation.provider());
    json.name("conversation_id").text(conversation.id());
    messages.fields(message);
    json.endObject();
    out.write('\n');
  }

  @Override
  public void end(Document whole) {}
}

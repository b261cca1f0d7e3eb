package dev.convo.render;

import dev.convo.json.JsonOut;
import dev.convo.model.Conversation;
import dev.convo.model.Document;
import java.io.Writer;

/**
 * A line of JSON for each message, {@code convo-message/1}: docs/message.schema.json. It has the
 * members of a message, and says which conversation it is from.
 */
final class MessagesRenderer implements Renderer {
  private final Writer out;

  MessagesRenderer(Writer out) {
    this.out = out;
  }

  @Override
  public Begun begin(Document known, Position position) {
    JsonOut json = JsonOut.compact(out);
    Conversation conversation = known.conversation();
    return message -> {
      json.beginObject().name("schema").text("convo-message/1");
      json.name("provider").text(conversation.provider());
      json.name("conversation_id").text(conversation.id());
      JsonMessage.members(json, message);
      json.endObject();
      out.write('\n');
    };
  }
}

package dev.convo.render;

import dev.convo.json.JsonOut;
import dev.convo.model.Conversation;
import dev.convo.model.Document;
import dev.convo.model.Message;
import dev.convo.model.Meta;
import dev.convo.model.Note;
import dev.convo.model.Selection;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The common model as JSON, {@code convo/1}: docs/conversation.schema.json. Every key is always
 * there, in this order.
 */
final class JsonRenderer implements Renderer, Renderer.Begun {
  private final Writer out;
  private final JsonOut json;
  private final JsonMessage messages;
  private final JsonInsight insight;

  /**
   * A renderer.
   *
   * @param json writes a document to the same writer, over many lines or in one
   */
  JsonRenderer(Writer out, JsonOut json) {
    this.out = out;
    this.json = json;
    this.messages = new JsonMessage(json);
    this.insight = new JsonInsight(json);
  }

  @Override
  public Begun begin(Document known, Position position) throws IOException {
    Conversation conversation = known.conversation();
    json.beginObject();
    json.name("schema").text("convo/1");
    json.name("provider").text(conversation.provider());
    json.name("id").text(conversation.id());
    json.name("url").text(conversation.url());
    json.name("status").text(conversation.status());
    json.name("channel").text(conversation.channel());
    json.name("subject").text(conversation.subject());
    json.name("summary").text(conversation.summary());
    json.name("outcome").text(conversation.outcome());
    json.name("priority").text(conversation.priority());
    json.name("created_at").time(conversation.createdAt());
    json.name("updated_at").time(conversation.updatedAt());
    json.name("last_message_at").time(conversation.lastMessageAt());
    json.name("customer");
    messages.person(conversation.customer(), true, true);
    json.name("assignee");
    messages.person(conversation.assignee(), true, false);
    json.name("labels").texts(conversation.labels());
    json.name("attributes").value(conversation.attributes());
    json.name("messages").beginList();
    return this;
  }

  @Override
  public void end(Document whole) throws IOException {
    json.endList();
    json.name("insight");
    insight.write(whole);
    json.name("meta");
    meta(whole.meta());
    json.endObject();
    out.write('\n');
  }

  @Override
  public void message(Message message) throws IOException {
    messages.write(message);
  }

  private void meta(Meta meta) throws IOException {
    json.beginObject();
    json.name("complete").flag(meta.completeness().complete());
    json.name("selection");
    selection(meta.selection());
    json.name("messages_expected").number(meta.completeness().expected());
    json.name("requests").number(meta.requests());
    json.name("profile").text(meta.profile());
    json.name("host").text(meta.host());
    json.name("fetched_at").time(meta.fetchedAt());
    json.name("request_ids").texts(meta.requestIds());
    json.name("notes");
    notes(json, meta.completeness().notes());
    json.endObject();
  }

  /** The notes, each with its code. */
  static void notes(JsonOut json, List<Note> notes) throws IOException {
    json.beginList();
    for (Note note : notes) {
      json.beginObject().name("code").text(note.code()).name("text").text(note.text()).endObject();
    }
    json.endList();
  }

  private void selection(@Nullable Selection selection) throws IOException {
    if (selection == null) {
      json.text(null);
      return;
    }
    json.beginObject().name("shown").number(selection.shown());
    json.name("of").number(selection.of());
    json.name("options").texts(selection.options());
    json.endObject();
  }
}

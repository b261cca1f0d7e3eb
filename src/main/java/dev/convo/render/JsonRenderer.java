package dev.convo.render;

import dev.convo.insight.Insight;
import dev.convo.json.JsonOut;
import dev.convo.model.Conversation;
import dev.convo.model.Document;
import dev.convo.model.Message;
import dev.convo.model.Meta;
import dev.convo.model.Note;
import dev.convo.model.Participant;
import dev.convo.model.Selection;
import java.io.IOException;
import java.io.Writer;

/** Documents as {@code convo/1}, docs/conversation.schema.json: all keys, in this order. */
final class JsonRenderer implements Renderer, Renderer.Begun {
  private final Writer out;
  private final JsonOut json;

  /** {@code json} writes to {@code out}, a document over many lines or on one. */
  JsonRenderer(Writer out, JsonOut json) {
    this.out = out;
    this.json = json;
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
    json.name("customer").object(conversation.customer(), JsonRenderer::customer);
    json.name("assignee").object(conversation.assignee(), JsonRenderer::assignee);
    json.name("labels").texts(conversation.labels());
    json.name("attributes").value(conversation.attributes());
    json.name("messages").beginList();
    return this;
  }

  @Override
  public void message(Message message) throws IOException {
    json.object(message, JsonMessage::members);
  }

  @Override
  public void end(Document whole) throws IOException {
    json.endList();
    Insight insight = whole.isPublicOnly() ? null : Insight.of(whole);
    json.name("insight").object(insight, JsonInsight::members);
    json.name("meta").object(whole.meta(), JsonRenderer::meta);
    json.endObject();
    out.write('\n');
  }

  private static void customer(JsonOut json, Participant customer) throws IOException {
    json.name("id").text(customer.id()).name("name").text(customer.name());
    json.name("email").text(customer.email()).name("phone").text(customer.phone());
    json.name("attributes").value(customer.attributes());
  }

  private static void assignee(JsonOut json, Participant assignee) throws IOException {
    json.name("id").text(assignee.id()).name("name").text(assignee.name());
    json.name("email").text(assignee.email());
    json.name("attributes").value(assignee.attributes());
  }

  private static void meta(JsonOut json, Meta meta) throws IOException {
    json.name("complete").flag(meta.completeness().complete());
    json.name("selection").object(meta.selection(), JsonRenderer::selection);
    json.name("messages_expected").number(meta.completeness().expected());
    json.name("requests").number(meta.requests());
    json.name("profile").text(meta.profile());
    json.name("host").text(meta.host());
    json.name("fetched_at").time(meta.fetchedAt());
    json.name("request_ids").texts(meta.requestIds());
    json.name("notes").objects(meta.completeness().notes(), JsonRenderer::note);
  }

  private static void selection(JsonOut json, Selection selection) throws IOException {
    json.name("shown").number(selection.shown()).name("of").number(selection.of());
    json.name("options").texts(selection.options());
  }

  static void note(JsonOut json, Note note) throws IOException {
    json.name("code").text(note.code()).name("text").text(note.text());
  }
}

package dev.convo.render;

import dev.convo.json.JsonOut;
import dev.convo.model.Attachment;
import dev.convo.model.Conversation;
import dev.convo.model.Document;
import dev.convo.model.Extras;
import dev.convo.model.Message;
import dev.convo.model.Meta;
import dev.convo.model.Note;
import dev.convo.model.Participant;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The common model as JSON, {@code convo/1}: docs/conversation.schema.json. Every key is always
 * there, in this order.
 */
final class JsonRenderer implements Renderer {
  private final Writer out;
  private final JsonOut json;

  private JsonRenderer(Writer out, JsonOut json) {
    this.out = out;
    this.json = json;
  }

  /** A document over many lines. */
  static JsonRenderer pretty(Writer out) {
    return new JsonRenderer(out, JsonOut.pretty(out));
  }

  /** A document a line. */
  static JsonRenderer lines(Writer out) {
    return new JsonRenderer(out, JsonOut.compact(out));
  }

  /** Messages as parts of another document, which is being written. */
  static JsonRenderer into(Writer out, JsonOut json) {
    return new JsonRenderer(out, json);
  }

  @Override
  public void begin(Document known) throws IOException {
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
    person(conversation.customer(), true, true);
    json.name("assignee");
    person(conversation.assignee(), true, false);
    json.name("labels");
    texts(conversation.labels());
    json.name("attributes").value(conversation.attributes());
    json.name("messages").beginList();
  }

  @Override
  public void end(Document whole) throws IOException {
    json.endList();
    json.name("meta");
    meta(whole.meta());
    json.endObject();
    out.write('\n');
  }

  private void person(@Nullable Participant person, boolean email, boolean phone)
      throws IOException {
    if (person == null) {
      json.text(null);
      return;
    }
    json.beginObject();
    json.name("id").text(person.id());
    json.name("name").text(person.name());
    if (email) {
      json.name("email").text(person.email());
    }
    if (phone) {
      json.name("phone").text(person.phone());
    }
    json.name("attributes").value(person.attributes());
    json.endObject();
  }

  @Override
  public void message(Message message) throws IOException {
    Extras extras = message.extras();
    json.beginObject();
    json.name("id").text(message.id());
    json.name("at").time(message.at());
    json.name("role").text(message.role().word());
    json.name("author");
    person(message.author(), false, false);
    json.name("text").text(message.text());
    json.name("content_type").text(message.contentType());
    json.name("number").number(message.number());
    json.name("at_epoch").seconds(message.at());
    json.name("visibility").text(message.visibility().word());
    json.name("delivery").text(message.delivery().word());
    json.name("failure").text(extras.failure());
    json.name("deleted").flag(extras.deleted());
    json.name("edited_at").time(extras.editedAt());
    json.name("reply_to").text(extras.replyTo());
    json.name("mail");
    mail(extras.mail());
    json.name("call");
    call(extras.call());
    json.name("answers").beginList();
    for (Extras.Answer answer : extras.answers()) {
      json.beginObject();
      json.name("label").text(answer.label()).name("value").text(answer.value());
      json.endObject();
    }
    json.endList();
    json.name("offered").beginList();
    for (Extras.Offer offer : extras.offered()) {
      json.beginObject();
      json.name("title").text(offer.title()).name("value").text(offer.value());
      json.name("url").text(offer.url()).endObject();
    }
    json.endList();
    json.name("attachments").beginList();
    for (Attachment attachment : message.attachments()) {
      attachment(attachment);
    }
    json.endList();
    json.name("attributes").value(message.attributes());
    json.endObject();
  }

  private void mail(Extras.@Nullable Mail mail) throws IOException {
    if (mail == null) {
      json.text(null);
      return;
    }
    json.beginObject().name("subject").text(mail.subject());
    json.name("from");
    texts(mail.from());
    json.name("to");
    texts(mail.to());
    json.name("cc");
    texts(mail.cc());
    json.name("bcc");
    texts(mail.bcc());
    json.name("auto_reply").flag(mail.autoReply()).endObject();
  }

  private void call(Extras.@Nullable Call call) throws IOException {
    if (call == null) {
      json.text(null);
      return;
    }
    json.beginObject().name("status").text(call.status());
    json.name("duration_s").number(call.seconds());
    json.name("recording_url").text(call.recordingUrl());
    json.name("transcript").text(call.transcript()).endObject();
  }

  private void attachment(Attachment attachment) throws IOException {
    json.beginObject();
    json.name("id").text(attachment.id());
    json.name("type").text(attachment.type());
    json.name("name").text(attachment.name());
    json.name("url").text(attachment.url());
    json.name("size").number(attachment.size());
    Attachment.Subject subject = attachment.subject();
    json.name("latitude").digits(subject instanceof Attachment.Place at ? at.latitude() : null);
    json.name("longitude").digits(subject instanceof Attachment.Place at ? at.longitude() : null);
    json.name("phone").text(subject instanceof Attachment.Card card ? card.phone() : null);
    json.name("attributes").value(attachment.attributes());
    json.endObject();
  }

  private void meta(Meta meta) throws IOException {
    json.beginObject();
    json.name("complete").flag(meta.completeness().complete());
    json.name("messages_expected").number(meta.completeness().expected());
    json.name("requests").number(meta.requests());
    json.name("profile").text(meta.profile());
    json.name("host").text(meta.host());
    json.name("fetched_at").time(meta.fetchedAt());
    json.name("request_ids");
    texts(meta.requestIds());
    json.name("notes").beginList();
    for (Note note : meta.completeness().notes()) {
      json.beginObject();
      json.name("code").text(note.code());
      json.name("text").text(note.text());
      json.endObject();
    }
    json.endList();
    json.endObject();
  }

  private void texts(List<String> texts) throws IOException {
    json.beginList();
    for (String text : texts) {
      json.text(text);
    }
    json.endList();
  }
}

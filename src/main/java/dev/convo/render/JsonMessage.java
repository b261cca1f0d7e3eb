package dev.convo.render;

import dev.convo.json.JsonOut;
import dev.convo.model.Attachment;
import dev.convo.model.Extras;
import dev.convo.model.Message;
import dev.convo.model.Participant;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A message as JSON, the same in every format that has messages in JSON. */
final class JsonMessage {
  private final JsonOut json;

  JsonMessage(JsonOut json) {
    this.json = json;
  }

  /** A person, with the members that its place has, or null. */
  void person(@Nullable Participant person, boolean email, boolean phone) throws IOException {
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

  /** A message as an object of its own. */
  void write(Message message) throws IOException {
    json.beginObject();
    fields(message);
    json.endObject();
  }

  /** The members of a message, for an object that is open. */
  void fields(Message message) throws IOException {
    Extras extras = message.extras();
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
  }

  private void mail(Extras.@Nullable Mail mail) throws IOException {
    if (mail == null) {
      json.text(null);
      return;
    }
    json.beginObject().name("subject").text(mail.subject());
    json.name("from").texts(mail.from());
    json.name("to").texts(mail.to());
    json.name("cc").texts(mail.cc());
    json.name("bcc").texts(mail.bcc());
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
}

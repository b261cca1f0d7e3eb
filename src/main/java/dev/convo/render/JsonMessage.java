package dev.convo.render;

import dev.convo.json.JsonOut;
import dev.convo.model.Attachment;
import dev.convo.model.Extras;
import dev.convo.model.Message;
import dev.convo.model.Participant;
import java.io.IOException;

/** The members of a message as JSON, the same in every format that has messages in JSON. */
final class JsonMessage {
  private JsonMessage() {}

  static void members(JsonOut json, Message message) throws IOException {
    Extras extras = message.extras();
    json.name("id").text(message.id());
    json.name("at").time(message.at());
    json.name("role").text(message.role().word());
    json.name("author").object(message.author(), JsonMessage::author);
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
    json.name("mail").object(extras.mail(), JsonMessage::mail);
    json.name("call").object(extras.call(), JsonMessage::call);
    json.name("answers").objects(extras.answers(), JsonMessage::answer);
    json.name("offered").objects(extras.offered(), JsonMessage::offer);
    json.name("attachments").objects(message.attachments(), JsonMessage::attachment);
    json.name("attributes").value(message.attributes());
  }

  private static void author(JsonOut json, Participant author) throws IOException {
    json.name("id").text(author.id()).name("name").text(author.name());
    json.name("attributes").value(author.attributes());
  }

  private static void mail(JsonOut json, Extras.Mail mail) throws IOException {
    json.name("subject").text(mail.subject());
    json.name("from").texts(mail.from());
    json.name("to").texts(mail.to());
    json.name("cc").texts(mail.cc());
    json.name("bcc").texts(mail.bcc());
    json.name("auto_reply").flag(mail.autoReply());
  }

  private static void call(JsonOut json, Extras.Call call) throws IOException {
    json.name("status").text(call.status());
    json.name("duration_s").number(call.seconds());
    json.name("recording_url").text(call.recordingUrl());
    json.name("transcript").text(call.transcript());
  }

  private static void answer(JsonOut json, Extras.Answer answer) throws IOException {
    json.name("label").text(answer.label()).name("value").text(answer.value());
  }

  private static void offer(JsonOut json, Extras.Offer offer) throws IOException {
    json.name("title").text(offer.title()).name("value").text(offer.value());
    json.name("url").text(offer.url());
  }

  private static void attachment(JsonOut json, Attachment attachment) throws IOException {
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
  }
}

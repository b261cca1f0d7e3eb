package dev.convo.archive;

import dev.convo.json.Fields;
import dev.convo.model.Attachment;
import dev.convo.model.Attributes;
import dev.convo.model.Delivery;
import dev.convo.model.Extras;
import dev.convo.model.Message;
import dev.convo.model.Role;
import dev.convo.model.Visibility;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A message of convo's own JSON, read back. A word that is not known stays in doubt: private, and
 * of an unknown role.
 */
final class MessageText {
  private MessageText() {}

  /** The members of a message that have not been read yet. */
  static Message message(Fields in) {
    Message.Builder to = Message.of(null);
    Extras.Builder extras = Extras.with();
    boolean identified = false;
    while (in.next()) {
      switch (in.name()) {
        case "id" -> {
          to.id(in.id());
          identified = true;
        }
        case "at" -> to.at(in.time());
        case "role" -> to.role(word(in, Role.values(), Role::word, Role.UNKNOWN));
        case "author" -> to.author(in.object(DocumentText::person));
        case "text" -> to.text(in.text());
        case "content_type" -> to.contentType(in.word());
        case "number" -> to.number(number(in));
        case "visibility" ->
            to.visibility(word(in, Visibility.values(), Visibility::word, Visibility.PRIVATE));
        case "delivery" ->
            to.delivery(word(in, Delivery.values(), Delivery::word, Delivery.UNKNOWN));
        case "failure" -> extras.failure(in.text());
        case "deleted" -> extras.deleted(Boolean.TRUE.equals(DocumentText.flag(in)));
        case "edited_at" -> extras.editedAt(in.time());
        case "reply_to" -> extras.replyTo(in.id());
        case "mail" -> extras.mail(in.object(MessageText::mail));
        case "call" -> extras.call(in.object(MessageText::call));
        case "answers" -> extras.answers(DocumentText.listed(in.objects(MessageText::answer)));
        case "offered" -> extras.offered(DocumentText.listed(in.objects(MessageText::offer)));
        case "attachments" ->
            to.attachments(DocumentText.listed(in.objects(MessageText::attachment)));
        case "attributes" -> to.attributes(DocumentText.attributes(in));
        default -> in.drop();
      }
    }
    if (!identified) {
      throw DocumentText.foreign();
    }
    return to.extras(extras.build()).build();
  }

  private static int number(Fields in) {
    Long number = in.whole();
    return number == null || number != number.intValue() ? 0 : number.intValue();
  }

  private static <T> T word(Fields in, T[] all, Function<T, String> word, T otherwise) {
    String written = in.word();
    for (T one : all) {
      if (word.apply(one).equals(written)) {
        return one;
      }
    }
    return otherwise;
  }

  private static Extras.Mail mail(Fields in) {
    String subject = null;
    List<String> from = List.of();
    List<String> to = List.of();
    List<String> cc = List.of();
    List<String> bcc = List.of();
    Boolean autoReply = null;
    while (in.next()) {
      switch (in.name()) {
        case "subject" -> subject = in.text();
        case "from" -> from = in.words();
        case "to" -> to = in.words();
        case "cc" -> cc = in.words();
        case "bcc" -> bcc = in.words();
        case "auto_reply" -> autoReply = DocumentText.flag(in);
        default -> in.drop();
      }
    }
    return new Extras.Mail(subject, from, to, cc, bcc, autoReply);
  }

  private static Extras.Call call(Fields in) {
    String status = null;
    Long seconds = null;
    String recordingUrl = null;
    String transcript = null;
    while (in.next()) {
      switch (in.name()) {
        case "status" -> status = in.word();
        case "duration_s" -> seconds = in.whole();
        case "recording_url" -> recordingUrl = in.text();
        case "transcript" -> transcript = in.text();
        default -> in.drop();
      }
    }
    return new Extras.Call(status, seconds, recordingUrl, transcript);
  }

  private static Extras.Answer answer(Fields in) {
    String label = null;
    String value = null;
    while (in.next()) {
      switch (in.name()) {
        case "label" -> label = in.text();
        case "value" -> value = in.text();
        default -> in.drop();
      }
    }
    return new Extras.Answer(label, value);
  }

  private static Extras.Offer offer(Fields in) {
    String title = null;
    String value = null;
    String url = null;
    while (in.next()) {
      switch (in.name()) {
        case "title" -> title = in.text();
        case "value" -> value = in.text();
        case "url" -> url = in.text();
        default -> in.drop();
      }
    }
    return new Extras.Offer(title, value, url);
  }

  private static Attachment attachment(Fields in) {
    String id = null;
    String type = null;
    String name = null;
    String url = null;
    Long size = null;
    String latitude = null;
    String longitude = null;
    String phone = null;
    Attributes attributes = Attributes.NONE;
    while (in.next()) {
      switch (in.name()) {
        case "id" -> id = in.id();
        case "type" -> type = in.word();
        case "name" -> name = in.text();
        case "url" -> url = in.text();
        case "size" -> size = in.whole();
        case "latitude" -> latitude = in.digits();
        case "longitude" -> longitude = in.digits();
        case "phone" -> phone = in.text();
        case "attributes" -> attributes = DocumentText.attributes(in);
        default -> in.drop();
      }
    }
    return new Attachment(
        id, type, name, url, size, subject(latitude, longitude, phone), attributes);
  }

  private static Attachment.@Nullable Subject subject(
      @Nullable String latitude, @Nullable String longitude, @Nullable String phone) {
    if (latitude != null && longitude != null) {
      return new Attachment.Place(latitude, longitude);
    }
    return phone == null ? null : new Attachment.Card(phone);
  }
}

package dev.convo.archive;

import dev.convo.failure.Failure;
import dev.convo.json.Fields;
import dev.convo.json.Json;
import dev.convo.model.Attachment;
import dev.convo.model.Attributes;
import dev.convo.model.Completeness;
import dev.convo.model.Conversation;
import dev.convo.model.Delivery;
import dev.convo.model.Document;
import dev.convo.model.Extras;
import dev.convo.model.Glossary;
import dev.convo.model.Message;
import dev.convo.model.Meta;
import dev.convo.model.Note;
import dev.convo.model.Participant;
import dev.convo.model.Role;
import dev.convo.model.Selection;
import dev.convo.model.Value;
import dev.convo.model.Visibility;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads convo's own JSON: {@code convo/1}, a conversation, and {@code convo-message/1}, one of its
 * messages. Members may come in any order, as another program, such as {@code jq -S}, may have
 * sorted them. What is computed from the messages is computed again. Unknown words stay doubtful:
 * private, and of an unknown role.
 */
final class DocumentText {
  private static final String CONVERSATION = "convo/1";
  private static final String MESSAGE = "convo-message/1";

  /** Notes about missing messages; the JSON marks them by their codes alone. */
  private static final Pattern REASON = Pattern.compile("(messages|total|paged|paging)_.*");

  private DocumentText() {}

  /**
   * What an object holds.
   *
   * @param alone whether it is a single message, in a conversation of one
   */
  record Part(Document document, boolean alone) {}

  /**
   * Reads an object.
   *
   * @throws Failure BAD_ANSWER if it is not JSON, or not convo's
   */
  static Part read(InputStream in) {
    return Json.readOwn(in, json -> json.object(DocumentText::part));
  }

  private static Part part(Fields in) {
    Map<String, Value> members = new LinkedHashMap<>();
    List<Message> messages = null;
    while (in.next()) {
      switch (in.name()) {
        // Decoded one by one: there may be hundreds of thousands.
        case "messages" -> messages = in.objects(one -> message(JsonObject.of(one)));
        case "schema" -> members.put("schema", known(in.value()));
        default -> members.put(in.name(), in.value());
      }
    }
    JsonObject object = new JsonObject(Attributes.of(members));
    if (MESSAGE.equals(object.text("schema"))) {
      return new Part(single(object), true);
    }
    if (!object.has("schema")) {
      throw foreign();
    }
    return new Part(conversation(object, Objects.requireNonNullElse(messages, List.of())), false);
  }

  private static Value known(Value schema) {
    return switch (schema.word()) {
      case CONVERSATION, MESSAGE -> schema;
      case ManifestText.SCHEMA ->
          throw Failure.badAnswer("it is the manifest of a saved conversation: name its folder");
      case "convo-diff/1", "convo-check/1" -> throw Failure.badAnswer("it holds no conversation");
      default ->
          throw schema.word().matches("convo(-message)?/[0-9]+")
              ? Failure.badAnswer("it was written by a later version of convo")
              : foreign();
    };
  }

  private static Document single(JsonObject in) {
    if (!in.has("conversation_id")) {
      throw foreign();
    }
    Note doubt =
        Note.reason("messages_alone", "a file of messages does not say whether these are all");
    Meta meta =
        new Meta(new Completeness(null, null, List.of(doubt)), 0, null, "", null, List.of());
    Conversation conversation =
        Conversation.of(provider(in))
            .id(in.text("conversation_id"))
            .messages(List.of(message(in)))
            .build();
    return new Document(conversation, meta, Glossary.NONE);
  }

  private static Document conversation(JsonObject in, List<Message> messages) {
    Conversation conversation =
        Conversation.of(provider(in))
            .id(in.text("id"))
            .url(in.text("url"))
            .status(in.text("status"))
            .channel(in.text("channel"))
            .subject(in.text("subject"))
            .summary(in.text("summary"))
            .outcome(in.text("outcome"))
            .priority(in.text("priority"))
            .createdAt(in.time("created_at"))
            .updatedAt(in.time("updated_at"))
            .lastMessageAt(in.time("last_message_at"))
            .customer(in.object("customer", DocumentText::person))
            .assignee(in.object("assignee", DocumentText::person))
            .labels(in.texts("labels"))
            .attributes(in.attributes("attributes"))
            .messages(messages)
            .build();
    Meta meta = in.object("meta", DocumentText::meta);
    if (meta == null) {
      throw Failure.badAnswer("it does not say how the conversation was fetched");
    }
    return new Document(conversation, meta, Glossary.NONE);
  }

  private static String provider(JsonObject in) {
    String provider = in.text("provider");
    if (provider == null) {
      throw foreign();
    }
    return provider;
  }

  private static Meta meta(JsonObject in) {
    return new Meta(
        new Completeness(
            in.flag("complete"),
            in.whole("messages_expected"),
            in.objects("notes", DocumentText::note)),
        in.count("requests"),
        in.text("profile"),
        in.textOrEmpty("host"),
        in.time("fetched_at"),
        in.texts("request_ids"),
        in.object("selection", DocumentText::selection));
  }

  private static Selection selection(JsonObject in) {
    return new Selection(in.count("shown"), in.count("of"), in.texts("options"));
  }

  private static Note note(JsonObject in) {
    String code = in.textOrEmpty("code");
    return new Note(code, in.textOrEmpty("text"), REASON.matcher(code).matches());
  }

  private static Message message(JsonObject in) {
    if (!in.has("id")) {
      throw foreign();
    }
    return Message.of(in.text("id"))
        .at(in.time("at"))
        .role(in.oneOf(Role.values(), Role::word, "role", Role.UNKNOWN))
        .author(in.object("author", DocumentText::person))
        .text(in.text("text"))
        .contentType(in.text("content_type"))
        .number(in.count("number"))
        .visibility(
            in.oneOf(Visibility.values(), Visibility::word, "visibility", Visibility.PRIVATE))
        .delivery(in.oneOf(Delivery.values(), Delivery::word, "delivery", Delivery.UNKNOWN))
        .extras(extras(in))
        .attachments(in.objects("attachments", DocumentText::attachment))
        .attributes(in.attributes("attributes"))
        .build();
  }

  private static Participant person(JsonObject in) {
    return new Participant(
        in.text("id"),
        in.text("name"),
        in.text("email"),
        in.text("phone"),
        in.attributes("attributes"));
  }

  private static Extras extras(JsonObject in) {
    return Extras.with()
        .failure(in.text("failure"))
        .deleted(Boolean.TRUE.equals(in.flag("deleted")))
        .editedAt(in.time("edited_at"))
        .replyTo(in.text("reply_to"))
        .mail(in.object("mail", DocumentText::mail))
        .call(in.object("call", DocumentText::call))
        .answers(
            in.objects("answers", one -> new Extras.Answer(one.text("label"), one.text("value"))))
        .offered(
            in.objects(
                "offered",
                one -> new Extras.Offer(one.text("title"), one.text("value"), one.text("url"))))
        .build();
  }

  private static Extras.Mail mail(JsonObject in) {
    return new Extras.Mail(
        in.text("subject"),
        in.texts("from"),
        in.texts("to"),
        in.texts("cc"),
        in.texts("bcc"),
        in.flag("auto_reply"));
  }

  private static Extras.Call call(JsonObject in) {
    return new Extras.Call(
        in.text("status"), in.whole("duration_s"), in.text("recording_url"), in.text("transcript"));
  }

  private static Attachment attachment(JsonObject in) {
    return new Attachment(
        in.text("id"),
        in.text("type"),
        in.text("name"),
        in.text("url"),
        in.whole("size"),
        subject(in),
        in.attributes("attributes"));
  }

  private static Attachment.@Nullable Subject subject(JsonObject in) {
    String latitude = in.digits("latitude");
    String longitude = in.digits("longitude");
    if (latitude != null && longitude != null) {
      return new Attachment.Place(latitude, longitude);
    }
    String phone = in.text("phone");
    return phone == null ? null : new Attachment.Card(phone);
  }

  /** The message of a failure, worded for a file instead of an answer. */
  static String ofFile(Failure failure) {
    return failure.message().replaceFirst("^\\$: ", "").replace("the answer ", "it ");
  }

  static Failure foreign() {
    return Failure.badAnswer(
        "it is not JSON written by convo",
        "name the folder that --save has made, or output of -o json, jsonl or messages; for a"
            + " platform's own answer, add --as PROVIDER");
  }
}

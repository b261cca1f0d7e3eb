package dev.convo.archive;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.json.Fields;
import dev.convo.json.Json;
import dev.convo.json.JsonOut;
import dev.convo.model.Attributes;
import dev.convo.model.Completeness;
import dev.convo.model.Conversation;
import dev.convo.model.Document;
import dev.convo.model.Glossary;
import dev.convo.model.Message;
import dev.convo.model.Meta;
import dev.convo.model.Note;
import dev.convo.model.Participant;
import dev.convo.model.Selection;
import dev.convo.model.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * convo's own JSON, read back: {@code convo/1}, a conversation, and {@code convo-message/1}, one of
 * its messages. Numbers that are computed from the messages are computed again.
 */
final class DocumentText {
  /** Notes that say why messages are missing; the JSON tells them by their codes alone. */
  private static final Pattern REASON = Pattern.compile("(messages|total|paged|paging)_.*");

  /** The members that are read first, in this order. */
  private static final List<String> FIRST = List.of("schema", "provider", "conversation_id");

  private DocumentText() {}

  /** What one object of JSON is. */
  sealed interface Part {}

  /** A conversation. */
  record Whole(Document document) implements Part {}

  /** A message, with whose it is. */
  record Line(String provider, @Nullable String conversation, Message message) implements Part {
    /** Whether another message is of the same conversation. */
    boolean isWith(Line other) {
      return provider.equals(other.provider)
          && String.valueOf(conversation).equals(String.valueOf(other.conversation));
    }
  }

  /**
   * Reads one object.
   *
   * @throws Failure BAD_ANSWER if it is not JSON, or not convo's
   */
  static Part read(InputStream in) {
    return Json.readOwn(in, json -> json.object(DocumentText::part));
  }

  private static Part part(Fields in) {
    if (!in.next()) {
      throw foreign();
    }
    if (!in.name().equals("schema")) {
      return read(sorted(in));
    }
    String schema = String.valueOf(in.word());
    return switch (schema) {
      case "convo/1" -> whole(in);
      case "convo-message/1" -> line(in);
      case ManifestText.SCHEMA ->
          throw unreadable("it is the manifest of a saved conversation: name its folder");
      case "convo-diff/1", "convo-check/1" -> throw unreadable("it holds no conversation");
      default ->
          throw schema.matches("convo(-message)?/[0-9]+")
              ? unreadable("it was written by a later version of convo")
              : foreign();
    };
  }

  /**
   * The same object with the members first that are read first: another program, such as {@code jq
   * -S}, may have sorted them.
   */
  private static InputStream sorted(Fields in) {
    Map<String, Value> others = new LinkedHashMap<>();
    do {
      others.put(in.name(), in.value());
    } while (in.next());
    Map<String, Value> members = new LinkedHashMap<>();
    for (String name : FIRST) {
      Value value = others.remove(name);
      if (value != null) {
        members.put(name, value);
      }
    }
    members.putAll(others);
    if (!(members.get("schema") instanceof Value.Text)) {
      throw foreign();
    }
    StringWriter text = new StringWriter();
    try {
      JsonOut.compact(text).value(Attributes.of(members));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // A StringWriter never throws.
    }
    return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The member that convo writes here. */
  private static String first(Fields in, String name) {
    String word = in.next() && in.name().equals(name) ? in.word() : null;
    if (word == null) {
      throw foreign();
    }
    return word;
  }

  private static Line line(Fields in) {
    String provider = first(in, "provider");
    if (!in.next() || !in.name().equals("conversation_id")) {
      throw foreign();
    }
    return new Line(provider, in.id(), MessageText.message(in));
  }

  private static Whole whole(Fields in) {
    Conversation.Builder to = Conversation.of(first(in, "provider"));
    Meta meta = null;
    while (in.next()) {
      switch (in.name()) {
        case "id" -> to.id(in.id());
        case "url" -> to.url(in.text());
        case "status" -> to.status(in.word());
        case "channel" -> to.channel(in.word());
        case "subject" -> to.subject(in.text());
        case "summary" -> to.summary(in.text());
        case "outcome" -> to.outcome(in.text());
        case "priority" -> to.priority(in.word());
        case "created_at" -> to.createdAt(in.time());
        case "updated_at" -> to.updatedAt(in.time());
        case "last_message_at" -> to.lastMessageAt(in.time());
        case "customer" -> to.customer(in.object(DocumentText::person));
        case "assignee" -> to.assignee(in.object(DocumentText::person));
        case "labels" -> to.labels(in.words());
        case "attributes" -> to.attributes(attributes(in));
        case "messages" -> to.messages(listed(in.objects(MessageText::message)));
        case "meta" -> meta = in.object(DocumentText::meta);
        default -> in.drop();
      }
    }
    if (meta == null) {
      throw unreadable("it does not say how the conversation was fetched");
    }
    return new Whole(new Document(to.build(), meta, Glossary.NONE));
  }

  private static Meta meta(Fields in) {
    Boolean complete = null;
    Long expected = null;
    Long requests = null;
    String profile = null;
    String host = null;
    Instant fetchedAt = null;
    Selection selection = null;
    List<String> requestIds = List.of();
    List<Note> notes = new ArrayList<>();
    while (in.next()) {
      switch (in.name()) {
        case "complete" -> complete = flag(in);
        case "selection" -> selection = in.object(DocumentText::selection);
        case "messages_expected" -> expected = in.whole();
        case "requests" -> requests = in.whole();
        case "profile" -> profile = in.text();
        case "host" -> host = in.text();
        case "fetched_at" -> fetchedAt = in.time();
        case "request_ids" -> requestIds = in.words();
        case "notes" -> notes.addAll(listed(in.objects(DocumentText::note)));
        default -> in.drop();
      }
    }
    return new Meta(
        new Completeness(complete, expected, notes),
        requests == null ? 0 : requests.intValue(),
        profile,
        host == null ? "" : host,
        fetchedAt,
        requestIds,
        selection);
  }

  private static Selection selection(Fields in) {
    Long shown = null;
    Long of = null;
    List<String> options = List.of();
    while (in.next()) {
      switch (in.name()) {
        case "shown" -> shown = in.whole();
        case "of" -> of = in.whole();
        case "options" -> options = in.words();
        default -> in.drop();
      }
    }
    return new Selection(
        shown == null ? 0 : shown.intValue(), of == null ? 0 : of.intValue(), options);
  }

  private static Note note(Fields in) {
    String code = "";
    String text = "";
    while (in.next()) {
      switch (in.name()) {
        case "code" -> code = String.valueOf(in.word());
        case "text" -> text = String.valueOf(in.text());
        default -> in.drop();
      }
    }
    return new Note(code, text, REASON.matcher(code).matches());
  }

  static Participant person(Fields in) {
    String id = null;
    String name = null;
    String email = null;
    String phone = null;
    Attributes attributes = Attributes.NONE;
    while (in.next()) {
      switch (in.name()) {
        case "id" -> id = in.id();
        case "name" -> name = in.word();
        case "email" -> email = in.text();
        case "phone" -> phone = in.text();
        case "attributes" -> attributes = attributes(in);
        default -> in.drop();
      }
    }
    return new Participant(id, name, email, phone, attributes);
  }

  static Attributes attributes(Fields in) {
    return in.value() instanceof Attributes members ? members : Attributes.NONE;
  }

  static @Nullable Boolean flag(Fields in) {
    return in.value() instanceof Value.Flag flag ? flag.on() : null;
  }

  static <T> List<T> listed(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  /** The message of a failed read, worded for a file instead of an answer. */
  static String ofFile(Failure failure) {
    return failure.message().replaceFirst("^\\$: ", "").replace("the answer ", "it ");
  }

  static Failure foreign() {
    return new Failure(
        Kind.BAD_ANSWER,
        "it is not JSON written by convo",
        "if it is what a platform answered, add --as PROVIDER");
  }

  private static Failure unreadable(String why) {
    return new Failure(Kind.BAD_ANSWER, why, null);
  }
}

package dev.convo.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.json.Json;
import dev.convo.model.Attachment;
import dev.convo.model.Attributes;
import dev.convo.model.Document;
import dev.convo.model.Extras;
import dev.convo.model.Message;
import dev.convo.model.Value;
import java.io.ByteArrayInputStream;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the JSON of a document says, made of the records themselves: each component is a key. */
final class AsJson {
  /** For people only: how the text is to be read, and where the note is shown. */
  private static final Set<String> NOT_SAID = Set.of("Message.html", "Note.reason");

  private static final Map<String, String> OTHER_WORDS = Map.of("seconds", "duration_s");

  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private AsJson() {}

  /** The document's JSON, but for what is computed of it. */
  static Value of(Document document) {
    Map<String, Value> all = new LinkedHashMap<>();
    all.put("schema", new Value.Text("convo/1"));
    all.putAll(members(document.conversation()));
    for (String person : List.of("customer", "assignee")) {
      all.computeIfPresent(person, (name, value) -> without(value, name));
    }
    Map<String, Value> known = members(document.meta().completeness());
    Map<String, Value> rest = members(document.meta());
    rest.remove("completeness");
    Map<String, Value> meta = new LinkedHashMap<>();
    meta.put("complete", known.get("complete"));
    meta.put("selection", rest.remove("selection"));
    meta.put("messages_expected", known.get("expected"));
    Value notes = known.get("notes");
    meta.putAll(rest);
    meta.put("notes", notes);
    all.put("meta", Attributes.of(meta));
    return Attributes.of(all);
  }

  /** What a text of JSON says, which must be one document and nothing else. */
  static Value parsed(String json) {
    return Json.tree(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  /** The same without what is computed. */
  static Value withoutInsight(Value parsed) {
    Map<String, Value> members = ((Attributes) parsed).toMap();
    assertThat(members).containsKey("insight");
    members.remove("insight");
    return Attributes.of(members);
  }

  private static Value of(@Nullable Object value) {
    if (value instanceof Value already) {
      return already;
    }
    if (value instanceof String text) {
      return new Value.Text(text);
    }
    if (value instanceof Number number) {
      return new Value.Numeral(number.toString());
    }
    if (value instanceof Boolean flag) {
      return new Value.Flag(flag);
    }
    if (value instanceof Instant time) {
      return new Value.Text(MILLISECONDS.format(time));
    }
    if (value instanceof Enum<?> constant) {
      return new Value.Text(constant.name().toLowerCase(Locale.ROOT));
    }
    if (value instanceof List<?> list) {
      return new Value.Items(list.stream().map(AsJson::of).toList());
    }
    return value instanceof Record object ? Attributes.of(members(object)) : Value.None.NONE;
  }

  private static Map<String, Value> members(Record object) {
    Map<String, Value> members = new LinkedHashMap<>();
    for (RecordComponent component : object.getClass().getRecordComponents()) {
      String place = object.getClass().getSimpleName() + "." + component.getName();
      if (!NOT_SAID.contains(place)) {
        String key = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        Object said = component(object, component);
        if (said instanceof Extras extras) {
          members.putAll(members(extras));
        } else if (place.equals("Attachment.subject")) {
          members.putAll(subject((Attachment) object));
        } else {
          Value value = of(said);
          members.put(
              OTHER_WORDS.getOrDefault(key, key),
              key.equals("author") ? without(value, key) : value);
        }
      }
    }
    return object instanceof Message message ? ordered(message, members) : members;
  }

  /** A message's keys in the contract's order, its time twice. */
  private static Map<String, Value> ordered(Message message, Map<String, Value> members) {
    Map<String, Value> ordered = new LinkedHashMap<>();
    Value number = members.remove("number");
    List<String> last = List.of("attachments", "attributes");
    members.forEach(
        (key, value) -> {
          if (!last.contains(key)) {
            ordered.put(key, value);
          }
          if (key.equals("content_type")) {
            ordered.put("number", number);
            ordered.put("at_epoch", epoch(message.at()));
          }
        });
    last.forEach(key -> ordered.put(key, members.get(key)));
    return ordered;
  }

  private static Value epoch(@Nullable Instant at) {
    return at == null
        ? Value.None.NONE
        : new Value.Numeral(BigDecimal.valueOf(at.toEpochMilli(), 3).toPlainString());
  }

  private static Map<String, Value> subject(Attachment attachment) {
    Map<String, Value> members = new LinkedHashMap<>();
    boolean place = attachment.subject() instanceof Attachment.Place;
    Attachment.Place at = place ? (Attachment.Place) attachment.subject() : null;
    members.put("latitude", at == null ? Value.None.NONE : new Value.Numeral(at.latitude()));
    members.put("longitude", at == null ? Value.None.NONE : new Value.Numeral(at.longitude()));
    members.put(
        "phone",
        attachment.subject() instanceof Attachment.Card card ? of(card.phone()) : Value.None.NONE);
    return members;
  }

  private static @Nullable Object component(Record object, RecordComponent component) {
    try {
      return component.getAccessor().invoke(object);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  /** A person in this place has no such keys; nothing may be lost with them. */
  private static Value without(Value person, String place) {
    if (!(person instanceof Attributes all) || place.equals("customer")) {
      return person;
    }
    Map<String, Value> members = all.toMap();
    assertThat(members.remove("phone")).isEqualTo(Value.None.NONE);
    if (place.equals("author")) {
      assertThat(members.remove("email")).isEqualTo(Value.None.NONE);
    }
    return Attributes.of(members);
  }
}

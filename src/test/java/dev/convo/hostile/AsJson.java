package dev.convo.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.json.Json;
import dev.convo.model.Attributes;
import dev.convo.model.Document;
import dev.convo.model.Value;
import java.io.ByteArrayInputStream;
import java.lang.reflect.RecordComponent;
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

  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private AsJson() {}

  /** The document's JSON. */
  static Value of(Document document) {
    Map<String, Value> all = new LinkedHashMap<>();
    all.put("schema", new Value.Text("convo/1"));
    all.putAll(members(document.conversation()));
    for (String person : List.of("customer", "assignee")) {
      all.computeIfPresent(person, (name, value) -> without(value, name));
    }
    Map<String, Value> meta = new LinkedHashMap<>(members(document.meta().completeness()));
    meta.put("messages_expected", meta.remove("expected"));
    Value notes = meta.remove("notes");
    Map<String, Value> rest = members(document.meta());
    rest.remove("completeness");
    meta.putAll(rest);
    meta.put("notes", notes);
    all.put("meta", Attributes.of(meta));
    return Attributes.of(all);
  }

  /** What a text of JSON says, which must be one document and nothing else. */
  static Value parsed(String json) {
    return Json.tree(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
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
        Value value = of(component(object, component));
        members.put(key, key.equals("author") ? without(value, key) : value);
      }
    }
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

package dev.convo.hostile;

import dev.convo.json.Json;
import dev.convo.json.JsonOut;
import dev.convo.model.Attributes;
import dev.convo.model.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** JSON with something planted into the texts and under the keys of it. */
final class Planted {
  private Planted() {}

  /** The fields of a document that hold text, the places in a list not told apart. */
  static Set<String> fields(String json) {
    Set<String> fields = new LinkedHashSet<>();
    collect("", tree(json), fields);
    return fields;
  }

  /** The document with this text behind every text of these fields. */
  static String behind(String json, String text, Predicate<String> fields) {
    return json(changed("", tree(json), text, fields, false));
  }

  /** The same, and with one more member in every object, its key and value hostile. */
  static String everywhere(String json, String text, Predicate<String> fields) {
    return json(changed("", tree(json), text, fields, true));
  }

  /** Each of these fields where it comes first: a list's other items take the same way. */
  static Predicate<String> first(Predicate<String> fields) {
    Set<String> seen = new HashSet<>();
    return field -> fields.test(field) && seen.add(field);
  }

  /** All texts of a document, keys and values. */
  static Set<String> texts(String json) {
    Set<String> texts = new LinkedHashSet<>();
    texts(tree(json), texts);
    return texts;
  }

  private static void texts(Value value, Set<String> texts) {
    if (value instanceof Value.Text text) {
      texts.add(text.text());
    } else if (value instanceof Value.Items items) {
      items.values().forEach(item -> texts(item, texts));
    } else if (value instanceof Attributes members) {
      members.forEach(
          (name, member) -> {
            texts.add(name);
            texts(member, texts);
          });
    }
  }

  private static void collect(String at, Value value, Set<String> fields) {
    if (value instanceof Value.Text) {
      fields.add(at);
    } else if (value instanceof Value.Items items) {
      items.values().forEach(item -> collect(at + "[]", item, fields));
    } else if (value instanceof Attributes members) {
      members.forEach((name, member) -> collect(at + "." + name, member, fields));
    }
  }

  private static Value changed(
      String at, Value value, String text, Predicate<String> fields, boolean keys) {
    if (value instanceof Value.Text one) {
      return fields.test(at) ? new Value.Text(one.text() + text) : value;
    }
    if (value instanceof Value.Items items) {
      List<Value> all =
          items.values().stream()
              .map(item -> changed(at + "[]", item, text, fields, keys))
              .toList();
      return new Value.Items(all);
    }
    if (value instanceof Attributes members) {
      Map<String, Value> all = new LinkedHashMap<>();
      members.forEach(
          (name, member) -> all.put(name, changed(at + "." + name, member, text, fields, keys)));
      if (keys && fields.test(at + ".key")) {
        all.put("key" + text, new Value.Text("value" + text));
      }
      return Attributes.of(all);
    }
    return value;
  }

  static Value tree(String json) {
    return Json.tree(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static String json(Value value) {
    StringWriter out = new StringWriter();
    try {
      JsonOut.compact(out).value(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}

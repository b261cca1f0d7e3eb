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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

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
    return json(changed("", tree(json), field -> fields.test(field) ? text : "", false));
  }

  /** The same, and with one more member in every object, its key and value hostile. */
  static String everywhere(String json, String text, Predicate<String> fields) {
    return everywhere(json, field -> fields.test(field) ? text : "");
  }

  /** The same, the text for each place asked for in turn; an empty one plants nothing. */
  static String everywhere(String json, UnaryOperator<String> text) {
    return json(changed("", tree(json), text, true));
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

  private static Value changed(String at, Value value, UnaryOperator<String> text, boolean keys) {
    if (value instanceof Value.Text one) {
      return new Value.Text(one.text() + text.apply(at));
    }
    if (value instanceof Value.Items items) {
      return new Value.Items(
          items.values().stream().map(item -> changed(at + "[]", item, text, keys)).toList());
    }
    if (value instanceof Attributes members) {
      Map<String, Value> all = new LinkedHashMap<>();
      members.forEach(
          (name, member) -> all.put(name, changed(at + "." + name, member, text, keys)));
      String more = keys ? text.apply(at + ".key") : "";
      if (!more.isEmpty()) {
        all.put("key" + more, new Value.Text("value" + more));
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

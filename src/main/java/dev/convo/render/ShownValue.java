package dev.convo.render;

import dev.convo.json.JsonOut;
import dev.convo.json.Moment;
import dev.convo.model.Attributes;
import dev.convo.model.Conversation;
import dev.convo.model.Participant;
import dev.convo.model.Shown;
import dev.convo.model.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An attribute in words for people. */
final class ShownValue {
  private ShownValue() {}

  private static Attributes of(Conversation conversation, Shown shown) {
    return switch (shown.owner()) {
      case CONVERSATION -> conversation.attributes();
      case CUSTOMER -> of(conversation.customer());
      case ASSIGNEE -> of(conversation.assignee());
      case MESSAGE, ATTACHMENT -> Attributes.NONE;
    };
  }

  private static Attributes of(@Nullable Participant person) {
    return person == null ? Attributes.NONE : person.attributes();
  }

  /** The label of an attribute that is news, and what an object says besides. */
  static List<String> news(Conversation conversation, Shown shown, ZoneId zone) {
    Shown.Condition when = shown.when();
    Value value = at(of(conversation, shown), shown.path());
    List<String> news = new ArrayList<>();
    if (when == null || value == null) {
      return news;
    }
    for (Value one : value instanceof Value.Items items ? items.values() : List.of(value)) {
      Value decides = at(one, when.member());
      if (decides != null && decides.word().equals(when.word())) {
        Value timed = timed("", one, shown.times(), at -> Times.minute(at, zone));
        String words = timed instanceof Attributes object ? headline(object, shown.members()) : "";
        news.add(Wording.joined(": ", shown.label(), words));
      }
    }
    return news;
  }

  /** {@code escalation: The carrier is silent, 2026-03-16 07:36}: values without their names. */
  private static String headline(Attributes object, List<String> names) {
    List<String> words =
        names.stream()
            .map(name -> plain(object.get(name)))
            .filter(word -> !word.isEmpty())
            .toList();
    if (words.size() < 2) {
      return line(object, names);
    }
    return words.get(0) + ": " + String.join(", ", words.subList(1, words.size()));
  }

  /** The value at a path of names; the value itself for an empty one. */
  static @Nullable Value at(Value from, String path) {
    Value value = from;
    for (int name = 0; value != null && name < path.length(); ) {
      int dot = path.indexOf('.', name);
      int to = dot < 0 ? path.length() : dot;
      value = value instanceof Attributes object ? object.get(path.substring(name, to)) : null;
      name = to + 1;
    }
    return value;
  }

  private static Value timed(
      String name, Value value, Shown.Times times, Function<Instant, String> time) {
    if (value instanceof Attributes object) {
      Map<String, Value> members = object.toMap();
      members.replaceAll((member, inner) -> timed(member, inner, times, time));
      return Attributes.of(members);
    }
    if (value instanceof Value.Items items) {
      return new Value.Items(
          items.values().stream().map(item -> timed(name, item, times, time)).toList());
    }
    if (!times.names().contains(name)) {
      return value;
    }
    if (value.equals(new Value.Numeral("0"))) {
      return new Value.Text(times.zero());
    }
    Moment moment = Moment.of(value);
    return moment == null ? value : new Value.Text(time.apply(moment.at()));
  }

  static List<String> lines(Conversation conversation, Shown shown, ZoneId zone) {
    return lines(of(conversation, shown), shown, zone);
  }

  /** An attribute in harmless lines, with times in this zone, to the second for a message. */
  static List<String> lines(Attributes attributes, Shown shown, ZoneId zone) {
    String path = shown.path();
    boolean members = path.equals("*") || path.endsWith(".*");
    String way = members ? path.substring(0, Math.max(0, path.length() - 2)) : path;
    Value value = at(attributes, way);
    if (value == null) {
      return List.of();
    }
    if (!shown.times().names().isEmpty()) {
      boolean exact = shown.owner() == Shown.Owner.MESSAGE;
      value =
          timed(
              way.substring(way.lastIndexOf('.') + 1),
              value,
              shown.times(),
              at -> exact ? Times.exactly(at, zone) : Times.minute(at, zone));
    }
    if (!members || !(value instanceof Attributes object)) {
      return lines(value, shown.members());
    }
    List<String> lines = new ArrayList<>();
    object.forEach(
        (name, member) -> {
          String lead = Wording.present(name) + ": ";
          for (String line : lines(member, shown.members())) {
            lines.add(lead + line);
            lead = "  ";
          }
        });
    return lines;
  }

  private static List<String> lines(Value value, List<String> names) {
    if (value instanceof Value.Text text) {
      return text.text().isBlank() ? List.of() : TextLines.of(text.text());
    }
    if (value instanceof Value.Items items) {
      return lines(items, names);
    }
    String line = line(value, names);
    return line.isEmpty() ? List.of() : List.of(line);
  }

  /** A line for each object, one for everything else. */
  private static List<String> lines(Value.Items items, List<String> names) {
    List<String> objects = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (Value item : items.values()) {
      String line = line(item, names);
      if (!line.isEmpty()) {
        (item instanceof Attributes ? objects : others).add(line);
      }
    }
    if (!others.isEmpty()) {
      objects.add(String.join(", ", others));
    }
    return objects;
  }

  /** A value on one line, in full: nested objects and lists are JSON. */
  static String plain(@Nullable Value value) {
    return value == null
        ? ""
        : value instanceof Attributes ? JsonOut.line(value) : line(value, List.of());
  }

  /**
   * A value on one line. Of an object: these members by name, the value alone if one is asked for,
   * or all members if it has none of these.
   */
  private static String line(Value value, List<String> names) {
    if (value instanceof Attributes object) {
      return members(object, names);
    }
    if (value instanceof Value.Items) {
      return JsonOut.line(value);
    }
    if (value instanceof Value.Flag flag) {
      return flag.on() ? "yes" : "no";
    }
    return Wording.present(value.word());
  }

  private static String members(Attributes object, List<String> names) {
    if (names.size() == 1 && object.get(names.get(0)) != null) {
      return plain(object.get(names.get(0)));
    }
    boolean all = names.stream().allMatch(name -> plain(object.get(name)).isEmpty());
    List<String> lines = new ArrayList<>();
    object.forEach(
        (name, member) -> {
          String words = all || names.contains(name) ? plain(member) : "";
          if (!words.isEmpty()) {
            lines.add(Wording.present(name) + ": " + words);
          }
        });
    return String.join(", ", lines);
  }
}

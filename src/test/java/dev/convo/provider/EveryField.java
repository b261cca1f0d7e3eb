package dev.convo.provider;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.json.Json;
import dev.convo.model.Attributes;
import dev.convo.model.Value;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An answer with each of its members and elements in turn left out, null, or of each other type: no
 * decoder may fail at one, nor lose what it says.
 */
public final class EveryField {
  private static final Value WORD = new Value.Text("s3ntinel");

  /** Longer than any buffer that it passes through. */
  private static final String HUGE = "s3ntinel".repeat(5_000) + "th3end";

  private static final Map<String, Value> INSTEAD = new LinkedHashMap<>();

  static {
    INSTEAD.put("null", Value.None.NONE);
    INSTEAD.put("a number", new Value.Numeral("987654321"));
    INSTEAD.put("a fraction", new Value.Numeral("987654321.123456789"));
    INSTEAD.put("a flag", new Value.Flag(true));
    INSTEAD.put("text", WORD);
    INSTEAD.put("an empty text", new Value.Text(""));
    INSTEAD.put("a huge text", new Value.Text(HUGE));
    INSTEAD.put("a list", new Value.Items(List.of(WORD)));
    INSTEAD.put("an empty list", new Value.Items(List.of()));
    INSTEAD.put("an empty object", Attributes.NONE);
    INSTEAD.put("an object", Attributes.of(Map.of("s3ntinel", new Value.Numeral("1"))));
  }

  private EveryField() {}

  /**
   * A changed answer.
   *
   * @param place such as {@code messages[0].id}
   * @param what what stands there now: {@code nothing}, {@code null}, {@code a number}, …
   */
  private record Changed(String place, String what, String json) {
    /** Whether a text still says what stands there. */
    boolean isIn(String told) {
      return switch (what) {
        case "nothing", "null", "a flag", "an empty text", "an empty list", "an empty object" ->
            true;
        case "a fraction" -> told.contains("987654321.123456789");
        case "a number" -> told.contains("987654321") || told.contains("2001-04-19T04:25:21Z");
        case "a huge text" -> told.contains(HUGE);
        default -> told.contains("s3ntinel");
      };
    }
  }

  /**
   * Reads all changed forms of an answer.
   *
   * @param read what an answer is told as
   * @param excused the places of which the documents say that they are dropped or refused; no
   *     decoder may break at them either
   * @return what went wrong, a line for each; empty if nothing did
   */
  public static List<String> faults(
      String answer, Function<String, String> read, Predicate<String> excused) {
    List<String> faults = new ArrayList<>();
    for (Changed changed : all(answer)) {
      String asked = changed.place() + " being " + changed.what();
      boolean may = excused.test(changed.place());
      try {
        String told = read.apply(changed.json());
        if (!may && !changed.isIn(told)) {
          faults.add(asked + " is lost");
        }
      } catch (Failure failure) {
        if (!may || failure.kind() == Kind.BUG) {
          faults.add(asked + ": " + failure);
        }
      } catch (RuntimeException e) {
        faults.add(asked + ": " + e);
      }
    }
    return faults;
  }

  private static List<Changed> all(String answer) {
    Value whole = Json.tree(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
    List<Changed> all = new ArrayList<>();
    for (String place : places("", whole)) {
      all.add(new Changed(place, "nothing", json("", whole, place, null)));
      INSTEAD.forEach(
          (what, value) -> all.add(new Changed(place, what, json("", whole, place, value))));
    }
    return all;
  }

  private static List<String> places(String at, Value value) {
    List<String> places = new ArrayList<>();
    if (!at.isEmpty()) {
      places.add(at);
    }
    if (value instanceof Attributes members) {
      members.forEach((name, member) -> places.addAll(places(inner(at, name), member)));
    } else if (value instanceof Value.Items items) {
      for (int i = 0; i < items.values().size(); i++) {
        places.addAll(places(at + "[" + i + "]", items.values().get(i)));
      }
    }
    return places;
  }

  private static String inner(String at, String name) {
    return at.isEmpty() ? name : at + "." + name;
  }

  /** The answer, with something else at one place; null leaves it out. */
  private static String json(String at, Value value, String place, @Nullable Value instead) {
    if (at.equals(place)) {
      return instead == null ? "" : json("-", instead, place, null);
    }
    if (value instanceof Attributes members) {
      List<String> all = new ArrayList<>();
      members.forEach(
          (name, member) -> {
            String inner = json(inner(at, name), member, place, instead);
            if (!inner.isEmpty()) {
              all.add(quoted(name) + ":" + inner);
            }
          });
      return "{" + String.join(",", all) + "}";
    }
    if (value instanceof Value.Items items) {
      List<String> all = new ArrayList<>();
      for (int i = 0; i < items.values().size(); i++) {
        all.add(json(at + "[" + i + "]", items.values().get(i), place, instead));
      }
      return all.stream().filter(one -> !one.isEmpty()).collect(Collectors.joining(",", "[", "]"));
    }
    if (value instanceof Value.Text text) {
      return quoted(text.text());
    }
    return value instanceof Value.Numeral number
        ? number.digits()
        : value instanceof Value.Flag flag ? String.valueOf(flag.on()) : "null";
  }

  /** In a loop, because of the huge text. */
  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}

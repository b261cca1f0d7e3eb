package dev.convo.archive;

import dev.convo.json.Fields;
import dev.convo.json.Moment;
import dev.convo.model.Attributes;
import dev.convo.model.Value;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that convo wrote, read whole. Anybody may have changed it since: a member of an
 * unexpected type counts as absent.
 */
record JsonObject(Attributes members) {
  static JsonObject of(Fields in) {
    return new JsonObject(in.rest());
  }

  boolean has(String name) {
    return members.get(name) != null;
  }

  /** A text; also a number or a flag, as written. */
  @Nullable String text(String name) {
    Value value = members.get(name);
    if (value == null || value instanceof Value.Text) {
      return value == null ? null : value.word();
    }
    return value.word().isEmpty() ? null : value.word();
  }

  /** The same; empty if absent. */
  String textOrEmpty(String name) {
    return Objects.requireNonNullElse(text(name), "");
  }

  @Nullable Boolean flag(String name) {
    return members.get(name) instanceof Value.Flag flag ? flag.on() : null;
  }

  /** A whole number of at most 18 digits. */
  @Nullable Long whole(String name) {
    return members.get(name) instanceof Value.Numeral number
            && number.digits().matches("-?[0-9]{1,18}")
        ? Long.valueOf(number.digits())
        : null;
  }

  /** A count; 0 if absent or invalid. */
  int count(String name) {
    Long whole = whole(name);
    return whole == null || whole < 0 || whole > Integer.MAX_VALUE ? 0 : whole.intValue();
  }

  @Nullable String digits(String name) {
    return members.get(name) instanceof Value.Numeral number ? number.digits() : null;
  }

  @Nullable Instant time(String name) {
    Value value = members.get(name);
    Moment moment = value == null ? null : Moment.of(value);
    return moment == null ? null : moment.at();
  }

  /**
   * One of a few words.
   *
   * @param otherwise what any other word counts as
   */
  <T> T oneOf(T[] all, Function<T, String> word, String name, T otherwise) {
    String written = text(name);
    for (T one : all) {
      if (word.apply(one).equals(written)) {
        return one;
      }
    }
    return otherwise;
  }

  Attributes attributes(String name) {
    return members.get(name) instanceof Attributes inner ? inner : Attributes.NONE;
  }

  List<String> texts(String name) {
    return values(name).stream().filter(Value.Text.class::isInstance).map(Value::word).toList();
  }

  <T> @Nullable T object(String name, Function<JsonObject, T> read) {
    return members.get(name) instanceof Attributes inner ? read.apply(new JsonObject(inner)) : null;
  }

  <T> List<T> objects(String name, Function<JsonObject, T> read) {
    return values(name).stream()
        .filter(Attributes.class::isInstance)
        .map(one -> read.apply(new JsonObject((Attributes) one)))
        .toList();
  }

  private List<Value> values(String name) {
    return members.get(name) instanceof Value.Items items ? items.values() : List.of();
  }
}

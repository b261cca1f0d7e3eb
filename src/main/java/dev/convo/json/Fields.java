package dev.convo.json;

import com.google.gson.stream.JsonToken;
import dev.convo.model.Attributes;
import dev.convo.model.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The members of one object, read in order:
 *
 * <pre>{@code
 * while (in.next()) {
 *   switch (in.name()) {
 *     case "_id" -> id = in.id();
 *     case "message" -> text = in.text();
 *     default -> in.keep();
 *   }
 * }
 * }</pre>
 *
 * Nothing is lost: a value that a slot cannot hold exactly is also kept under its name in {@link
 * #rest}, and the slot gets null or the nearest value it can hold. No type of value is an error.
 */
public final class Fields extends Members {
  Fields(Json json) {
    super(json);
  }

  /** A free text. A number or a flag becomes text, and is also kept. */
  public @Nullable String text() {
    return json.peek() == JsonToken.STRING ? json.string() : text(name, json.value());
  }

  /** The same from a value that was already read; it is kept under this name, if at all. */
  public @Nullable String text(String under, Value value) {
    if (value instanceof Value.Text text) {
      return text.text();
    }
    keep(under, value);
    String word = value.word();
    return word.isEmpty() ? null : word;
  }

  /** A word that is likely to repeat, such as a status: equal ones are one object. */
  public @Nullable String word() {
    return json.peek() == JsonToken.STRING ? json.word() : text();
  }

  /** An identifier: a text, or the exact digits of a number. */
  public @Nullable String id() {
    JsonToken next = json.peek();
    return next == JsonToken.STRING || next == JsonToken.NUMBER
        ? json.word()
        : text(name, json.value());
  }

  /**
   * A flag from a value that was already read; one written as text, 0 or 1 is also kept under this
   * name.
   */
  public @Nullable Boolean flag(String under, Value value) {
    if (value instanceof Value.Flag flag) {
      return flag.on();
    }
    if (value == Value.None.NONE) {
      return null;
    }
    put(under, value);
    String word = text(under, value);
    return switch (word == null ? "" : word.toLowerCase(Locale.ROOT)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> null;
    };
  }

  /** A whole number; one that is written as text is also kept. */
  public @Nullable Long whole() {
    return number(name, json.value(), BigDecimal::longValueExact);
  }

  /** The exact digits of a number; one that is written as text is also kept. */
  public @Nullable String digits() {
    Value value = json.value();
    if (!(value instanceof Value.Numeral)) {
      keep(name, value);
    }
    return Tokens.isNumber(value.word()) ? value.word() : null;
  }

  /**
   * A length in seconds, null if negative. One that is written as text is also kept, and so is one
   * with a fraction, which is cut.
   */
  public @Nullable Long seconds() {
    return seconds(name, json.value());
  }

  /** The same from a value that was already read; it is kept under this name, if at all. */
  public @Nullable Long seconds(String under, Value value) {
    return number(
        under,
        value,
        length ->
            length.signum() < 0 || length.precision() - length.scale() > 18
                ? null
                : length.longValue());
  }

  /** A number or a text with one; kept unless it was written exactly as returned. */
  private @Nullable Long number(
      String under, Value value, Function<BigDecimal, @Nullable Long> read) {
    Long number = null;
    try {
      number = read.apply(Moment.decimal(value.word()));
    } catch (ArithmeticException | NumberFormatException e) {
      // Not a number, or not one that a long can hold: kept below.
    }
    if (number == null || !value.equals(new Value.Numeral(number.toString()))) {
      keep(under, value);
    }
    return number;
  }

  /**
   * A moment: ISO 8601, in UTC if there is no zone, or seconds since 1970, with or without a
   * fraction. Zero means never: null. A fraction of a millisecond is cut, and the value kept.
   */
  public @Nullable Instant time() {
    return time(name, json.value());
  }

  /** The same from a value that was already read; it is kept under this name, if at all. */
  public @Nullable Instant time(String under, Value value) {
    Moment moment = Moment.of(value);
    if (value != Value.None.NONE && (moment == null || !moment.exact())) {
      put(under, value);
    }
    return moment == null ? null : moment.at();
  }

  /**
   * An object; what its decoder does not take is kept under this name. Null for anything else,
   * which is kept.
   */
  public <T> @Nullable T object(Function<Fields, T> decode) {
    if (!json.atObject()) {
      keepUnlessNull();
      return null;
    }
    Fields inner = new Fields(json);
    T result = json.open(inner, decode);
    inner.left().ifPresent(left -> put(name, left));
    return result;
  }

  /** The same with a function that is called for each member: {@code in.inside(this::mail)}. */
  public void inside(Consumer<Fields> member) {
    object(
        inner -> {
          while (inner.next()) {
            member.accept(inner);
          }
          return inner;
        });
  }

  /**
   * A list of objects, or null. Null elements are skipped; other elements are kept, as is anything
   * but a list.
   */
  public <T> @Nullable List<T> objects(Function<Fields, T> decode) {
    return objects(decode, false);
  }

  /**
   * The same for a list in which a null means something: among messages it may be an unreadable
   * one. It is kept like other elements.
   */
  public <T> @Nullable List<T> objectsAndNulls(Function<Fields, T> decode) {
    return objects(decode, true);
  }

  private <T> @Nullable List<T> objects(Function<Fields, T> decode, boolean nulls) {
    if (json.peek() != JsonToken.BEGIN_ARRAY) {
      keepUnlessNull();
      return null;
    }
    List<T> objects = new ArrayList<>();
    List<Value> others = new ArrayList<>();
    json.list(
        element -> {
          if (element.atObject()) {
            objects.add(element.object(decode));
          } else {
            others.add(element.value());
          }
        });
    if (!nulls) {
      others.removeIf(other -> other == Value.None.NONE);
    }
    if (!others.isEmpty()) {
      put(name, new Value.Items(others));
    }
    return objects;
  }

  /**
   * Reads the objects of a list with a function; what it does not take keeps its place in the list.
   * Other elements are kept whole, as is anything but a list.
   */
  public void each(Consumer<Fields> object) {
    List<Value> left = new ArrayList<>();
    list(
        element ->
            left.add(
                element.atObject()
                    ? element.object(
                        inner -> {
                          object.accept(inner);
                          return inner.isTaken() ? Attributes.NONE : inner.rest();
                        })
                    : element.value()));
    left.replaceAll(value -> value.equals(Attributes.NONE) ? Value.None.NONE : value);
    if (left.stream().anyMatch(value -> value != Value.None.NONE)) {
      put(name, new Value.Items(left));
    }
  }

  /**
   * A list of texts, equal ones shared. Null elements are skipped; other elements are kept. A
   * single text is a list of one, and also kept; anything else is kept.
   */
  public List<String> words() {
    if (json.peek() == JsonToken.STRING) {
      return List.of(kept().word());
    }
    List<String> words = new ArrayList<>();
    List<Value> others = new ArrayList<>();
    list(
        element -> {
          Value value = element.value();
          if (value instanceof Value.Text word) {
            words.add(word.text());
          } else if (value != Value.None.NONE) {
            others.add(value);
          }
        });
    if (!others.isEmpty()) {
      put(name, new Value.Items(others));
    }
    return words;
  }

  /** A list; each element must be read whole. Anything else is kept. */
  public void list(Consumer<Json> element) {
    if (json.peek() == JsonToken.BEGIN_ARRAY) {
      json.list(element);
    } else {
      keepUnlessNull();
    }
  }

  public boolean atObject() {
    return json.atObject();
  }
}

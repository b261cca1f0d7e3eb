package dev.convo.profile.file;

import dev.convo.profile.value.Source;
import dev.convo.profile.value.Sourced;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A value of the profile file, with its line. */
public sealed interface Item {
  /** The line of its key. */
  Source source();

  /** Its type in words: {@code text}, {@code a whole number}. */
  String kind();

  /** A string. */
  record Text(Source source, String value) implements Item {
    /** It may be a secret. */
    @Override
    public String toString() {
      return "*** from " + source;
    }

    @Override
    public String kind() {
      return "text";
    }
  }

  /** An integer. */
  record Whole(Source source, long value) implements Item {
    @Override
    public String kind() {
      return "a whole number";
    }
  }

  /** True or false. */
  record Flag(Source source, boolean value) implements Item {
    @Override
    public String kind() {
      return "true or false";
    }
  }

  /** A list of strings. */
  record Words(Source source, List<String> values) implements Item {
    public Words {
      values = List.copyOf(values);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** A value whose type no key accepts: a date, a fraction, a list of anything but strings. */
  record Other(Source source, String kind) implements Item {}

  /**
   * A table.
   *
   * @param name its dotted name, such as {@code work.chatwoot}; empty for the file itself
   */
  record Table(Source source, String name, Map<String, Item> items) implements Item {
    public Table {
      items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
    }

    @Override
    public String kind() {
      return "a table";
    }

    public Set<String> keys() {
      return items.keySet();
    }

    public Optional<Item> get(String key) {
      return Optional.ofNullable(items.get(key));
    }

    /** The table under this key; empty if there is none, or something else. */
    public Optional<Table> table(String key) {
      return items.get(key) instanceof Table table ? Optional.of(table) : Optional.empty();
    }

    /** The key's dotted name: {@code work.chatwoot.account_id}. */
    public String label(String key) {
      return name.isEmpty() ? key : name + "." + key;
    }

    /**
     * The string under this key.
     *
     * @throws dev.convo.failure.Failure CONFIG if something else is there, or an empty string
     */
    public Optional<Sourced> text(String key) {
      return get(key)
          .map(
              item -> {
                if (item instanceof Text text && !text.value().isBlank()) {
                  return new Sourced(text.value(), text.source());
                }
                throw item.source()
                    .fault(
                        label(key)
                            + " must be text, not "
                            + (item instanceof Text ? "empty" : item.kind()),
                        "write it in double quotes: " + key + " = \"...\"");
              });
    }

    /** The digits of the whole number under this key; empty if there is none. */
    public Optional<Sourced> digits(String key) {
      return items.get(key) instanceof Whole whole
          ? Optional.of(new Sourced(Long.toString(whole.value()), whole.source()))
          : Optional.empty();
    }

    /**
     * The flag under this key.
     *
     * @throws dev.convo.failure.Failure CONFIG if something else is there
     */
    public Optional<Boolean> flag(String key) {
      return get(key)
          .map(
              item -> {
                if (item instanceof Flag flag) {
                  return flag.value();
                }
                throw item.source()
                    .fault(
                        label(key) + " must be true or false, not " + item.kind(),
                        "write " + key + " = true, without quotes");
              });
    }
  }
}

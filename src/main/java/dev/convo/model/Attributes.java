package dev.convo.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object, in the platform's order. Two arrays instead of a map, as each of
 * 400,000 messages may have one of these.
 */
public final class Attributes implements Value {
  public static final Attributes NONE = new Attributes(new String[0], new Value[0]);

  private final String[] names;
  private final Value[] values;

  private Attributes(String[] names, Value[] values) {
    this.names = names;
    this.values = values;
  }

  /** The members of a map, in its order. */
  public static Attributes of(Map<String, ? extends Value> members) {
    return of(members, NONE);
  }

  /** The members of a map, in its order. Shares the names of the others if they are the same. */
  public static Attributes of(Map<String, ? extends Value> members, Attributes others) {
    if (members.isEmpty()) {
      return NONE;
    }
    return new Attributes(
        others.isNamed(members.keySet()) ? others.names : members.keySet().toArray(new String[0]),
        members.values().toArray(new Value[0]));
  }

  private boolean isNamed(Set<String> wanted) {
    if (names.length != wanted.size()) {
      return false;
    }
    int i = 0;
    for (String name : wanted) {
      if (!names[i++].equals(name)) {
        return false;
      }
    }
    return true;
  }

  public boolean isEmpty() {
    return names.length == 0;
  }

  public int size() {
    return names.length;
  }

  /** The member of this name, or null. */
  public @Nullable Value get(String name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return values[i];
      }
    }
    return null;
  }

  /** Passes on each member, in order. */
  public void forEach(BiConsumer<String, Value> member) {
    for (int i = 0; i < names.length; i++) {
      member.accept(names[i], values[i]);
    }
  }

  /** A new map of the members, in order. */
  public Map<String, Value> toMap() {
    Map<String, Value> map = new LinkedHashMap<>();
    forEach(map::put);
    return map;
  }

  /** These members and one more. */
  public Attributes with(String name, Value value) {
    Map<String, Value> members = toMap();
    members.put(name, value);
    return of(members);
  }

  public List<String> names() {
    return List.of(names);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Attributes that
        && Arrays.equals(names, that.names)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(names) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return toMap().toString();
  }
}

package dev.convo.json;

import dev.convo.model.Attributes;
import dev.convo.model.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The members of one object in order, and what is kept of them. */
abstract sealed class Members permits Fields {
  final Json json;
  private @Nullable Map<String, Value> rest;
  String name = "";
  private boolean taken;
  private int recognised;

  Members(Json json) {
    this.json = json;
  }

  /** Keeps what the decoder has not read. */
  void finish() {
    while (next()) {
      keep();
    }
  }

  /** Moves to the next member; the one before must have been read. False after the last. */
  public boolean next() {
    if (!json.hasNext()) {
      return false;
    }
    name = json.nextName();
    recognised++;
    return true;
  }

  public String name() {
    return name;
  }

  /** Keeps the value under its name; a credential is masked. */
  public void keep() {
    String under = name;
    Value value = json.value();
    if (json.masks(under, value)) {
      json.masked();
      put(under, Masking.MASK);
    } else {
      put(under, value);
    }
  }

  /** The same for an unknown member, which does not make the object recognised. */
  public void keepUnknown() {
    recognised--;
    keep();
  }

  /** Keeps the value under its name and returns it; credentials in it are masked. */
  public Value kept() {
    Value value = json.value();
    put(name, value);
    return value;
  }

  /** Keeps a value that was already read, unless it is null. */
  public void keep(String under, Value value) {
    if (value != Value.None.NONE) {
      put(under, value);
    }
  }

  /** Whether a member was read other than by {@link #keepUnknown}. */
  public boolean isRecognised() {
    return recognised > 0;
  }

  public void drop() {
    json.value();
  }

  /** Reads the value without keeping it; credentials in it are masked. */
  public Value value() {
    return json.value();
  }

  /** Keeps a value under any name. */
  public void put(String under, Value value) {
    if (rest == null) {
      rest = new LinkedHashMap<>(4); // One for each message, most with one or two members.
    }
    rest.put(under, value);
  }

  /**
   * Everything kept so far, and everything that is left to read. From now on it belongs to the
   * caller, and is not kept in the outer object.
   */
  public Attributes rest() {
    while (!taken && next()) {
      keep();
    }
    taken = true;
    return rest == null ? Attributes.NONE : json.attributes(rest);
  }

  boolean isTaken() {
    return taken;
  }

  /** What was kept of an object that was read to its end, unless {@link #rest} returned it. */
  Optional<Attributes> left() {
    return taken || rest == null ? Optional.empty() : Optional.of(json.attributes(rest));
  }

  /** The body that this object is a part of. */
  public Json json() {
    return json;
  }

  final void keepUnlessNull() {
    if (json.atNull()) {
      json.value();
    } else {
      keep();
    }
  }
}

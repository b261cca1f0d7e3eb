package dev.convo.json;

import dev.convo.model.Attributes;
import dev.convo.model.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The members of one object in the order they come, and what is kept of them. */
abstract sealed class Members permits Fields {
  final Json json;
  private @Nullable Map<String, Value> rest;
  String name = "";
  private boolean taken;
  private int recognised;

  Members(Json json) {
    this.json = json;
  }

  /** Keeps what its decoder has not read. */
  void finish() {
    while (next()) {
      keep();
    }
  }

  /** Moves to the next member; the one before must have been read. False behind the last. */
  public boolean next() {
    if (!json.hasNext()) {
      return false;
    }
    name = json.nextName();
    recognised++;
    return true;
  }

  /** The name of the member at hand. */
  public String name() {
    return name;
  }

  /** Keeps the value under its name; credentials are masked. */
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

  /** The same for an unknown member, which does not make the object a recognised one. */
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

  /** Keeps a value that was already read under this name, unless it is null. */
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

  /** Reads the value and returns it instead of keeping it; credentials in it are masked. */
  public Value value() {
    return json.value();
  }

  /** Keeps a value under a name of the caller's choice. */
  public void put(String under, Value value) {
    if (rest == null) {
      rest = new LinkedHashMap<>(4); // Most hold one or two, and there is one for each message.
    }
    rest.put(under, value);
  }

  /**
   * Everything kept so far and everything still to come. The caller takes it: it is no longer kept
   * in the outer object.
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

  /** What was kept of an object that is read to its end, unless {@link #rest} has returned it. */
  Optional<Attributes> left() {
    return taken || rest == null ? Optional.empty() : Optional.of(json.attributes(rest));
  }

  /** The body this object is part of, for its failures and its count of masked credentials. */
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

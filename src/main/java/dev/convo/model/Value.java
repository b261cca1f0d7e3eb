package dev.convo.model;

import java.util.List;

/**
 * What a platform sent and the model has no place for, kept with its JSON type and exact digits.
 */
public sealed interface Value {

  /** A string. */
  record Text(String text) implements Value {}

  /**
   * A number, as it was written.
   *
   * @param digits a JSON number, such as {@code 1772531402.735118}
   */
  record Numeral(String digits) implements Value {}

  /** True or false. */
  record Flag(boolean on) implements Value {}

  /** JSON's null. */
  enum None implements Value {
    NONE
  }

  /** A list, in the platform's order. */
  record Items(List<Value> values) implements Value {
    public Items {
      values = List.copyOf(values);
    }
  }

  /** An object: {@link Attributes}. */
  non-sealed interface Members extends Value {}
}

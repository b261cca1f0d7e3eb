package dev.convo.model;

import java.util.List;

/**
 * What a platform sent and the model has no place for, kept with its JSON type and exact digits.
 */
public sealed interface Value
    permits Value.Text, Value.Numeral, Value.Flag, Value.None, Value.Items, Attributes {
  /**
   * A text, a number's digits, or a flag as {@code true} or {@code false}; empty for the others.
   */
  default String word() {
    return "";
  }

  /** A string. */
  record Text(String text) implements Value {
    @Override
    public String word() {
      return text;
    }
  }

  /**
   * A number, as it was written.
   *
   * @param digits a JSON number, such as {@code 1772531402.735118}
   */
  record Numeral(String digits) implements Value {
    @Override
    public String word() {
      return digits;
    }
  }

  /** True or false. */
  record Flag(boolean on) implements Value {
    @Override
    public String word() {
      return String.valueOf(on);
    }
  }

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
}

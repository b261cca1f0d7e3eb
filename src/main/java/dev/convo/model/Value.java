package dev.convo.model;

import java.util.List;

/**
 * A value that a platform sent and the model has no place for, with its JSON type and exact digits.
 */
public sealed interface Value
    permits Value.Text, Value.Numeral, Value.Flag, Value.None, Value.Items, Attributes {
  /** The text, the digits, or {@code true} or {@code false}; empty for any other value. */
  default String word() {
    return "";
  }

  record Text(String text) implements Value {
    @Override
    public String word() {
      return text;
    }
  }

  /**
   * A number.
   *
   * @param digits as it was written, such as {@code 1772531402.735118}
   */
  record Numeral(String digits) implements Value {
    @Override
    public String word() {
      return digits;
    }
  }

  record Flag(boolean on) implements Value {
    @Override
    public String word() {
      return String.valueOf(on);
    }
  }

  enum None implements Value {
    NONE
  }

  record Items(List<Value> values) implements Value {
    public Items {
      values = List.copyOf(values);
    }
  }
}

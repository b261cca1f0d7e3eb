package dev.convo.model;

import java.util.List;

/**
 * What a platform sent and the model has no place for, kept with its JSON type and exact digits.
 */
public sealed interface Value
    permits Value.Text, Value.Numeral, Value.Flag, Value.None, Value.Items, Attributes {
  /**
   * The answer of the method for this value's kind.
   *
   * @throws X whatever that method throws
   */
  <R, X extends Exception> R fold(Fold<R, X> fold) throws X;

  /**
   * A text, a number's digits, or a flag as {@code true} or {@code false}; empty for the others.
   */
  default String word() {
    return "";
  }

  /**
   * One method for each kind of value.
   *
   * @param <R> what is made of a value
   * @param <X> what may be thrown meanwhile
   */
  interface Fold<R, X extends Exception> {
    R text(String text) throws X;

    /** A JSON number, as it was written. */
    R numeral(String digits) throws X;

    R flag(boolean on) throws X;

    R none() throws X;

    R items(List<Value> values) throws X;

    R members(Attributes members) throws X;
  }

  /** A string. */
  record Text(String text) implements Value {
    @Override
    public <R, X extends Exception> R fold(Fold<R, X> fold) throws X {
      return fold.text(text);
    }

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
    public <R, X extends Exception> R fold(Fold<R, X> fold) throws X {
      return fold.numeral(digits);
    }

    @Override
    public String word() {
      return digits;
    }
  }

  /** True or false. */
  record Flag(boolean on) implements Value {
    @Override
    public <R, X extends Exception> R fold(Fold<R, X> fold) throws X {
      return fold.flag(on);
    }

    @Override
    public String word() {
      return String.valueOf(on);
    }
  }

  /** JSON's null. */
  enum None implements Value {
    NONE;

    @Override
    public <R, X extends Exception> R fold(Fold<R, X> fold) throws X {
      return fold.none();
    }
  }

  /** A list, in the platform's order. */
  record Items(List<Value> values) implements Value {
    public Items {
      values = List.copyOf(values);
    }

    @Override
    public <R, X extends Exception> R fold(Fold<R, X> fold) throws X {
      return fold.items(values);
    }
  }
}

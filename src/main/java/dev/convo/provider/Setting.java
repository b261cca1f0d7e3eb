package dev.convo.provider;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A key of a provider's section that is not a secret, and the option that overrides it. */
public sealed interface Setting {
  /**
   * The key in the profile file, such as {@code account_id}; {@code CONVO_CHATWOOT_} and the key in
   * capitals is its variable.
   */
  String key();

  /** The option that sets it, such as {@code --account}, or null. */
  @Nullable String option();

  /** What help calls the option's value; empty for a flag, whose value is {@code true}. */
  String parameter();

  /** One line for help, the starter file and the prompt. */
  String help();

  /** What to write by hand. */
  String example();

  /** What a value looks like. */
  Pattern form();

  /** The same in words: {@code a whole number, 1 or more}. */
  default String formHelp() {
    return "written like " + example();
  }

  /** Whether nothing can be fetched without it. */
  default boolean required() {
    return false;
  }

  /** The words to choose from; empty if any value of the form will do. */
  default List<String> values() {
    return List.of();
  }

  /** A key whose value is one of these words. */
  static Choice choice(String key, List<String> values, String help) {
    return new Choice(key, values, null, help);
  }

  /** A key whose value is a text, of any form unless one is given. */
  static Text text(String key, String example, String help) {
    return new Text(key, Pattern.compile("\\S(.*\\S)?"), false, null, "TEXT", example, help);
  }

  /** A key whose value is a whole number from 1. */
  static WholeNumber number(String key, String example, String help) {
    return new WholeNumber(key, false, null, example, help);
  }

  /** An option that says what the ids are; it is not a key of the file. */
  static Flag flag(String key, String option, Pattern idForm, String help) {
    return new Flag(key, option, idForm, help);
  }

  /** One of a few words. */
  record Choice(String key, List<String> values, @Nullable String option, String help)
      implements Setting {
    public Choice {
      values = List.copyOf(values);
    }

    public Choice option(String name) {
      return new Choice(key, values, name, help);
    }

    @Override
    public String parameter() {
      return String.join("|", values);
    }

    @Override
    public String example() {
      return values.get(0);
    }

    @Override
    public Pattern form() {
      return Pattern.compile(String.join("|", values));
    }

    @Override
    public String formHelp() {
      return String.join(" or ", values);
    }
  }

  record Text(
      String key,
      Pattern form,
      boolean required,
      @Nullable String option,
      String parameter,
      String example,
      String help)
      implements Setting {

    public Text form(Pattern other) {
      return new Text(key, other, required, option, parameter, example, help);
    }

    /** The same key, without which nothing can be fetched. */
    public Text need() {
      return new Text(key, form, true, option, parameter, example, help);
    }

    public Text option(String name, String value) {
      return new Text(key, form, required, name, value, example, help);
    }
  }

  /** A whole number from 1; the file may hold it as a TOML integer. */
  record WholeNumber(
      String key, boolean required, @Nullable String option, String example, String help)
      implements Setting {

    /** The same key, without which nothing can be fetched. */
    public WholeNumber need() {
      return new WholeNumber(key, true, option, example, help);
    }

    public WholeNumber option(String name) {
      return new WholeNumber(key, required, name, example, help);
    }

    @Override
    public String parameter() {
      return "N";
    }

    @Override
    public Pattern form() {
      return Pattern.compile("[1-9][0-9]{0,18}");
    }

    @Override
    public String formHelp() {
      return "a whole number, 1 or more";
    }
  }

  /**
   * True or not set, for the ids of one command line.
   *
   * @param idForm what an id looks like where it is set
   */
  record Flag(String key, String option, Pattern idForm, String help) implements Setting {
    @Override
    public String parameter() {
      return "";
    }

    @Override
    public String example() {
      return "true";
    }

    @Override
    public Pattern form() {
      return Pattern.compile("true|false");
    }
  }
}

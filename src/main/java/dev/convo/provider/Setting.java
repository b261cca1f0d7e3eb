package dev.convo.provider;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A key of a provider's section that is no secret, and the option that goes before it.
 *
 * @param key the key in the profile file, such as {@code account_id}; {@code CONVO_CHATWOOT_} and
 *     the key in capitals is its variable
 * @param required whether nothing can be fetched without it
 * @param form what a value looks like
 * @param values the words to choose from; empty where any value of the form will do
 * @param number whether the file may hold a TOML integer
 * @param option the option that sets it, such as {@code --account}, or null
 * @param parameter what help calls the option's value; null for a flag, whose value is {@code true}
 * @param example what to write by hand
 * @param help one line for help, the starter file and the prompt
 * @param idForm what an id looks like where this flag is set. Such a flag is about the ids of one
 *     command line: an option, and no key of the file. Null for a key
 */
public record Setting(
    String key,
    boolean required,
    Pattern form,
    List<String> values,
    boolean number,
    @Nullable String option,
    @Nullable String parameter,
    String example,
    String help,
    @Nullable Pattern idForm) {
  private static final Pattern ANY = Pattern.compile("\\S(.*\\S)?");

  public Setting {
    values = List.copyOf(values);
  }

  /** What a value looks like, in words: {@code a whole number from 1}. */
  public String formHelp() {
    return number
        ? "a whole number from 1"
        : values.isEmpty() ? "written like " + example : String.join(" or ", values);
  }

  /** A key whose value is one of these words. */
  public static Setting choice(String key, List<String> values, String help) {
    return new Setting(
        key,
        false,
        Pattern.compile(String.join("|", values)),
        values,
        false,
        null,
        null,
        values.get(0),
        help,
        null);
  }

  /** A key whose value is a text of any form. */
  public static Setting text(String key, String example, String help) {
    return new Setting(key, false, ANY, List.of(), false, null, null, example, help, null);
  }

  /** An option that says what the ids are, and is no key of the file. */
  public static Setting flag(String key, String option, Pattern idForm, String help) {
    return new Setting(
        key,
        false,
        Pattern.compile("true|false"),
        List.of(),
        false,
        option,
        null,
        "true",
        help,
        idForm);
  }

  /** The same key, its value of this form. */
  public Setting form(Pattern other) {
    return new Setting(
        key, required, other, values, number, option, parameter, example, help, idForm);
  }

  /** The same key, its value a whole number from 1. */
  public Setting positive() {
    return new Setting(
        key,
        required,
        Pattern.compile("[1-9][0-9]{0,18}"),
        values,
        true,
        option,
        parameter,
        example,
        help,
        idForm);
  }

  /** The same key, without which nothing can be fetched. */
  public Setting need() {
    return new Setting(key, true, form, values, number, option, parameter, example, help, idForm);
  }

  /** The same key with an option before it. */
  public Setting option(String name, @Nullable String value) {
    return new Setting(key, required, form, values, number, name, value, example, help, idForm);
  }
}

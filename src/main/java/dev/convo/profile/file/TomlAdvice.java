package dev.convo.profile.file;

import java.util.regex.Pattern;

/** Guesses what is wrong with a line that is not TOML. Never quotes a value. */
final class TomlAdvice {
  private static final String KEY = "^\\s*[\\w.\"-]+\\s*";
  private static final Pattern COLON = Pattern.compile(KEY + ":.*");
  private static final Pattern CURLY_QUOTES = Pattern.compile("[^#]*[“”„‘’].*");
  private static final Pattern NO_VALUE = Pattern.compile(KEY + "=\\s*(#.*)?$");
  private static final Pattern BARE_WORD = Pattern.compile(KEY + "=\\s*[^\\s\"'\\[{0-9+-].*");
  private static final Pattern OPEN_HEADER = Pattern.compile("^\\s*\\[[^\\]]*$");
  private static final Pattern NO_EQUALS = Pattern.compile(KEY + "$|" + KEY + "[\"'{].*");

  private TomlAdvice() {}

  static String on(String line) {
    if (CURLY_QUOTES.matcher(line).matches()) {
      return "write straight quotes (\") instead of curly ones";
    } else if (COLON.matcher(line).matches()) {
      return "write = instead of :";
    } else if (NO_VALUE.matcher(line).matches()) {
      return "write a value after the =, or put # before the line";
    } else if (OPEN_HEADER.matcher(line).matches()) {
      return "end the header with ]";
    } else if (NO_EQUALS.matcher(line).matches()) {
      return "write KEY = VALUE";
    } else if (BARE_WORD.matcher(line).matches()) {
      return "put the value in double quotes";
    } else if (line.chars().filter(c -> c == '"').count() % 2 == 1) {
      return "add the missing double quote";
    } else if (line.contains("{") && !line.contains("}")) {
      return "end the braces on the line they begin on";
    }
    return "the format is TOML; see 'convo help profiles' for an example";
  }
}

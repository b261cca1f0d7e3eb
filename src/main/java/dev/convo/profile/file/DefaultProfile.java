package dev.convo.profile.file;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.profile.value.Source;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sets {@code default_profile} in the text of a profile file, and changes nothing else. */
public final class DefaultProfile {
  private static final String KEY = "default_profile";

  private DefaultProfile() {}

  /**
   * The text with this default profile.
   *
   * @param file used only to name faults
   * @throws Failure CONFIG if the text is not TOML, or writes the key in a form that is not
   *     recognised here
   */
  public static String set(String text, String profile, Path file) {
    Item.Table root;
    try {
      root = TomlFile.read(text, file);
      String changed = changed(text, profile, root.table(FileRules.SETTINGS));
      boolean isSet =
          TomlFile.read(changed, file)
              .table(FileRules.SETTINGS)
              .flatMap(settings -> settings.text(KEY))
              .filter(sourced -> sourced.value().equals(profile))
              .isPresent();
      if (isSet) {
        return changed;
      }
    } catch (Failure e) {
      // Reported below; the text was valid before.
    }
    throw new Failure(
        Kind.CONFIG,
        "the default profile cannot be set in " + file + " in its present form",
        "write " + line(profile) + " under [convo] by hand, then add the profile");
  }

  private static String changed(String text, String profile, Optional<Item.Table> settings) {
    String newline = text.contains("\r\n") ? "\r\n" : "\n";
    if (settings.isEmpty()) {
      return text + newline + "[convo]" + newline + line(profile) + newline;
    }
    Optional<Item> old = settings.get().get(KEY);
    Matcher line = lineAt(old.map(Item::source).orElse(settings.get().source()), text);
    return old.isPresent()
        ? text.substring(0, line.start())
            + line.group().replaceFirst(KEY + "\\s*=\\s*(\"[^\"]*\"|'[^']*')", line(profile))
            + text.substring(line.end())
        : text.substring(0, line.end()) + newline + line(profile) + text.substring(line.end());
  }

  private static Matcher lineAt(Source source, String text) {
    Matcher line = Pattern.compile("(?m)^.*$").matcher(text);
    for (int i = 0; i < source.line(); i++) {
      line.find();
    }
    return line;
  }

  private static String line(String profile) {
    return KEY + " = " + Starter.quote(profile);
  }
}

package dev.convo.profile.file;

import dev.convo.failure.Failure;
import dev.convo.profile.value.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes in the text of a profile file; lines that they are not about stay as they are. */
public final class TomlEdit {
  private static final String DEFAULT = "default_profile";

  private TomlEdit() {}

  public static String appended(String text, String section) {
    String newline = newline(text);
    String gap = text.isEmpty() || text.endsWith("\n") ? newline : newline + newline;
    return text + gap + section.replace("\n", newline);
  }

  /**
   * The text with keys in an empty section, as in a starter file: each in place of the commented
   * line that shows it, else under the header.
   *
   * @param section a table without keys
   * @param keys a line for each
   */
  public static String filled(String text, Item.Table section, String keys) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    int header = section.source().line() - 1;
    int under = header + 1;
    String end = lines.get(header).endsWith("\r") ? "\r" : "";
    for (String key : keys.lines().toList()) {
      int shown = shownIn(lines, header, key.substring(0, key.indexOf('=')).strip());
      if (shown < 0) {
        lines.add(under++, key + end);
      } else {
        lines.set(shown, key + end);
      }
    }
    return String.join("\n", lines);
  }

  private static int shownIn(List<String> lines, int header, String name) {
    for (int i = header + 1;
        i < lines.size() && !lines.get(i).stripLeading().startsWith("[");
        i++) {
      if (lines.get(i).matches("(?s)\\s*#\\s*" + name + "\\s*=.*")) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The text with this default profile.
   *
   * @param file used only to name faults
   * @throws Failure CONFIG if the text is not TOML, or writes the key in a form that is not
   *     recognised here
   */
  public static String withDefault(String text, String profile, Path file) {
    try {
      Item.Table root = TomlFile.read(text, file);
      String changed = withDefault(text, profile, root.table(FileRules.SETTINGS));
      boolean isSet =
          TomlFile.read(changed, file)
              .table(FileRules.SETTINGS)
              .flatMap(settings -> settings.text(DEFAULT))
              .filter(sourced -> sourced.value().equals(profile))
              .isPresent();
      if (isSet) {
        return changed;
      }
    } catch (Failure e) {
      // Reported below; the text was valid before.
    }
    throw Failure.config(
        "the default profile cannot be set in " + file + " in its present form",
        "write " + line(profile) + " under [convo] by hand, then add the profile");
  }

  private static String withDefault(String text, String profile, Optional<Item.Table> settings) {
    String newline = newline(text);
    if (settings.isEmpty()) {
      return text + newline + "[convo]" + newline + line(profile) + newline;
    }
    Optional<Item> old = settings.get().get(DEFAULT);
    Matcher line = lineAt(old.map(Item::source).orElse(settings.get().source()), text);
    return old.isPresent()
        ? text.substring(0, line.start())
            + line.group().replaceFirst(DEFAULT + "\\s*=\\s*(\"[^\"]*\"|'[^']*')", line(profile))
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
    return DEFAULT + " = " + Starter.quote(profile);
  }

  private static String newline(String text) {
    return text.contains("\r\n") ? "\r\n" : "\n";
  }
}

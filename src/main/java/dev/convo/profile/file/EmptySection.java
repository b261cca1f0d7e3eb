package dev.convo.profile.file;

import java.util.ArrayList;
import java.util.List;

/** Fills a section that has only a header and comments, as in a starter file. */
public final class EmptySection {
  private EmptySection() {}

  /**
   * The text with these keys in the section: each in place of the commented line that shows it,
   * else under the header. No other line changes.
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
}

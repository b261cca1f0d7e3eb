package dev.convo.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Help whose footer breaks lines at blanks only, never a path, an address or a word; and a command
 * so that it can still be copied.
 */
final class PlainHelp extends Help {
  private final CommandSpec shown;

  PlainHelp(CommandSpec shown, ColorScheme colours) {
    super(shown, colours);
    this.shown = shown;
  }

  @Override
  public String footer(Object... params) {
    int width = shown.usageMessage().width();
    return Stream.of(shown.usageMessage().footer())
        .flatMap(line -> wrapped(String.format(line), width).stream())
        .map(line -> line + System.lineSeparator())
        .collect(Collectors.joining());
  }

  /**
   * Continues a long line on the next one, indented by four more columns; a long word stays whole.
   */
  static List<String> wrapped(String line, int width) {
    String indent = line.substring(0, line.length() - line.stripLeading().length());
    boolean command = line.startsWith("  convo ") && !line.strip().contains("  ");
    String sign = command ? " \\" : "";
    List<String> lines = new ArrayList<>();
    String rest = line;
    while (rest.length() > width) {
      String inner = indent + "    ";
      int from = lines.isEmpty() ? indent.length() : inner.length();
      int at = blank(rest, from, width - sign.length(), command);
      if (at < 0) {
        break;
      }
      lines.add(rest.substring(0, at).stripTrailing() + sign);
      rest = (indent.isEmpty() ? "" : inner) + rest.substring(at).strip();
    }
    lines.add(rest);
    return lines;
  }

  /**
   * The last blank up to there, else the first behind it; or -1.
   *
   * @param command whether quotes hold their blanks together
   */
  private static int blank(String text, int from, int most, boolean command) {
    int at = -1;
    boolean quoted = false;
    for (int i = from + 1; i < text.length(); i++) {
      quoted ^= command && text.charAt(i) == '\'';
      if (text.charAt(i) == ' ' && !quoted && (i <= most || at < 0)) {
        at = i;
      }
    }
    return at;
  }
}

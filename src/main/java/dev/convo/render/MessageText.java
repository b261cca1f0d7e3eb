package dev.convo.render;

import dev.convo.html.HtmlText;
import dev.convo.model.Attachment;
import dev.convo.model.Attributes;
import dev.convo.model.Message;
import dev.convo.model.Shown;
import dev.convo.text.Cells;
import dev.convo.text.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What people read of a message: its text, a line for each attachment, and below each what the
 * provider lists for people. All of it harmless.
 */
final class MessageText {
  /** A tab is this wide wherever it stands, so that indents and columns stay where they are. */
  private static final String TAB = "    ";

  /** What the second line and the others of an attribute begin with. */
  private static final String HANGING = "  ";

  private static final Set<String> TAGS =
      Set.of(
          "a",
          "b",
          "blockquote",
          "body",
          "center",
          "div",
          "em",
          "font",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "html",
          "i",
          "li",
          "ol",
          "p",
          "pre",
          "section",
          "span",
          "strong",
          "table",
          "u",
          "ul");

  private final List<Shown> ofMessage;
  private final List<Shown> ofAttachment;

  /**
   * The words for messages of one conversation.
   *
   * @param shown the attributes that people want to see
   */
  MessageText(List<Shown> shown) {
    this.ofMessage = of(shown, Shown.Owner.MESSAGE);
    this.ofAttachment = of(shown, Shown.Owner.ATTACHMENT);
  }

  private static List<Shown> of(List<Shown> all, Shown.Owner owner) {
    return all.stream().filter(shown -> shown.owner() == owner).toList();
  }

  /**
   * The lines, at least one, and none wider than asked.
   *
   * @param columns cells in a line; 0 for no limit
   */
  List<String> lines(Message message, int columns) {
    List<String> lines = new ArrayList<>();
    String text = message.text() == null ? "" : readable(message, message.text());
    if (!text.isEmpty()) {
      wrap(text, columns, lines);
    }
    for (Attachment attachment : message.attachments()) {
      lines.addAll(Cells.wrap(Wording.attachment(attachment), columns));
      show(attachment.attributes(), ofAttachment, columns, lines);
    }
    if (lines.isEmpty()) {
      lines.addAll(Cells.wrap(Wording.wordless(message), columns));
    }
    show(message.attributes(), ofMessage, columns, lines);
    return lines;
  }

  /** Remote text of several lines, harmless, wrapped. */
  static List<String> lines(String remote, int columns) {
    List<String> lines = new ArrayList<>();
    wrap(Plain.text(remote).stripTrailing(), columns, lines);
    return lines;
  }

  private static void show(
      Attributes attributes, List<Shown> wanted, int columns, List<String> lines) {
    int room = columns == 0 ? 0 : columns - HANGING.length();
    for (Shown shown : wanted) {
      String label = Wording.present(shown.label()) + ": ";
      String lead = "";
      for (String line : ShownValue.lines(attributes, shown)) {
        for (String part : Cells.wrap(label + line, room)) {
          lines.add(lead + part);
          lead = HANGING;
        }
        label = "";
      }
    }
  }

  private static String readable(Message message, String text) {
    // First the HTML: its entities may hide what Plain is to show.
    String read = message.html() || isHtml(text) ? HtmlText.of(text) : text;
    return Plain.text(read).stripTrailing();
  }

  private static void wrap(String text, int columns, List<String> lines) {
    int from = 0;
    while (from <= text.length()) {
      int newline = text.indexOf('\n', from);
      int to = newline < 0 ? text.length() : newline;
      String line = text.substring(from, to).stripTrailing();
      lines.addAll(Cells.wrap(line.indexOf('\t') < 0 ? line : line.replace("\t", TAB), columns));
      from = to + 1;
    }
  }

  /** Whether a text that nobody calls HTML begins with a known tag and holds its end. */
  static boolean isHtml(String text) {
    int from = 0;
    while (from < text.length() && text.charAt(from) <= ' ') {
      from++;
    }
    if (from == text.length() || text.charAt(from) != '<') {
      return false;
    }
    if (text.regionMatches(true, from, "<!doctype html", 0, 14)) {
      return true;
    }
    int end = from + 1;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    String tag = text.substring(from + 1, end).toLowerCase(Locale.ROOT);
    boolean tagEnds = end < text.length() && " \t\r\n>".indexOf(text.charAt(end)) >= 0;
    return tagEnds && TAGS.contains(tag) && holds(text, "</" + tag + ">", end);
  }

  private static boolean holds(String text, String word, int from) {
    for (int at = text.indexOf("</", from); at >= 0; at = text.indexOf("</", at + 1)) {
      if (text.regionMatches(true, at, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }
}

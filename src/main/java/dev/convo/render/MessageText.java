package dev.convo.render;

import dev.convo.html.HtmlText;
import dev.convo.model.Attachment;
import dev.convo.model.Attributes;
import dev.convo.model.Document;
import dev.convo.model.Extras;
import dev.convo.model.Message;
import dev.convo.model.Shown;
import dev.convo.text.Cells;
import dev.convo.text.Plain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  private static final int QUOTED = 40;

  private final List<Shown> ofMessage;
  private final List<Shown> ofAttachment;
  private final Layout layout;
  private final Map<String, Message> answered;
  private Extras.@Nullable Mail mail;

  /** The words for messages of one conversation. */
  MessageText(Document document, Layout layout) {
    List<Shown> shown = document.glossary().shown();
    this.ofMessage = of(shown, Shown.Owner.MESSAGE);
    this.ofAttachment = of(shown, Shown.Owner.ATTACHMENT);
    this.layout = layout;
    this.answered = answered(document.conversation().messages());
  }

  private MessageText(Layout layout) {
    this.ofMessage = List.of();
    this.ofAttachment = List.of();
    this.layout = layout;
    this.answered = Map.of();
  }

  /** The words for messages of no conversation yet. */
  static MessageText none(Layout layout) {
    return new MessageText(layout);
  }

  private static List<Shown> of(List<Shown> all, Shown.Owner owner) {
    return all.stream().filter(shown -> shown.owner() == owner).toList();
  }

  /** The messages that others answer, by id. */
  private static Map<String, Message> answered(List<Message> messages) {
    Set<String> wanted = new HashSet<>();
    for (Message message : messages) {
      if (message.extras().replyTo() != null) {
        wanted.add(message.extras().replyTo());
      }
    }
    Map<String, Message> answered = new HashMap<>();
    for (Message message : wanted.isEmpty() ? List.<Message>of() : messages) {
      if (message.id() != null && wanted.contains(message.id())) {
        answered.putIfAbsent(message.id(), message);
      }
    }
    return answered;
  }

  /**
   * What happened to a message beside being sent, in words: {@code deleted}, {@code edited 08:20},
   * {@code answers 4: "FF-20817"}; empty for nothing.
   */
  String remarks(Message message) {
    Extras extras = message.extras();
    if (extras.isEmpty()) {
      return "";
    }
    List<String> remarks = new ArrayList<>();
    if (extras.deleted()) {
      remarks.add("deleted");
    }
    if (extras.editedAt() != null) {
      remarks.add("edited " + Wording.clock(extras.editedAt(), layout.zone()));
    }
    if (extras.replyTo() != null) {
      Message to = answered.get(extras.replyTo());
      String quoted = to == null ? "" : Wording.present(to.text());
      remarks.add(
          to == null
              ? "answers id " + Wording.present(extras.replyTo())
              : "answers "
                  + to.number()
                  + (quoted.isEmpty() ? "" : ": \"" + Cells.cut(quoted, QUOTED) + "\""));
    }
    return String.join(", ", remarks);
  }

  /**
   * The lines, at least one, and none wider than asked but for addresses.
   *
   * @param columns cells in a line; 0 for no limit
   */
  List<String> lines(Message message, int columns) {
    return lines(message, columns, "");
  }

  /**
   * The same.
   *
   * @param lead words of ours that the first line begins with
   */
  List<String> lines(Message message, int columns, String lead) {
    List<String> lines = new ArrayList<>();
    Extras extras = message.extras();
    String text = message.text() == null ? "" : readable(message, message.text());
    if (extras.mail() != null) {
      head(extras.mail(), columns, lines);
    }
    boolean led = lines.isEmpty() && !text.isEmpty();
    if (!text.isEmpty()) {
      wrap(led ? lead + text : text, columns, lines);
    }
    if (!extras.isEmpty()) {
      more(extras, columns, lines);
    }
    for (Attachment attachment : message.attachments()) {
      lines.addAll(Cells.wrap(Wording.attachment(attachment), columns));
      show(attachment.attributes(), ofAttachment, columns, lines);
    }
    if (lines.isEmpty()) {
      led = true;
      lines.addAll(Cells.wrap(lead + Wording.wordless(message), columns));
    }
    if (!led && !lead.isEmpty()) {
      lines.addAll(0, Cells.wrap(lead.stripTrailing(), columns));
    }
    if (extras.failure() != null) {
      String label = Wording.isUnsent(message) ? "reason: " : "not delivered: ";
      labelled(label, extras.failure(), columns, lines);
    }
    if (layout.details()) {
      labelled("type: ", message.contentType(), columns, lines);
      labelled("id: ", message.id(), columns, lines);
    }
    show(message.attributes(), ofMessage, columns, lines);
    return lines;
  }

  /** The head of a mail, as far as it differs from that of the mail before. */
  private void head(Extras.Mail now, int columns, List<String> lines) {
    Extras.Mail last = mail;
    mail = now;
    people("from", now.from(), last == null ? List.of() : last.from(), columns, lines);
    people("to", now.to(), last == null ? List.of() : last.to(), columns, lines);
    people("cc", now.cc(), last == null ? List.of() : last.cc(), columns, lines);
    people("bcc", now.bcc(), last == null ? List.of() : last.bcc(), columns, lines);
    if (now.subject() != null && (last == null || !now.subject().equals(last.subject()))) {
      labelled("subject: ", now.subject(), columns, lines);
    }
    if (Boolean.TRUE.equals(now.autoReply())) {
      lines.add("automatic reply");
    }
  }

  private static void people(
      String label, List<String> now, List<String> last, int columns, List<String> lines) {
    if (!now.isEmpty() && !now.equals(last)) {
      labelled(label + ": ", String.join(", ", now), columns, lines);
    }
  }

  private static void more(Extras extras, int columns, List<String> lines) {
    Extras.Call call = extras.call();
    if (call != null) {
      String status = Wording.present(call.status()).replace('_', ' ');
      String length =
          call.seconds() == null ? "" : Wording.duration(Duration.ofSeconds(call.seconds()));
      String gap = status.isEmpty() || length.isEmpty() ? "" : ", ";
      lines.addAll(Cells.wrap(("call: " + status + gap + length).stripTrailing(), columns));
      labelled("recording: ", call.recordingUrl(), columns, lines);
      labelled("transcript: ", call.transcript(), columns, lines);
    }
    for (Extras.Offer offer : extras.offered()) {
      String title = Wording.present(offer.title());
      String words = title.isEmpty() ? Wording.present(offer.value()) : title;
      String url = Wording.present(offer.url());
      lines.addAll(Cells.wrap(("[ " + words + " ] " + url).stripTrailing(), columns));
    }
    for (Extras.Answer answer : extras.answers()) {
      String label = Wording.present(answer.label());
      labelled((label.isEmpty() ? "answer" : label) + ": ", answer.value(), columns, lines);
    }
  }

  /** Remote words behind a label of ours, the lines behind the first indented. */
  private static void labelled(
      String label, @Nullable String remote, int columns, List<String> lines) {
    if (remote == null || remote.isBlank()) {
      return;
    }
    int room = columns == 0 ? 0 : Math.max(2, columns - HANGING.length());
    String lead = "";
    String before = label;
    for (String line : lines(remote, 0)) {
      for (String part : Cells.wrap(before + line, room)) {
        lines.add(lead + part);
        lead = HANGING;
      }
      before = "";
    }
  }

  /** Remote text of several lines, harmless, wrapped. */
  static List<String> lines(String remote, int columns) {
    List<String> lines = new ArrayList<>();
    wrap(Plain.text(remote).stripTrailing(), columns, lines);
    return lines;
  }

  private void show(Attributes attributes, List<Shown> wanted, int columns, List<String> lines) {
    int room = columns == 0 ? 0 : Math.max(2, columns - HANGING.length());
    for (Shown shown : wanted) {
      if (shown.place() == Shown.Place.DETAILS && !layout.details()) {
        continue;
      }
      String label = Wording.present(shown.label()) + ": ";
      String lead = "";
      for (String line : ShownValue.lines(attributes, shown, layout.zone())) {
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

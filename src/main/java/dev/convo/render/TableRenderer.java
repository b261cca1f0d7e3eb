package dev.convo.render;

import dev.convo.model.Conversation;
import dev.convo.model.Document;
import dev.convo.model.Message;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * A conversation as engineers read it first: its fields, then its messages in columns, then whether
 * that is all. Where a line is too narrow for columns, a message's text stands below its time and
 * author.
 */
final class TableRenderer implements Renderer {
  private static final int TIME = "2026-03-15 08:00".length();
  private static final int WIDEST_WHO = 28;
  private static final int NARROWEST_WHO = 12;
  private static final int NARROWEST_TEXT = 24;
  private static final String GAP = "  ";

  private final Page page;
  private final Layout layout;
  private boolean following;

  TableRenderer(Writer out, Layout layout) {
    this.page = new Page(out, layout.colour());
    this.layout = layout;
  }

  @Override
  public void document(Document document) throws IOException {
    if (following) {
      page.gap();
    }
    following = true;
    int columns = layout.columns();
    Conversation conversation = document.conversation();
    Facts.all(document, layout.zone()).write(page, columns);
    page.gap();
    if (!conversation.messages().isEmpty()) {
      messages(conversation.messages(), new MessageText(document));
      page.gap();
    }
    page.labelled(Tone.PLAIN, "", List.of(Wording.completeness(document)), columns);
    for (String note : Wording.notes(document)) {
      page.labelled(Tone.PLAIN, "note: ", List.of(note), columns);
    }
  }

  private void messages(List<Message> messages, MessageText text) throws IOException {
    int columns = layout.columns();
    int widest =
        columns == 0 ? WIDEST_WHO : Math.max(NARROWEST_WHO, Math.min(WIDEST_WHO, columns * 3 / 10));
    int who = "WHO".length();
    for (int i = 0; i < messages.size() && who < widest; i++) {
      who = Math.min(widest, Math.max(who, Cells.width(who(messages.get(i)))));
    }
    int indent = TIME + who + 2 * GAP.length();
    if (columns > 0 && columns - indent < NARROWEST_TEXT) {
      stacked(messages, text);
      return;
    }
    page.line(Tone.HEADER, Cells.pad("TIME", TIME) + GAP + Cells.pad("WHO", who) + GAP + "TEXT");
    for (Message message : messages) {
      row(message, who, text.lines(message, columns == 0 ? 0 : columns - indent));
    }
  }

  private void row(Message message, int who, List<String> texts) throws IOException {
    List<String> authors = Cells.wrap(who(message), layout.columns() == 0 ? 0 : who);
    String time = Cells.pad(time(message), TIME) + GAP;
    String noTime = " ".repeat(time.length());
    for (int i = 0; i < Math.max(authors.size(), texts.size()); i++) {
      String author = i < authors.size() ? authors.get(i) : "";
      String text = i < texts.size() ? texts.get(i) : "";
      String line = (i == 0 ? time : noTime) + Cells.pad(author, who) + GAP + text;
      page.line(Wording.tone(message), line.stripTrailing());
    }
  }

  private void stacked(List<Message> messages, MessageText text) throws IOException {
    int columns = layout.columns();
    boolean first = true;
    for (Message message : messages) {
      if (!first) {
        page.gap();
      }
      first = false;
      Tone tone = Wording.tone(message);
      page.labelled(tone, time(message) + GAP, List.of(who(message)), columns);
      page.labelled(tone, GAP, text.lines(message, columns - GAP.length()), columns);
    }
  }

  private String time(Message message) {
    return message.at() == null ? "-" : Wording.minute(message.at(), layout.zone());
  }

  /** The marks come first and the role before the name: no name can look like either. */
  private String who(Message message) {
    List<String> marks = Wording.marks(message);
    String role = Wording.small(message.role());
    String author = layout.columns() == 0 ? Wording.author(message) : Wording.briefAuthor(message);
    return (marks.isEmpty() ? "" : String.join(", ", marks) + ": ")
        + role
        + (author.isEmpty() ? "" : " " + author);
  }
}

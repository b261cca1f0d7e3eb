package dev.convo.render;

import dev.convo.model.Document;
import dev.convo.model.Message;
import dev.convo.text.Cells;
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
  private MessageText text = new MessageText(List.of());

  /** The width of the column of authors; 0 where texts stand below them. */
  private int who;

  private boolean begun;
  private boolean following;

  TableRenderer(Writer out, Layout layout) {
    this.page = new Page(out, layout.colour());
    this.layout = layout;
  }

  @Override
  public void begin(Document known) throws IOException {
    if (following) {
      page.gap();
    }
    following = true;
    Facts.all(known, layout.zone()).write(page, layout.columns());
    page.gap();
    text = new MessageText(known.glossary().shown());
    who = whoColumn(known.conversation().messages());
    begun = false;
  }

  @Override
  public void message(Message message) throws IOException {
    if (who == 0) {
      stacked(message);
    } else {
      if (!begun) {
        page.line(
            Tone.HEADER, Cells.pad("TIME", TIME) + GAP + Cells.pad("WHO", who) + GAP + "TEXT");
      }
      row(message);
    }
    begun = true;
  }

  @Override
  public void end(Document whole) throws IOException {
    if (begun) {
      page.gap();
    }
    page.labelled(Tone.PLAIN, "", List.of(Wording.completeness(whole)), layout.columns());
    for (String note : Wording.notes(whole)) {
      page.labelled(Tone.PLAIN, "note: ", List.of(note), layout.columns());
    }
  }

  private int whoColumn(List<Message> messages) {
    int columns = layout.columns();
    int widest =
        columns == 0 ? WIDEST_WHO : Math.max(NARROWEST_WHO, Math.min(WIDEST_WHO, columns * 3 / 10));
    int width = "WHO".length();
    for (int i = 0; i < messages.size() && width < widest; i++) {
      width = Math.min(widest, Math.max(width, Cells.width(who(messages.get(i)))));
    }
    return columns > 0 && columns - indent(width) < NARROWEST_TEXT ? 0 : width;
  }

  private static int indent(int who) {
    return TIME + who + 2 * GAP.length();
  }

  private void row(Message message) throws IOException {
    int columns = layout.columns();
    List<String> texts = text.lines(message, columns == 0 ? 0 : columns - indent(who));
    List<String> authors = Cells.wrap(who(message), columns == 0 ? 0 : who);
    String time = Cells.pad(time(message), TIME) + GAP;
    String noTime = " ".repeat(time.length());
    for (int i = 0; i < Math.max(authors.size(), texts.size()); i++) {
      String author = i < authors.size() ? authors.get(i) : "";
      String words = i < texts.size() ? texts.get(i) : "";
      String line = (i == 0 ? time : noTime) + Cells.pad(author, who) + GAP + words;
      page.line(Wording.tone(message), line.stripTrailing());
    }
  }

  private void stacked(Message message) throws IOException {
    int columns = layout.columns();
    if (begun) {
      page.gap();
    }
    Tone tone = Wording.tone(message);
    page.labelled(tone, time(message) + GAP, List.of(who(message)), columns);
    page.labelled(tone, GAP, text.lines(message, columns - GAP.length()), columns);
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

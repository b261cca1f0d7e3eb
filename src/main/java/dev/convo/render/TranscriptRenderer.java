package dev.convo.render;

import dev.convo.model.Document;
import dev.convo.model.Message;
import dev.convo.model.Role;
import dev.convo.text.Cells;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation to be read from top to bottom, or filed. Whatever a message says is indented, or
 * stands behind its prefix: at the beginning of a line speaks nobody but convo.
 */
final class TranscriptRenderer implements Renderer {
  private static final String INDENT = "    ";

  private final Page page;
  private final Layout layout;
  private MessageText text = new MessageText(List.of());
  private @Nullable LocalDate day;
  private boolean following;

  TranscriptRenderer(Writer out, Layout layout) {
    this.page = new Page(out, layout.colour());
    this.layout = layout;
  }

  @Override
  public void begin(Document known) throws IOException {
    if (following) {
      page.gap();
    }
    following = true;
    Facts.heading(known, layout.zone()).write(page, layout.columns());
    page.gap();
    text = new MessageText(known.glossary().shown());
    day = null;
  }

  @Override
  public void end(Document whole) throws IOException {
    for (String note : Wording.notes(whole)) {
      page.labelled(Tone.PLAIN, "note: ", List.of(note), layout.columns());
    }
    page.labelled(Tone.PLAIN, "", List.of(Wording.completeness(whole)), layout.columns());
  }

  /** Writes a separator where another day begins; a message without a time belongs to its day. */
  private void separate(@Nullable Instant at) throws IOException {
    LocalDate itsDay = at == null ? day : at.atZone(layout.zone()).toLocalDate();
    if (itsDay != null && !itsDay.equals(day)) {
      page.line(Tone.HEADER, "--- " + Wording.day(itsDay) + " ---");
      page.gap();
    }
    day = itsDay;
  }

  @Override
  public void message(Message message) throws IOException {
    separate(message.at());
    String prefix = prefix(message);
    Tone tone = Wording.tone(message);
    int room = layout.columns() == 0 ? 0 : layout.columns() - prefix.length();
    String lead = prefix;
    for (String line : Cells.wrap(header(message), room == 0 ? 0 : room - 2 * INDENT.length())) {
      page.line(tone, lead + line);
      lead = prefix + INDENT + INDENT;
    }
    for (String line : text.lines(message, room == 0 ? 0 : room - INDENT.length())) {
      String indented = prefix + (line.isEmpty() ? "" : INDENT + line);
      page.line(tone, indented.stripTrailing());
    }
    page.gap();
  }

  private String header(Message message) {
    String time = message.at() == null ? "--:--:--" : Wording.second(message.at(), layout.zone());
    String author = Wording.author(message);
    return "["
        + time
        + "] "
        + Wording.capital(message.role())
        + (author.isEmpty() ? "" : " " + author);
  }

  private static String prefix(Message message) {
    StringBuilder prefix = new StringBuilder(message.role() == Role.SYSTEM ? "system| " : "");
    for (String mark : Wording.marks(message)) {
      prefix.append(mark).append("| ");
    }
    return prefix.toString();
  }
}

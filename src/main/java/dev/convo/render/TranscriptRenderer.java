package dev.convo.render;

import dev.convo.model.Document;
import dev.convo.model.Message;
import dev.convo.model.Role;
import dev.convo.text.Cells;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A conversation to read from top to bottom, or to file. A head with number, time and speaker, the
 * text indented below it. Every line of a message that the customer did not get begins, behind its
 * indent, with a mark such as {@code note|}; nothing from outside begins at the left edge.
 */
final class TranscriptRenderer implements Renderer {
  /** Lines of text are no longer than the eye follows. In cells. */
  private static final int LONGEST = 100;

  private static final Duration SILENCE = Duration.ofMinutes(5);
  private static final Duration SAME_HEAD = Duration.ofMinutes(2);
  private static final int TIME = "08:02:11".length();
  private static final String SYSTEM = "system| ";

  private final Page page;
  private final Series series;
  private final Layout layout;
  private MessageText text;
  private Days days;
  private int numbers;
  private @Nullable Message before;

  TranscriptRenderer(Writer out, Layout layout) {
    this.layout = layout.atMost(LONGEST);
    this.page = new Page(out, layout);
    this.series = new Series(page);
    this.text = MessageText.none(this.layout);
    this.days = new Days(page, this.layout);
  }

  @Override
  public void position(Position position) {
    series.position(position);
  }

  @Override
  public void begin(Document known) throws IOException {
    series.begin(known.conversation(), layout.columns());
    text = new MessageText(known, layout);
    days = new Days(page, layout);
    numbers = Wording.numberWidth(known.conversation().messages());
    before = null;
    Header.write(page, layout, known, List.of());
  }

  @Override
  public void message(Message message) throws IOException {
    if (days.reach(message.at())) {
      before = null;
    }
    silence(message.at());
    String mark = mark(message);
    String indent = " ".repeat(numbers + 1);
    String lead = mark.isEmpty() ? indent + "  " : indent + mark + "  ";
    page.put(Wording.number(message, numbers) + " ");
    Tone tone = Wording.markTone(message);
    if (!mark.isEmpty()) {
      page.put(tone, mark.stripTrailing()).put(" ");
    }
    page.put(time(message));
    List<String> lines;
    if (message.role() == Role.SYSTEM) {
      lines = text.lines(message, layout.room(numbers + 1 + mark.length() + TIME + 1));
      page.put(" " + lines.get(0)).end();
      lines = lines.subList(1, lines.size());
    } else {
      String remarks = head(message, numbers + 1 + mark.length() + TIME + 2);
      lines = text.lines(message, layout.room(lead.length()), remarks);
    }
    for (String line : lines) {
      if (mark.isEmpty()) {
        page.put(line.isEmpty() ? "" : lead);
      } else {
        page.put(indent).put(tone.again(), mark.stripTrailing());
        page.put(line.isEmpty() ? "" : "   ");
      }
      page.put(line).end();
    }
    before = message;
  }

  /**
   * Writes who speaks and how far it got.
   *
   * @param used cells of the line that are taken
   * @return remarks that the line had no room for
   */
  private String head(Message message, int used) throws IOException {
    if (sharesHead(message)) {
      page.end();
      return "";
    }
    String name = Wording.author(message);
    String role = Wording.small(message.role());
    String who = name.isEmpty() ? role : name + ", " + role;
    String remarks = text.remarks(message);
    String delivery = Wording.delivery(message);
    int room = layout.room(used);
    if (room > 0 && Cells.width(who) > room) {
      who = Cells.cut(name, Math.max(1, room - role.length() - 2)) + ", " + role;
      who = Cells.cut(who, room);
    }
    page.put("  ").put(Wording.voice(message), who);
    int left = room == 0 ? Integer.MAX_VALUE : room - Cells.width(who);
    boolean fits = !remarks.isEmpty() && Cells.width(remarks) + 2 <= left;
    if (fits) {
      page.put("  " + remarks);
      left -= Cells.width(remarks) + 2;
    }
    if (!delivery.isEmpty() && delivery.length() + 2 <= left) {
      int gap = room == 0 ? 2 : left - delivery.length();
      page.put(" ".repeat(gap)).put(Tone.SYSTEM, delivery);
    }
    page.end();
    return fits || remarks.isEmpty() ? "" : "(" + remarks + ") ";
  }

  /** Several messages at a stretch have one head; each keeps its number and its time. */
  private boolean sharesHead(Message message) {
    Message last = before;
    return last != null
        && last.role() == message.role()
        && last.visibility() == message.visibility()
        && last.delivery() == message.delivery()
        && Objects.equals(last.author(), message.author())
        && text.remarks(message).isEmpty()
        && last.at() != null
        && message.at() != null
        && Duration.between(last.at(), message.at()).compareTo(SAME_HEAD) <= 0;
  }

  private void silence(@Nullable Instant at) throws IOException {
    Instant last = before == null ? null : before.at();
    Duration silence = last == null || at == null ? Duration.ZERO : Duration.between(last, at);
    if (silence.compareTo(SILENCE) >= 0) {
      String words = "┄ " + Wording.roughly(silence) + " ┄";
      page.line(Tone.SYSTEM, " ".repeat(numbers + 1) + "  " + words);
    }
  }

  private String time(Message message) {
    return message.at() == null ? "--:--:--" : Wording.second(message.at(), layout.zone());
  }

  private static String mark(Message message) {
    StringBuilder mark = new StringBuilder(message.role() == Role.SYSTEM ? SYSTEM : "");
    for (String word : Wording.marks(message)) {
      mark.append(word).append("| ");
    }
    return mark.toString();
  }

  @Override
  public void end(Document whole) throws IOException {
    page.gap();
    Wording.closing(page, whole, layout.columns());
  }
}

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
 * margin, with a mark such as {@code note|}; every line that is no text, such as an attachment,
 * with a plus. Remote text is never written at the left edge or in the place of these marks.
 */
final class TranscriptRenderer implements Renderer {
  /** Lines of text are no longer than the eye follows. In cells. */
  private static final int LONGEST = 100;

  private static final Duration SAME_HEAD = Duration.ofMinutes(2);
  private static final int TIME = "08:02:11".length();

  private final Page page;
  private final Series series;
  private final Layout layout;
  private MessageText text;
  private Days days;
  private Gaps gaps = Gaps.none();
  private Speakers speakers = new Speakers();
  private int numbers;

  /** As wide as a number and its blank. Only convo writes behind it: a mark, a plus, a gap. */
  private String margin = "";

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
    gaps = new Gaps(known);
    speakers = new Speakers(known.conversation());
    numbers = Wording.numberWidth(known.conversation().messages());
    margin = " ".repeat(numbers + 1);
    before = null;
    Header.write(page, layout, known, speakers, speakers.legend());
  }

  @Override
  public void message(Message message) throws IOException {
    boolean gap = Gaps.mark(page, gaps.before(message));
    if (days.reach(message.at()) || gap) {
      before = null;
    }
    silence(message.at());
    List<String> marks = Wording.marks(message);
    boolean system = message.role() == Role.SYSTEM;
    String mark = system || !marks.isEmpty() ? mark(system, marks) : "";
    Tone tone = Wording.markTone(message);
    page.put(Wording.number(message, numbers)).put(" ");
    if (!mark.isEmpty()) {
      page.put(tone, mark).put(" ");
    }
    page.put(days.calendar().second(message.at()));
    int indent = numbers + 1 + (mark.isEmpty() ? 0 : mark.length() + 1) + 2;
    int used = indent - 2 + TIME;
    String remark = system ? text.remarksAndDeletion(message) : head(message, used + 2);
    Body body = text.body(message, layout.room(system ? used + 1 : indent), remark);
    Found found = page.found(body.lines());
    int next = 0;
    if (system) {
      if (!body.isFact(0)) {
        page.put(" ").put(Tone.PLAIN, body.lines().get(0), 0, found, 0);
      }
      page.end();
      next = body.isFact(0) ? 0 : 1;
    }
    for (; next < body.lines().size(); next++) {
      String line = body.lines().get(next);
      boolean fact = body.isFact(next);
      if (!mark.isEmpty()) {
        page.put(margin).put(tone.again(), mark);
        page.put(fact ? " + " : line.isEmpty() ? "" : "   ");
      } else if (!line.isEmpty()) {
        page.put(margin).put(fact ? "+ " : "  ");
      }
      page.put(body.tone(next), line, 0, found, next).end();
    }
    before = message;
  }

  /**
   * Writes the speaker and how far the message got.
   *
   * @param used cells of the line that are taken
   * @return the remarks if they did not fit on the line; empty otherwise
   */
  private String head(Message message, int used) throws IOException {
    if (sharesHead(message)) {
      page.end();
      return "";
    }
    String who = speakers.withRole(message);
    String remarks = text.remarksAndDeletion(message);
    String delivery = Wording.delivery(message);
    int room = layout.room(used);
    if (room > 0 && Cells.width(who) > room) {
      String name = speakers.of(message);
      String ending = who.substring(name.length());
      who = Cells.cut(Cells.cut(name, Math.max(1, room - ending.length())) + ending, room);
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
    return fits ? "" : remarks;
  }

  /** Messages sent in quick succession share a head; each keeps its number and its time. */
  private boolean sharesHead(Message message) {
    Message last = before;
    return last != null
        && last.role() == message.role()
        && last.visibility() == message.visibility()
        && last.delivery() == message.delivery()
        && Objects.equals(last.author(), message.author())
        && text.remarksAndDeletion(message).isEmpty()
        && last.at() != null
        && message.at() != null
        && Duration.between(last.at(), message.at()).compareTo(SAME_HEAD) <= 0;
  }

  private void silence(@Nullable Instant at) throws IOException {
    String silence = Times.silence(before == null ? null : before.at(), at);
    if (!silence.isEmpty()) {
      page.put(margin).line(Tone.SYSTEM, silence);
    }
  }

  /** {@code note|}, {@code system| failed|}. */
  private static String mark(boolean system, List<String> marks) {
    String words = String.join("| ", marks);
    return (system ? words.isEmpty() ? "system" : "system| " + words : words) + "|";
  }

  @Override
  public void end(Document whole) throws IOException {
    Gaps.mark(page, gaps.atEnd());
    page.gap();
    Extent.closing(page, whole, layout.columns());
  }
}

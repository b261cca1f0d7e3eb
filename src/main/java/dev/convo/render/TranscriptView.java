package dev.convo.render;

import dev.convo.model.Document;
import dev.convo.model.Message;
import dev.convo.model.Role;
import dev.convo.text.Cells;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A conversation to read from top to bottom, or to file: a head with number, time and speaker, the
 * text indented below it. Every line of a message that the customer did not get begins, behind its
 * margin, with a mark such as {@code note|}; every line that is not text, such as an attachment,
 * with a plus. Remote text is never written at the left edge or in the place of these marks.
 */
final class TranscriptView extends ScreenView {
  /** Longer lines are hard to follow. In cells. */
  static final int LONGEST = 100;

  private static final Duration SAME_HEAD = Duration.ofMinutes(2);
  private static final int TIME = "08:02:11".length();

  private final int numbers;

  /** As wide as a number and its blank. Only convo writes behind it: a mark, a plus, a gap. */
  private final String margin;

  /** The message above, unless something comes between. */
  private @Nullable Message before;

  TranscriptView(Page page, Layout layout, Document known) {
    super(page, layout, known);
    numbers = Wording.numberWidth(known.conversation().messages());
    margin = " ".repeat(numbers + 1);
  }

  @Override
  void leftOut(String words) throws IOException {
    super.leftOut(words);
    before = null;
  }

  @Override
  void day(String words) throws IOException {
    super.day(words);
    before = null;
  }

  @Override
  void silence(String words) throws IOException {
    page.put(margin).line(Tone.SYSTEM, "┄ " + words + " ┄");
  }

  @Override
  void say(Message message) throws IOException {
    List<String> marks = Wording.marks(message);
    boolean system = message.role() == Role.SYSTEM;
    if (system) {
      marks.add(0, "system");
    }
    String mark = marks.isEmpty() ? "" : String.join("| ", marks) + "|";
    Tone tone = Wording.markTone(message);
    page.put(Wording.number(message, numbers)).put(" ");
    if (!mark.isEmpty()) {
      page.put(tone, mark).put(" ");
    }
    page.put(calendar.second(message.at()));
    int indent = numbers + 1 + (mark.isEmpty() ? 0 : mark.length() + 1) + 2;
    int used = indent - 2 + TIME;
    String remark = system ? text.remarksAndDeletion(message) : head(message, used + 2);
    Body body = text.body(message, layout.room(system ? used + 1 : indent), remark, "");
    List<int[]> found = page.found(body.lines());
    int next = 0;
    if (system) {
      if (!body.isFact(0)) {
        page.put(" ").put(Tone.PLAIN, body.lines().get(0), 0, found.get(0));
        next = 1;
      }
      page.end();
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
      page.put(body.tone(next), line, 0, found.get(next)).end();
    }
    before = message;
  }

  /**
   * Writes the speaker and how far the message got.
   *
   * @param used cells of the line that are taken
   * @return the remarks if they did not fit on the line; else empty
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
}

package dev.convo.render;

import dev.convo.model.Document;
import dev.convo.model.Message;
import dev.convo.text.Cells;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * A conversation to look over: a few lines of facts, then a row for each message with its number,
 * time, speaker and text, then whether that is all. The column in front of the text says who speaks
 * to whom, and only convo writes there: {@code >} from the customer, {@code <} to the customer,
 * {@code !} failed on the way there, {@code ·} not for the customer, {@code ?} unknown.
 */
final class TableRenderer implements Renderer {
  /** Where there is room for it, the text has at least this many cells. */
  private static final int TEXT = 55;

  /** Lines are no longer than the eye follows. In cells. */
  private static final int LONGEST = 120;

  private static final int WIDEST_WHO = 24;
  private static final int NARROWEST_WHO = 8;

  /** A space, {@code 08:02}, two spaces; behind the speaker a space, the mark, a space. */
  private static final int AROUND = 1 + 5 + 2 + 3;

  private final Page page;
  private final Series series;
  private final Layout layout;
  private MessageText text;
  private Days days;
  private Speakers speakers = new Speakers(List.of());
  private int numbers;
  private int who;

  TableRenderer(Writer out, Layout layout) {
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
    List<Message> messages = known.conversation().messages();
    text = new MessageText(known, layout);
    days = new Days(page, layout);
    speakers = new Speakers(messages);
    numbers = Wording.numberWidth(messages);
    Header.write(page, layout, known, speakers.legend());
    int widest = 0;
    for (int i = 0; i < messages.size() && widest < WIDEST_WHO; i++) {
      widest = Math.max(widest, Cells.width(speakers.of(messages.get(i))));
    }
    int room = layout.columns() == 0 ? WIDEST_WHO : layout.columns() - TEXT - AROUND - numbers;
    who = Math.min(Math.min(widest, WIDEST_WHO), Math.max(NARROWEST_WHO, room));
  }

  @Override
  public void message(Message message) throws IOException {
    days.reach(message.at());
    int indent = numbers + AROUND + who;
    String words = words(message);
    List<String> lines = text.lines(message, layout.room(indent), words);
    Tone tone = Wording.markTone(message);
    String time = message.at() == null ? "--:--" : Wording.clock(message.at(), layout.zone());
    page.put(Wording.number(message, numbers) + " " + time + "  ");
    String name = Cells.cut(speakers.of(message), who);
    page.put(Wording.voice(message), name).put(" ".repeat(who + 1 - Cells.width(name)));
    page.put(Wording.isFailed(message) ? tone : Tone.PLAIN, Wording.direction(message) + " ");
    String first = lines.get(0);
    int marked = Math.min(Wording.words(message).length(), first.length());
    page.put(tone, first.substring(0, marked)).put(first.substring(marked)).end();
    String lead = " ".repeat(indent);
    for (String line : lines.subList(1, lines.size())) {
      page.put(line.isEmpty() ? "" : lead).put(line).end();
    }
  }

  /** What a row says before the text: {@code note: }, {@code answers 4: "FF-20817"; }. */
  private String words(Message message) {
    String words = Wording.words(message);
    String remarks = text.remarks(message);
    String all = words + (words.isEmpty() || remarks.isEmpty() ? "" : ", ") + remarks;
    return all.isEmpty() ? "" : all + ": ";
  }

  @Override
  public void end(Document whole) throws IOException {
    page.gap();
    Wording.closing(page, whole, layout.columns());
  }
}

package dev.convo.render;

import dev.convo.model.Document;
import dev.convo.model.Message;
import dev.convo.text.Cells;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A conversation to look over: a few lines of facts, then a row for each message with its number,
 * time, speaker and text, then whether that is all. The column in front of the text says who speaks
 * to whom, and only convo writes there: {@code >} from the customer, {@code <} to the customer,
 * {@code !} failed on the way, {@code x} deleted, {@code ·} not for the customer, {@code ?}
 * unknown. A plus behind it marks a line that is not text. Empty lines of a text are left out.
 */
final class TableView extends ScreenView {
  /** Longer lines are hard to follow. In cells. */
  static final int LONGEST = 120;

  /** The text has at least this many cells if there is room. */
  private static final int TEXT = 55;

  private static final int WIDEST_WHO = 24;
  private static final int NARROWEST_WHO = 7;

  /** A blank, {@code 08:02}, two blanks; behind the speaker a mark and a plus amid blanks. */
  private static final int AROUND = 1 + 5 + 2 + 5;

  private final ShortNames names;
  private final int numbers;

  /** Where the text begins. */
  private final int indent;

  /** What is in front of the mark in every line of a message but its first. */
  private final String margin;

  TableView(Page page, Layout layout, Document known) {
    super(page, layout, known);
    List<Message> messages = known.conversation().messages();
    numbers = Wording.numberWidth(messages);
    int room = layout.columns() == 0 ? WIDEST_WHO : layout.columns() - TEXT - AROUND - numbers;
    int most = Math.min(WIDEST_WHO, Math.max(NARROWEST_WHO, room));
    names = new ShortNames(messages, speakers, most);
    indent = numbers + AROUND + names.width();
    margin = " ".repeat(indent - 3);
  }

  @Override
  List<String> legend() {
    List<String> legend = new ArrayList<>(super.legend());
    legend.addAll(names.legend());
    return legend;
  }

  @Override
  void say(Message message) throws IOException {
    Tone tone = Wording.markTone(message);
    String words = Wording.words(message);
    Body body = text.body(message, layout.room(indent), text.remarks(message), words);
    page.put(Wording.number(message, numbers)).put(" ");
    page.put(calendar.minute(message.at())).put("  ");
    String name = names.of(message);
    page.put(Wording.voice(message), name);
    page.put(" ".repeat(names.width() + 1 - Cells.width(name)));
    page.put(Wording.isFailed(message) ? tone : Tone.PLAIN, Wording.direction(message));
    List<int[]> found = page.found(body.lines());
    String lead = "";
    for (int next = 0; next < body.lines().size(); next++) {
      String line = body.lines().get(next);
      if (line.isEmpty()) {
        continue;
      }
      int from = 0;
      boolean tooLong = layout.columns() > 0 && indent + Cells.width(line) > layout.columns();
      if (tooLong && line.strip().indexOf(' ') < 0) {
        // An address is never broken: it begins as far to the left as its end needs.
        from = line.length() - line.stripLeading().length();
        page.put(lead.isEmpty() ? "\n" : "");
        int room = layout.columns() - Cells.width(line.strip());
        lead = " ".repeat(Math.max(0, Math.min(room, indent) - 3));
      }
      page.put(lead).put(body.isFact(next) ? " + " : "   ");
      lead = margin;
      if (next == body.text() && !words.isEmpty() && line.startsWith(words)) {
        page.put(tone, words);
        from = words.length();
      }
      page.put(body.tone(next), line, from, found.get(next)).end();
    }
  }
}

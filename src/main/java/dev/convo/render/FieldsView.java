package dev.convo.render;

import dev.convo.model.Document;
import dev.convo.model.Message;
import dev.convo.text.Cells;
import java.io.IOException;
import java.util.List;

/**
 * A table with the columns that were asked for. Every line begins with blanks, since a cell may be
 * remote. Cells are cut, except for the last, which is wrapped; what does not fit beside the others
 * goes on in the next line. A name is never cut: one that is longer than a line is broken.
 */
final class FieldsView extends ScreenView {
  private static final String LEAD = "  ";
  private static final String NEXT = "      ";
  private static final String GAP = "  ";

  /** The first messages decide how wide the columns are. */
  private static final int MEASURED = 1000;

  private static final int WIDEST = 36;

  /** The last column goes into the next line rather than be narrower. In cells. */
  private static final int NARROWEST = 20;

  private final Columns columns;
  private final int[] widths;

  FieldsView(Page page, Layout layout, Document known) {
    super(page, layout, known);
    columns = new Columns(layout.wanted().fields(), at -> Times.exactly(at, layout.zone()));
    int room = layout.columns() == 0 ? Integer.MAX_VALUE : layout.room(NEXT.length());
    int widest = Math.min(WIDEST, room);
    widths = columns.names().stream().mapToInt(name -> Math.min(room, width(name))).toArray();
    List<Message> messages = known.conversation().messages();
    for (Message message : messages.subList(0, Math.min(MEASURED, messages.size()))) {
      List<String> values = columns.values(known.conversation(), message);
      for (int i = 0; i < widths.length; i++) {
        if (widths[i] < widest) {
          widths[i] = Math.min(widest, Math.max(widths[i], width(values.get(i))));
        }
      }
    }
  }

  private static int width(String remote) {
    return Cells.width(Wording.present(remote));
  }

  @Override
  void header(Position position) throws IOException {
    super.header(position);
    page.end();
    row(columns.names(), Tone.HEADER);
  }

  /** Rows have a column for the time. */
  @Override
  void day(String words) {}

  @Override
  void say(Message message) throws IOException {
    row(columns.values(known.conversation(), message), Tone.PLAIN);
  }

  private void row(List<String> values, Tone tone) throws IOException {
    int last = values.size() - 1;
    String line = LEAD;
    for (int i = 0; i < last; i++) {
      for (String cell : cells(Wording.present(values.get(i)), widths[i], tone)) {
        line = begun(line, widths[i], tone) + Cells.pad(cell, widths[i]) + GAP;
      }
    }
    line = begun(line, Math.min(NARROWEST, widths[last]), tone);
    int used = Cells.width(line);
    List<String> lines = Cells.wrap(Wording.present(values.get(last)), layout.room(used));
    List<int[]> found = page.found(lines);
    page.put(tone, lines.get(0).isEmpty() ? line.stripTrailing() : line);
    String lead = "";
    for (int i = 0; i < lines.size(); i++) {
      page.put(lead).put(tone, lines.get(i), 0, found.get(i)).end();
      lead = " ".repeat(used);
    }
  }

  /** The value, cut; or the lines of a name, each as long as a line can be. */
  private List<String> cells(String value, int width, Tone tone) {
    if (layout.columns() == 0) {
      return List.of(value);
    }
    return tone == Tone.HEADER ? Cells.wrap(value, width) : List.of(Cells.cut(value, width));
  }

  /** The line that a cell of this width belongs to: this one or, if it is full, the next. */
  private String begun(String line, int width, Tone tone) throws IOException {
    if (layout.columns() == 0 || Cells.width(line) + width <= layout.columns()) {
      return line;
    }
    if (!line.isBlank()) {
      page.put(tone, line.stripTrailing()).end();
    }
    return NEXT;
  }
}

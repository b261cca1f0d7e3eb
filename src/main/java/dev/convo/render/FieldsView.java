package dev.convo.render;

import dev.convo.model.Document;
import dev.convo.model.Message;
import dev.convo.text.Cells;
import java.io.IOException;
import java.util.List;

/**
 * A table with the columns that were asked for. Every row begins with blanks, since its first cell
 * may be remote; the last column is wrapped, the others are cut.
 */
final class FieldsView extends ScreenView {
  private static final String LEAD = "  ";
  private static final String GAP = "  ";

  /** The first messages decide how wide the columns are. */
  private static final int MEASURED = 1000;

  private static final int WIDEST = 36;

  private final Columns columns;
  private final int[] widths;

  FieldsView(Page page, Layout layout, Document known) {
    super(page, layout, known);
    columns = Columns.of(layout.wanted().fields(), at -> Times.exactly(at, layout.zone()));
    widths = columns.names().stream().mapToInt(FieldsView::width).toArray();
    List<Message> messages = known.conversation().messages();
    for (Message message : messages.subList(0, Math.min(MEASURED, messages.size()))) {
      List<String> values = columns.values(known.conversation(), message);
      for (int i = 0; i < widths.length - 1; i++) {
        if (widths[i] < WIDEST) {
          widths[i] = Math.min(WIDEST, Math.max(widths[i], width(values.get(i))));
        }
      }
    }
  }

  private static int width(String remote) {
    return Cells.width(Wording.present(remote));
  }

  @Override
  void header() throws IOException {
    super.header();
    page.gap();
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
    StringBuilder line = new StringBuilder(LEAD);
    for (int i = 0; i < last; i++) {
      String value = Wording.present(values.get(i));
      String cell = layout.columns() == 0 ? value : Cells.cut(value, widths[i]);
      line.append(Cells.pad(cell, widths[i])).append(GAP);
    }
    int used = Cells.width(line.toString());
    List<String> lines = Cells.wrap(Wording.present(values.get(last)), layout.room(used));
    List<int[]> found = page.found(lines);
    page.put(tone, line.toString());
    String lead = "";
    for (int i = 0; i < lines.size(); i++) {
      page.put(lead).put(tone, lines.get(i), 0, found.get(i)).end();
      lead = " ".repeat(used);
    }
  }
}

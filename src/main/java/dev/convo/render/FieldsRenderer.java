package dev.convo.render;

import dev.convo.model.Document;
import dev.convo.model.Message;
import dev.convo.text.Cells;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table with the columns that were asked for. Every row begins with blanks, since its first cell
 * may be remote; the last column is wrapped, the others are cut.
 */
final class FieldsRenderer implements Renderer {
  private static final String LEAD = "  ";
  private static final String GAP = "  ";

  /** The first messages decide how wide the columns are. */
  private static final int MEASURED = 1000;

  private static final int WIDEST = 36;

  private final Page page;
  private final Series series;
  private final Layout layout;
  private final Columns columns;
  private Gaps gaps = Gaps.none();
  private int[] widths = new int[0];
  private @Nullable Document document;

  FieldsRenderer(Writer out, Layout layout) {
    this.page = new Page(out, layout);
    this.series = new Series(page);
    this.layout = layout;
    this.columns =
        Columns.of(
            layout.wanted().fields(),
            at -> at.atZone(layout.zone()).toLocalDate() + " " + Times.second(at, layout.zone()));
  }

  @Override
  public void position(Position position) {
    series.position(position);
  }

  @Override
  public void begin(Document known) throws IOException {
    series.begin(known.conversation(), layout.columns());
    document = known;
    gaps = new Gaps(known);
    Speakers speakers = new Speakers(known.conversation());
    Header.write(page, layout, known, speakers, speakers.legend());
    measure(known);
    page.gap();
    row(columns.names(), Tone.HEADER);
  }

  private void measure(Document known) {
    List<String> names = columns.names();
    widths = new int[names.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Cells.width(Wording.present(names.get(i)));
    }
    List<Message> messages = known.conversation().messages();
    for (Message message : messages.subList(0, Math.min(MEASURED, messages.size()))) {
      List<String> values = columns.values(known, message);
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
  public void message(Message message) throws IOException {
    Gaps.mark(page, gaps.before(message));
    if (document != null) {
      row(columns.values(document, message), Tone.PLAIN);
    }
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
    int room = layout.columns() == 0 ? 0 : layout.room(used);
    List<String> lines = new ArrayList<>(Cells.wrap(Wording.present(values.get(last)), room));
    Found found = page.found(lines);
    page.put(tone, line.toString());
    for (int i = 0; i < lines.size(); i++) {
      if (i > 0) {
        page.put(" ".repeat(used));
      }
      if (tone == Tone.PLAIN) {
        page.put(Tone.PLAIN, lines.get(i), 0, found, i).end();
      } else {
        page.line(tone, lines.get(i));
      }
    }
  }

  @Override
  public void end(Document whole) throws IOException {
    Gaps.mark(page, gaps.atEnd());
    page.gap();
    Extent.closing(page, whole, layout.columns());
  }
}

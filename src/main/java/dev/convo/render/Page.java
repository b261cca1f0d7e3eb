package dev.convo.render;

import dev.convo.text.Cells;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Lines for people on their way out, in colour where that is wanted. */
final class Page {
  /** No line but the first of anything begins at the left edge: there speaks nobody but convo. */
  private static final int HANGING = 2;

  private final Writer out;
  private final boolean colour;

  Page(Writer out, boolean colour) {
    this.out = out;
    this.colour = colour;
  }

  /** A line in a tone. */
  void line(Tone tone, String line) throws IOException {
    out.write(colour ? tone.paint(line) : line);
    out.write('\n');
  }

  /** A line. */
  void line(String line) throws IOException {
    line(Tone.PLAIN, line);
  }

  /** An empty line. */
  void gap() throws IOException {
    out.write('\n');
  }

  /** A label and what it names, in as many lines as it needs, all but the first indented. */
  void labelled(Tone tone, String label, List<String> lines, int columns) throws IOException {
    String indent = " ".repeat(Math.max(HANGING, Cells.width(label)));
    String lead = label;
    for (String line : lines) {
      int room = columns == 0 ? 0 : Math.max(2, columns - indent.length());
      for (String part : Cells.wrap(line, room)) {
        line(tone, (lead + part).stripTrailing());
        lead = indent;
      }
    }
  }
}

package dev.convo.render;

import dev.convo.text.Cells;
import dev.convo.text.Links;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes lines for people, in colour and with hyperlinks if these are wanted. */
final class Page {
  private final Writer out;
  private final Layout layout;

  Page(Writer out, Layout layout) {
    this.out = out;
    this.layout = layout;
  }

  /** A piece of a line in a tone; addresses in it become hyperlinks only where it is plain. */
  Page put(Tone tone, String text) throws IOException {
    if (tone == Tone.PLAIN) {
      return put(text);
    }
    out.write(layout.colour() ? tone.paint(text) : text);
    return this;
  }

  /** A piece of a line; addresses in it may become hyperlinks to themselves. */
  Page put(String text) throws IOException {
    out.write(layout.links() ? Links.linked(text) : text);
    return this;
  }

  /** The parts to highlight in the lines of a text. */
  List<int[]> found(List<String> lines) {
    Highlight highlight = layout.colour() ? layout.wanted().highlight() : Highlight.NONE;
    return highlight.in(lines);
  }

  /** A line from here on; found are the starts and ends of what to highlight if it is plain. */
  Page put(Tone tone, String line, int from, int[] found) throws IOException {
    if (tone != Tone.PLAIN) {
      return put(tone, line.substring(from));
    }
    int done = from;
    for (int i = 0; i < found.length; i += 2) {
      int start = Math.max(found[i], done);
      int end = Math.max(found[i + 1], done);
      put(line.substring(done, start)).put(Tone.FOUND, line.substring(start, end));
      done = end;
    }
    return put(line.substring(done));
  }

  /** Ends the line; alone, it is an empty one. */
  void end() throws IOException {
    out.write('\n');
  }

  void line(Tone tone, String line) throws IOException {
    put(tone, line).end();
  }

  void line(String line) throws IOException {
    put(line).end();
  }

  void day(String day) throws IOException {
    String words = "── " + day + " ";
    put(Tone.HEADER, words);
    line(Tone.SYSTEM, "─".repeat(Math.max(2, layout.rule() - Cells.width(words))));
  }

  /** Words in lines, all but the first indented: no remote text begins at the left edge. */
  void hanging(Tone tone, String words) throws IOException {
    lines(tone, "  ", Cells.wrap(words, layout.room(2)));
  }

  /** Lines, all but the first behind an indent. */
  void lines(Tone tone, String indent, List<String> lines) throws IOException {
    String lead = "";
    for (String line : lines) {
      put(lead).put(tone, line).end();
      lead = indent;
    }
  }

  /** A label and what it names, in as many lines as it needs, all but the first indented. */
  void labelled(String label, List<String> lines) throws IOException {
    String indent = " ".repeat(Math.max(2, Cells.width(label)));
    String lead = label;
    for (String line : lines) {
      for (String part : Cells.wrap(line, layout.room(indent.length()))) {
        line((lead + part).stripTrailing());
        lead = indent;
      }
    }
  }
}

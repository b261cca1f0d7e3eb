package dev.convo.render;

import dev.convo.model.Document;
import dev.convo.render.Heading.Item;
import dev.convo.text.Cells;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The few lines that a conversation begins with, the same facts in every format for people, worst
 * news first: what it is and whether that is all; what needs attention; who; what about. Each
 * begins with a word or a mark of convo's own, so that no name or label looks like another line.
 */
final class Header {
  private static final String DOT = " · ";

  private static final String INDENT = "  ";

  private final Page page;
  private final Layout layout;
  private final Heading heading;

  private Header(Page page, Layout layout, Heading heading) {
    this.page = page;
    this.layout = layout;
    this.heading = heading;
  }

  /** Writes the header of a document, and with {@code --details} everything else. */
  static void write(
      Page page, Layout layout, Document document, Speakers speakers, List<String> legend)
      throws IOException {
    Header header = new Header(page, layout, new Heading(document, speakers, layout.zone()));
    header.identity();
    header.line(header.heading.news(), DOT);
    List<Item> people = marked(">", header.heading.customer());
    people.addAll(header.heading.assignee());
    header.line(people, "  ");
    header.line(marked("#", header.heading.topics()), DOT);
    for (Item own : header.heading.lines()) {
      page.hanging(own.tone(), own.words(), layout.columns());
    }
    header.legend(legend);
    if (layout.details()) {
      Facts.details(document, layout.zone()).write(page, layout.columns());
    }
  }

  private void identity() throws IOException {
    List<Item> facts = heading.state();
    facts.add(0, heading.title());
    Item counted = heading.count();
    String count = counted.words();
    if (counted.tone() == Tone.FAILED) {
      facts.add(0, counted);
      line(facts, DOT);
      return;
    }
    int width = Cells.width(count) - DOT.length() + 2;
    for (Item fact : facts) {
      width += DOT.length() + Cells.width(fact.words());
    }
    int columns = layout.columns();
    if (columns == 0 || width > columns) {
      facts.add(counted);
      line(facts, DOT);
      return;
    }
    String dot = "";
    for (Item fact : facts) {
      page.put(dot).put(fact.tone(), fact.words());
      dot = DOT;
    }
    page.put(" ".repeat(2 + columns - width) + count).end();
  }

  /** Puts a mark in front, so that the items cannot look like another line. */
  private static List<Item> marked(String mark, List<Item> items) {
    if (!items.isEmpty()) {
      items.set(0, items.get(0).behind(mark));
    }
    return items;
  }

  /** Writes items one after the other, in as many lines as they need, indented after the first. */
  private void line(List<Item> items, String between) throws IOException {
    int columns = layout.columns();
    int used = 0;
    for (Item item : items) {
      int width = Cells.width(item.words());
      if (used > 0 && (columns == 0 || used + between.length() + width <= columns)) {
        page.put(between);
        used += between.length();
      } else if (used > 0) {
        page.end();
        page.put(INDENT);
        used = INDENT.length();
      }
      List<String> parts = Cells.wrap(item.words(), columns == 0 ? 0 : columns - INDENT.length());
      if (used + width <= columns) {
        parts = List.of(item.words());
      }
      String last = parts.get(parts.size() - 1);
      for (String part : parts.subList(0, parts.size() - 1)) {
        page.put(item.tone(), part).end();
        page.put(INDENT);
        used = INDENT.length();
      }
      page.put(item.tone(), last);
      used += Cells.width(last);
    }
    if (!items.isEmpty()) {
      page.end();
    }
  }

  private void legend(List<String> legend) throws IOException {
    List<Item> names = new ArrayList<>();
    legend.forEach(words -> names.add(new Item(Tone.PLAIN, words)));
    line(marked("names:", names), DOT);
  }
}

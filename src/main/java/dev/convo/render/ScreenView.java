package dev.convo.render;

import dev.convo.model.Document;
import dev.convo.render.Heading.Item;
import dev.convo.text.Cells;
import java.io.IOException;
import java.util.List;

/**
 * A conversation in lines, for a terminal. Only convo writes in column one: each line of the header
 * begins with a word or a mark of its own, so that no name or label looks like another line.
 */
abstract class ScreenView extends View {
  private static final String DOT = " · ";
  private static final String INDENT = "  ";

  final Page page;

  ScreenView(Page page, Layout layout, Document known) {
    super(known, layout);
    this.page = page;
  }

  @Override
  void leftOut(String words) throws IOException {
    page.line(Tone.SYSTEM, "┄ " + words + " ┄");
  }

  @Override
  void day(String words) throws IOException {
    page.day(words, layout.columns());
  }

  @Override
  void silence(String words) throws IOException {}

  @Override
  void close(Document whole) throws IOException {
    page.gap();
    for (String note : Extent.notes(whole)) {
      page.labelled("note: ", List.of(note), layout.columns());
    }
    page.hanging(Tone.PLAIN, Extent.completeness(whole), layout.columns());
  }

  /**
   * A few lines, worst news first: what it is and whether that is all; what needs attention; who;
   * what about.
   */
  @Override
  void header() throws IOException {
    identity();
    line(heading.news(), DOT);
    List<Item> people = marked(">", heading.customer());
    people.addAll(heading.assignee());
    line(people, "  ");
    line(marked("#", heading.topics()), DOT);
    for (Fact fact : heading.about()) {
      page.hanging(Tone.PLAIN, fact.label() + ": " + fact.words(), layout.columns());
    }
    line(marked("names:", Item.plain(legend())), DOT);
    if (layout.details()) {
      details(heading.details());
    }
  }

  /** What the names mean that are not names as they were sent. */
  List<String> legend() {
    return speakers.legend();
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

  /** Labels have a column of their own. */
  private void details(List<Fact> facts) throws IOException {
    int widest = facts.stream().mapToInt(fact -> Cells.width(fact.label())).max().orElse(0);
    for (Fact fact : facts) {
      page.labelled(Cells.pad(fact.label(), widest + 2), fact.lines(), layout.columns());
    }
  }
}

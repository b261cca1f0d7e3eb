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
  /** The shortest rule on both sides of a title, with the blanks. In cells. */
  private static final int AROUND = 6;

  private static final int INDENT = 2;
  private static final String NEXT = "\n" + " ".repeat(INDENT);

  ScreenView(Page page, Layout layout, Document known) {
    super(page, layout, known);
  }

  @Override
  void leftOut(String words) throws IOException {
    page.line(Tone.SYSTEM, "┄ " + words + " ┄");
  }

  @Override
  void day(String words) throws IOException {
    page.day(words);
  }

  @Override
  void silence(String words) throws IOException {}

  @Override
  void close(Document whole) throws IOException {
    page.end();
    for (String note : Extent.notes(whole)) {
      page.labelled("note: ", List.of(note));
    }
    page.hanging(Tone.PLAIN, Extent.completeness(whole));
  }

  /** Worst news first: what it is, whether that is all; what needs attention; who; what about. */
  @Override
  void header(Position position) throws IOException {
    if (position.isOneOfSeveral()) {
      String title = position.lead() + heading.title().words();
      String shown = Cells.cut(title, layout.rule() - AROUND);
      String rule = "━".repeat(layout.rule() - 4 - Cells.width(shown));
      page.line(Tone.HEADER, "━━ " + shown + " " + rule);
    }
    identity();
    line(heading.news(), DOT);
    List<Item> people = marked(">", heading.customer());
    people.addAll(heading.assignee());
    line(people, "  ");
    line(marked("#", heading.topics()), DOT);
    for (Fact fact : heading.about()) {
      page.hanging(Tone.PLAIN, fact.label() + ": " + fact.words());
    }
    line(marked("names:", Item.plain(legend())), DOT);
    if (layout.wanted().details()) {
      details(heading.details());
    }
  }

  /** What made-up and shortened names mean. */
  List<String> legend() {
    return speakers.legend();
  }

  /** The count is on the right if there is room, and first if messages are missing. */
  private void identity() throws IOException {
    List<Item> facts = heading.state();
    facts.add(0, heading.title());
    Item count = heading.count();
    int blanks = layout.columns() - Cells.width(count.words()) + DOT.length();
    for (Item fact : facts) {
      blanks -= Cells.width(fact.words()) + DOT.length();
    }
    if (count.tone() == Tone.FAILED || blanks < 2) {
      facts.add(count.tone() == Tone.FAILED ? 0 : facts.size(), count);
      line(facts, DOT);
    } else {
      items(facts, DOT);
      page.put(" ".repeat(blanks) + count.words()).end();
    }
  }

  /** Puts a mark in front, so that the items cannot look like another line. */
  private static List<Item> marked(String mark, List<Item> items) {
    if (!items.isEmpty()) {
      Item first = items.get(0);
      items.set(0, new Item(first.tone(), mark + " " + first.words()));
    }
    return items;
  }

  private void line(List<Item> items, String between) throws IOException {
    items(items, between);
    if (!items.isEmpty()) {
      page.end();
    }
  }

  /** Writes items one after the other, on lines that are indented after the first. */
  private void items(List<Item> items, String between) throws IOException {
    int columns = layout.columns();
    int used = 0;
    for (Item item : items) {
      int width = Cells.width(item.words());
      if (used > 0) {
        boolean goesOn = columns == 0 || used + between.length() + width <= columns;
        page.put(goesOn ? between : NEXT);
        used = goesOn ? used + between.length() : INDENT;
      }
      List<String> parts =
          used + width <= columns
              ? List.of(item.words())
              : Cells.wrap(item.words(), layout.room(INDENT));
      for (int i = 0; i < parts.size(); i++) {
        page.put(i == 0 ? "" : NEXT).put(item.tone(), parts.get(i));
        used = (i == 0 ? used : INDENT) + Cells.width(parts.get(i));
      }
    }
  }

  /** Labels have a column of their own. */
  private void details(List<Fact> facts) throws IOException {
    int widest = facts.stream().mapToInt(fact -> Cells.width(fact.label())).max().orElse(0);
    for (Fact fact : facts) {
      page.labelled(Cells.pad(fact.label(), widest + 2), fact.lines());
    }
  }
}

package dev.convo.render;

import dev.convo.model.Document;
import dev.convo.model.Message;
import dev.convo.render.Heading.Item;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A conversation to paste into a ticket or a wiki: what is known of it as a list, then a bold line
 * and a quote for each message. The structure is convo's own. A message's text is a quote, and its
 * other facts are a list in that quote.
 */
final class MarkdownView extends View {
  /** Ends a line without ending its paragraph. */
  private static final String BREAK = "  ";

  private static final String QUOTE = "> ";

  MarkdownView(Page page, Layout layout, Document known) {
    super(page, layout, known);
  }

  @Override
  void header(Position position) throws IOException {
    page.line("### " + position.lead() + MarkdownText.of(heading.title().words()));
    page.line("");
    item("", heading.standing(), DOT);
    item("", heading.news(), DOT);
    item("customer: ", heading.people(), " ");
    item("about: ", heading.topics(), DOT);
    for (Fact fact : heading.about()) {
      fact(fact);
    }
    item("names: ", Item.plain(speakers.legend()), DOT);
    if (layout.wanted().details()) {
      for (Fact fact : heading.details()) {
        fact(fact);
      }
    }
  }

  private void item(String label, List<Item> items, String between) throws IOException {
    if (!items.isEmpty()) {
      List<String> words = items.stream().map(item -> MarkdownText.of(item.words())).toList();
      page.line("- " + label + String.join(between, words));
    }
  }

  private void fact(Fact fact) throws IOException {
    String lead = "- " + fact.label() + ": ";
    List<String> lines = new ArrayList<>();
    for (String line : fact.lines()) {
      lines.add(lead + MarkdownText.of(line));
      lead = "  ";
    }
    page.line(String.join(BREAK + "\n", lines));
  }

  @Override
  void day(String words) throws IOException {
    paragraph("#### " + MarkdownText.of(words));
  }

  @Override
  void silence(String words) throws IOException {
    paragraph("┄ " + words + " ┄");
  }

  @Override
  void say(Message message) throws IOException {
    paragraph(head(message));
    page.line("");
    body(text.body(message));
  }

  /** {@code **12 · Grace Hopper, agent · 08:19:48 · failed**}: both ends are convo's own words. */
  private String head(Message message) {
    List<String> bold = new ArrayList<>();
    if (message.number() > 0) {
      bold.add(String.valueOf(message.number()));
    }
    bold.add(MarkdownText.of(speakers.withRole(message)));
    bold.add(calendar.second(message.at()));
    bold.addAll(Wording.marks(message));
    String remarks = MarkdownText.of(text.remarksAndDeletion(message));
    return Wording.joined(
        DOT, "**" + String.join(DOT, bold) + "**", remarks, Wording.delivery(message));
  }

  private void body(Body body) throws IOException {
    List<String> lines = body.lines();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (i > 0 && body.isFact(i) != body.isFact(i - 1)) {
        page.line(">");
      }
      boolean goesOn = body.isFact(i) && line.startsWith("  ");
      String shown = MarkdownText.of(goesOn ? line.substring(2) : line);
      String lead = body.isFact(i) ? QUOTE + (goesOn ? "  " : "- ") : QUOTE;
      page.line(shown.isEmpty() ? ">" : lead + shown + (isBroken(body, i + 1) ? BREAK : ""));
    }
  }

  /** Whether a line continues the paragraph of the line before. */
  private static boolean isBroken(Body body, int i) {
    if (i == body.lines().size() || body.isFact(i) != body.isFact(i - 1)) {
      return false;
    }
    String line = body.lines().get(i);
    return !line.isBlank() && (!body.isFact(i) || line.startsWith("  "));
  }

  @Override
  void close(Document whole) throws IOException {
    for (String note : Extent.notes(whole)) {
      paragraph("note: " + MarkdownText.of(note));
    }
    paragraph(MarkdownText.of(Extent.completeness(whole)));
  }

  private void paragraph(String words) throws IOException {
    page.line("\n" + words);
  }
}

package dev.convo.render;

import dev.convo.model.Document;
import dev.convo.model.Message;
import dev.convo.render.Heading.Item;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation to paste into a ticket or a wiki: what is known of it as a list, then a bold line
 * and a quote for each message. Structure is convo's own. A message is the text of a quote, and its
 * other facts are a list in that quote.
 */
final class MarkdownRenderer implements Renderer {
  private static final String DOT = " · ";

  /** Ends a line without ending its paragraph. */
  private static final String BREAK = "  ";

  private static final String QUOTE = "> ";

  private final Writer out;
  private final Layout layout;
  private Position position = Position.ONLY;
  private MessageText text;
  private Calendar calendar;
  private Gaps gaps = Gaps.none();
  private Speakers speakers = new Speakers();
  private @Nullable Instant last;
  private boolean following;

  MarkdownRenderer(Writer out, Layout layout) {
    this.out = out;
    this.layout = layout;
    this.text = MessageText.none(layout);
    this.calendar = new Calendar(layout.zone());
  }

  @Override
  public void position(Position next) {
    position = next;
  }

  @Override
  public void begin(Document known) throws IOException {
    text = new MessageText(known, layout);
    calendar = new Calendar(layout.zone());
    speakers = new Speakers(known.conversation());
    gaps = new Gaps(known);
    last = null;
    Heading heading = new Heading(known, speakers, layout.zone());
    String place = position.isOneOfSeveral() ? position.words() + DOT : "";
    line((following ? "\n" : "") + "### " + place + MarkdownText.of(heading.title().words()));
    following = true;
    line("");
    item("", heading.standing(), DOT);
    item("", heading.news(), DOT);
    item("customer: ", heading.people(), " ");
    item("about: ", heading.topics(), DOT);
    for (Item one : heading.lines()) {
      item("", List.of(one), DOT);
    }
    item("names: ", names(), DOT);
    if (layout.details()) {
      for (Fact fact : Facts.details(known, layout.zone()).all()) {
        fact(fact);
      }
    }
  }

  private List<Item> names() {
    List<Item> names = new ArrayList<>();
    speakers.legend().forEach(words -> names.add(new Item(Tone.PLAIN, words)));
    return names;
  }

  private void item(String label, List<Item> items, String between) throws IOException {
    if (!items.isEmpty()) {
      List<String> words = items.stream().map(item -> MarkdownText.of(item.words())).toList();
      line("- " + label + String.join(between, words));
    }
  }

  private void fact(Fact fact) throws IOException {
    List<String> lines = new ArrayList<>(fact.lines());
    lines.set(0, fact.label() + ": " + lines.get(0));
    String lead = "- ";
    for (int i = 0; i < lines.size(); i++) {
      line(lead + MarkdownText.of(lines.get(i)) + (i + 1 < lines.size() ? BREAK : ""));
      lead = "  ";
    }
  }

  @Override
  public void message(Message message) throws IOException {
    int left = gaps.before(message);
    gap(left);
    String day = calendar.reach(message.at());
    String silence = day.isEmpty() && left == 0 ? Times.silence(last, message.at()) : "";
    last = message.at();
    if (!day.isEmpty()) {
      paragraph("#### " + MarkdownText.of(day));
    } else if (!silence.isEmpty()) {
      paragraph(silence);
    }
    paragraph(head(message));
    line("");
    body(text.body(message, 0, ""));
  }

  /**
   * {@code **12 · Grace Hopper, agent · 08:19:48 · failed**}, which begins and ends with convo's
   * own words.
   */
  private String head(Message message) {
    List<String> bold = new ArrayList<>();
    if (message.number() > 0) {
      bold.add(String.valueOf(message.number()));
    }
    bold.add(MarkdownText.of(speakers.withRole(message)));
    bold.add(message.at() == null ? "--:--:--" : Times.second(message.at(), layout.zone()));
    bold.addAll(Wording.marks(message));
    List<String> rest = new ArrayList<>(List.of("**" + String.join(DOT, bold) + "**"));
    for (String word : List.of(text.remarksAndDeletion(message), Wording.delivery(message))) {
      rest.addAll(word.isEmpty() ? List.of() : Collections.singletonList(MarkdownText.of(word)));
    }
    return String.join(DOT, rest);
  }

  private void body(Body body) throws IOException {
    List<String> lines = body.lines();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (i > 0 && body.isFact(i) != body.isFact(i - 1)) {
        line(">");
      }
      boolean goesOn = body.isFact(i) && line.startsWith("  ");
      String shown = MarkdownText.of(goesOn ? line.substring(2) : line);
      String lead = body.isFact(i) ? QUOTE + (goesOn ? "  " : "- ") : QUOTE;
      line(shown.isEmpty() ? ">" : lead + shown + (isBroken(body, i + 1) ? BREAK : ""));
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
  public void end(Document whole) throws IOException {
    gap(gaps.atEnd());
    for (String note : Extent.notes(whole)) {
      paragraph("note: " + MarkdownText.of(note));
    }
    paragraph(MarkdownText.of(Extent.completeness(whole)));
  }

  private void gap(int left) throws IOException {
    if (left > 0) {
      paragraph("┄ " + Gaps.words(left) + " ┄");
    }
  }

  private void paragraph(String words) throws IOException {
    line("");
    line(words);
  }

  private void line(String words) throws IOException {
    out.write(words);
    out.write('\n');
  }
}

package dev.convo.render;

import dev.convo.model.Document;
import dev.convo.model.Message;
import dev.convo.render.Heading.Item;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Conversations in one file for a browser, which asks nobody for anything: an article for each
 * message, with its number as the anchor. Elements and attributes are convo's own; what anybody
 * said is their text.
 */
final class HtmlRenderer implements Renderer {
  private static final String DOT = " · ";

  private final Writer out;
  private final Layout layout;
  private Position position = Position.ONLY;
  private MessageText text;
  private Calendar calendar;
  private Gaps gaps = Gaps.none();
  private Speakers speakers = new Speakers();
  private @Nullable Instant last;
  private int begun;

  HtmlRenderer(Writer out, Layout layout) {
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
    begun++;
    Heading heading = new Heading(known, speakers, layout.zone());
    String title = Escaped.of(heading.title().words());
    if (begun == 1) {
      open(position.isOneOfSeveral() ? "Conversations" : title);
    }
    line("<section>");
    String place = position.isOneOfSeveral() ? position.words() + DOT : "";
    line("<h1>" + place + "<bdi>" + title + "</bdi></h1>");
    about(heading, known);
  }

  private void open(String title) throws IOException {
    line("<!DOCTYPE html>");
    line("<html lang=\"en\">");
    line("<head>");
    line("<meta charset=\"utf-8\">");
    line(
        "<meta http-equiv=\"Content-Security-Policy\" content=\""
            + Escaped.of(HtmlStyle.POLICY)
            + "\">");
    line("<meta name=\"referrer\" content=\"no-referrer\">");
    line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    line("<title>" + title + "</title>");
    line("<style>" + HtmlStyle.CSS + "</style>");
    line("</head>");
    line("<body>");
    line("<main>");
  }

  private void about(Heading heading, Document known) throws IOException {
    line("<ul class=\"about\">");
    item("", heading.standing(), DOT);
    item("", heading.news(), DOT);
    item("customer: ", heading.people(), " ");
    item("about: ", heading.topics(), DOT);
    for (Item one : heading.lines()) {
      item("", List.of(one), DOT);
    }
    List<Item> names = new ArrayList<>();
    speakers.legend().forEach(words -> names.add(new Item(Tone.PLAIN, words)));
    item("names: ", names, DOT);
    if (layout.details()) {
      for (Fact fact : Facts.details(known, layout.zone()).all()) {
        List<String> lines = fact.lines().stream().map(Escaped::linked).toList();
        line("<li>" + Escaped.of(fact.label()) + ": " + String.join("\n", lines) + "</li>");
      }
    }
    line("</ul>");
  }

  private void item(String label, List<Item> items, String between) throws IOException {
    if (!items.isEmpty()) {
      line(
          "<li>"
              + label
              + String.join(between, items.stream().map(HtmlRenderer::item).toList())
              + "</li>");
    }
  }

  private static String item(Item item) {
    String tone = item.tone() == Tone.FAILED ? " class=\"mind\"" : "";
    return "<bdi" + tone + ">" + Escaped.linked(item.words()) + "</bdi>";
  }

  @Override
  public void message(Message message) throws IOException {
    int left = gaps.before(message);
    gap(left);
    String day = calendar.reach(message.at());
    String silence = day.isEmpty() && left == 0 ? Times.silence(last, message.at()) : "";
    last = message.at();
    if (!day.isEmpty()) {
      line("<h2>" + Escaped.of(day) + "</h2>");
    } else if (!silence.isEmpty()) {
      line("<p class=\"gap\">" + silence + "</p>");
    }
    String anchor = (begun == 1 ? "" : "c" + begun + "-") + "m" + message.number();
    String id = message.number() == 0 ? "" : " id=\"" + anchor + "\"";
    line("<article" + id + " class=\"" + kind(message) + "\">");
    line("<header>" + head(message, anchor) + "</header>");
    body(text.body(message, 0, ""));
    line("</article>");
  }

  /** {@code agent note}: the classes that the style knows. */
  private static String kind(Message message) {
    String role = Wording.small(message.role());
    if (Wording.isFailed(message) || Wording.isUnsent(message)) {
      return role + " failed";
    }
    return Wording.marks(message).isEmpty() ? role : role + " note";
  }

  private String head(Message message, String anchor) {
    List<String> parts = new ArrayList<>();
    if (message.number() > 0) {
      parts.add("<a href=\"#" + anchor + "\">" + message.number() + "</a>");
    }
    parts.add("<bdi>" + Escaped.of(speakers.withRole(message)) + "</bdi>");
    Instant at = message.at();
    parts.add(
        at == null
            ? "<span>no time</span>"
            : "<time datetime=\"" + at + "\">" + Times.second(at, layout.zone()) + "</time>");
    for (String mark : Wording.marks(message)) {
      parts.add("<strong>" + mark + "</strong>");
    }
    for (String word : List.of(text.remarksAndDeletion(message), Wording.delivery(message))) {
      if (!word.isEmpty()) {
        parts.add("<span dir=\"auto\">" + Escaped.of(word) + "</span>");
      }
    }
    return String.join(" ", parts);
  }

  private void body(Body body) throws IOException {
    facts(body, 0, body.text());
    if (body.text() < body.below()) {
      List<String> said = body.lines().subList(body.text(), body.below());
      List<String> shown = said.stream().map(Escaped::linked).toList();
      line("<p dir=\"auto\">" + String.join("\n", shown) + "</p>");
    }
    facts(body, body.below(), body.lines().size());
  }

  /** Each fact is an item; its further lines are indented. */
  private void facts(Body body, int from, int to) throws IOException {
    if (from == to) {
      return;
    }
    line("<ul>");
    for (int i = from; i < to; i++) {
      StringBuilder fact = new StringBuilder(Escaped.linked(body.lines().get(i)));
      String tone = body.tone(i) == Tone.FAILED ? " class=\"failed\"" : "";
      while (i + 1 < to && body.lines().get(i + 1).startsWith("  ")) {
        i++;
        fact.append('\n').append(Escaped.linked(body.lines().get(i).substring(2)));
      }
      line("<li dir=\"auto\"" + tone + ">" + fact + "</li>");
    }
    line("</ul>");
  }

  @Override
  public void end(Document whole) throws IOException {
    gap(gaps.atEnd());
    line("<footer>");
    for (String note : Extent.notes(whole)) {
      line("<p>note: <bdi>" + Escaped.linked(note) + "</bdi></p>");
    }
    line("<p>" + Escaped.linked(Extent.completeness(whole)) + "</p>");
    line("</footer>");
    line("</section>");
  }

  @Override
  public void finish() throws IOException {
    if (begun > 0) {
      line("</main>");
      line("</body>");
      line("</html>");
    }
  }

  private void gap(int left) throws IOException {
    if (left > 0) {
      line("<p class=\"gap\">┄ " + Gaps.words(left) + " ┄</p>");
    }
  }

  private void line(String words) throws IOException {
    out.write(words);
    out.write('\n');
  }
}

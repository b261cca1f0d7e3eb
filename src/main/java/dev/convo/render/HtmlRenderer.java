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
 * Conversations in one file for a browser, which loads nothing else: an article for each message,
 * with its number as the anchor. Elements and attributes are convo's own; remote words are only
 * ever text.
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
    line("<p class=\"state\">" + words(heading.standing(), DOT) + "</p>");
    List<Item> news = heading.news();
    if (!news.isEmpty()) {
      line("<ul class=\"news\">");
      for (Item one : news) {
        line("<li" + tone(one) + "><bdi>" + Escaped.linked(one.words()) + "</bdi></li>");
      }
      line("</ul>");
    }
    List<String> facts = new ArrayList<>();
    fact(facts, "customer", words(heading.people(), " "));
    fact(facts, "about", words(heading.topics(), DOT));
    for (Item one : heading.lines()) {
      int colon = one.words().indexOf(':'); // Behind a label of ours.
      String value = one.words().substring(colon + 1).strip();
      fact(facts, one.words().substring(0, colon), words(new Item(one.tone(), value)));
    }
    fact(facts, "names", Escaped.of(String.join(DOT, speakers.legend())));
    if (layout.details()) {
      for (Fact one : Facts.details(known, layout.zone()).all()) {
        List<String> lines = one.lines().stream().map(Escaped::linked).toList();
        fact(facts, Escaped.of(one.label()), String.join("\n", lines));
      }
    }
    if (!facts.isEmpty()) {
      line("<dl>");
      for (String fact : facts) {
        line(fact);
      }
      line("</dl>");
    }
  }

  private static void fact(List<String> facts, String label, String value) {
    if (!value.isEmpty()) {
      facts.add("<dt>" + label + "</dt>\n<dd dir=\"auto\">" + value + "</dd>");
    }
  }

  private static String tone(Item item) {
    return item.tone() == Tone.FAILED ? " class=\"mind\"" : "";
  }

  private static String words(List<Item> items, String between) {
    return String.join(between, items.stream().map(HtmlRenderer::words).toList());
  }

  private static String words(Item item) {
    return "<bdi" + tone(item) + ">" + Escaped.linked(item.words()) + "</bdi>";
  }

  @Override
  public void message(Message message) throws IOException {
    int left = gaps.before(message);
    missing(left);
    String day = calendar.reach(message.at());
    String silence = day.isEmpty() && left == 0 ? Times.silence(last, message.at()) : "";
    last = message.at();
    if (!day.isEmpty()) {
      line("<h2>" + Escaped.of(day) + "</h2>");
    } else if (!silence.isEmpty()) {
      gap(silence.replace("┄", "").strip()); // The style draws its own.
    }
    String id = message.number() == 0 ? "" : " id=\"" + anchor(message) + "\"";
    line("<article" + id + " class=\"" + kind(message) + "\">");
    line("<header>" + head(message) + "</header>");
    body(text.body(message, 0, ""));
    line("</article>");
  }

  /** {@code m12}; {@code c2-m12} in the second conversation. */
  private String anchor(Message message) {
    return (begun == 1 ? "" : "c" + begun + "-") + "m" + message.number();
  }

  private String link(Message message, String words) {
    return "<a href=\"#" + anchor(message) + "\">" + words + "</a>";
  }

  /** {@code agent note}: the classes that the style knows. */
  private static String kind(Message message) {
    String role = Wording.small(message.role());
    if (Wording.isFailed(message) || Wording.isUnsent(message)) {
      return role + " failed";
    }
    return Wording.marks(message).isEmpty() ? role : role + " note";
  }

  private String head(Message message) {
    List<String> parts = new ArrayList<>();
    if (message.number() > 0) {
      parts.add(link(message, String.valueOf(message.number())));
    }
    parts.add("<bdi>" + Escaped.of(speakers.withRole(message)) + "</bdi>");
    for (String mark : Wording.marks(message)) {
      parts.add("<strong>" + mark + "</strong>");
    }
    Instant at = message.at();
    parts.add(
        at == null
            ? "<span>no time</span>"
            : "<time datetime=\"" + at + "\">" + Times.second(at, layout.zone()) + "</time>");
    for (String word : List.of(remarks(message), Wording.delivery(message))) {
      if (!word.isEmpty()) {
        parts.add("<span dir=\"auto\">" + word + "</span>");
      }
    }
    return String.join(" ", parts);
  }

  /** What happened to a message, with a link to the message that it answers. */
  private String remarks(Message message) {
    String words = text.remarksAndDeletion(message);
    Message to = text.answered(message);
    if (to == null || to.number() == 0) {
      return Escaped.of(words);
    }
    String answers = "answers " + to.number();
    int at = words.indexOf(answers); // Only our own words come before it.
    return words.substring(0, at)
        + link(to, answers)
        + Escaped.of(words.substring(at + answers.length()));
  }

  private void body(Body body) throws IOException {
    Found found = Found.in(body.lines(), layout.wanted().highlight());
    facts(body, found, 0, body.text());
    if (body.text() < body.below()) {
      List<String> said = new ArrayList<>();
      for (int i = body.text(); i < body.below(); i++) {
        said.add(Escaped.marked(body.lines().get(i), 0, found.of(i)));
      }
      line("<p dir=\"auto\">" + String.join("\n", said) + "</p>");
    }
    facts(body, found, body.below(), body.lines().size());
  }

  /** Each fact is an item; its further lines are indented. */
  private void facts(Body body, Found found, int from, int to) throws IOException {
    if (from == to) {
      return;
    }
    line("<ul>");
    for (int i = from; i < to; i++) {
      String tone = body.tone(i) == Tone.FAILED ? " class=\"failed\"" : "";
      StringBuilder fact = new StringBuilder(Escaped.marked(body.lines().get(i), 0, found.of(i)));
      while (i + 1 < to && body.lines().get(i + 1).startsWith("  ")) {
        i++;
        fact.append('\n').append(Escaped.marked(body.lines().get(i), 2, found.of(i)));
      }
      line("<li dir=\"auto\"" + tone + ">" + fact + "</li>");
    }
    line("</ul>");
  }

  @Override
  public void end(Document whole) throws IOException {
    missing(gaps.atEnd());
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

  private void missing(int left) throws IOException {
    if (left > 0) {
      gap(Gaps.words(left));
    }
  }

  private void gap(String words) throws IOException {
    line("<p class=\"gap\"><span>" + words + "</span></p>");
  }

  private void line(String words) throws IOException {
    out.write(words);
    out.write('\n');
  }
}

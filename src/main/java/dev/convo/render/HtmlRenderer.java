package dev.convo.render;

import dev.convo.model.Document;
import dev.convo.model.Message;
import dev.convo.render.Heading.Item;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Conversations in one file for a browser, which loads nothing else: an article for each message,
 * with its number as the anchor. Elements and attributes are convo's own; remote words are only
 * ever text.
 */
final class HtmlRenderer implements Renderer {
  private final Page page;
  private final Layout layout;
  private int begun;

  HtmlRenderer(Writer out, Layout layout) {
    this.page = new Page(out, layout);
    this.layout = layout;
  }

  @Override
  public Begun begin(Document known, Position position) throws IOException {
    begun++;
    View view = new Section(page, layout, known, begun == 1 ? "m" : "c" + begun + "-m");
    if (begun == 1) {
      open(position.mayHaveOthers() ? "Conversations" : view.heading.title().words());
    }
    view.header(position);
    return view;
  }

  private void open(String title) throws IOException {
    page.put(
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="%s">
        <meta name="referrer" content="no-referrer">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <style>%s</style>
        </head>
        <body>
        <main>
        """
            .formatted(Escaped.of(HtmlStyle.POLICY), Escaped.of(title), HtmlStyle.CSS));
  }

  @Override
  public void finish() throws IOException {
    if (begun > 0) {
      page.line("</main>\n</body>\n</html>");
    }
  }

  private static final class Section extends View {
    /** What the anchors of messages begin with: {@code m} of {@code m12}. */
    private final String anchor;

    Section(Page page, Layout layout, Document known, String anchor) {
      super(page, layout, known);
      this.anchor = anchor;
    }

    @Override
    void header(Position position) throws IOException {
      String title = Escaped.of(heading.title().words());
      page.line("<section>");
      page.line("<h1>" + position.lead() + "<bdi>" + title + "</bdi></h1>");
      page.line("<p class=\"state\">" + words(heading.standing(), DOT) + "</p>");
      List<Item> news = heading.news();
      if (!news.isEmpty()) {
        page.line("<ul class=\"news\">");
        for (Item one : news) {
          page.line("<li" + tone(one) + ">" + isolated(one.words()) + "</li>");
        }
        page.line("</ul>");
      }
      List<String> facts = new ArrayList<>();
      fact(facts, "customer", words(heading.people(), " "));
      fact(facts, "about", words(heading.topics(), DOT));
      for (Fact one : heading.about()) {
        fact(facts, one.label(), isolated(one.words()));
      }
      fact(facts, "names", Escaped.of(String.join(DOT, speakers.legend())));
      if (layout.wanted().details()) {
        for (Fact one : heading.details()) {
          List<String> lines = one.lines().stream().map(Escaped::linked).toList();
          fact(facts, Escaped.of(one.label()), String.join("\n", lines));
        }
      }
      if (!facts.isEmpty()) {
        page.line("<dl>\n" + String.join("\n", facts) + "\n</dl>");
      }
    }

    private static void fact(List<String> facts, String label, String value) {
      if (!value.isEmpty()) {
        facts.add("<dt>" + label + "</dt>\n<dd dir=\"auto\">" + value + "</dd>");
      }
    }

    private static String isolated(String words) {
      return "<bdi>" + Escaped.linked(words) + "</bdi>";
    }

    private static String tone(Item item) {
      return item.tone() == Tone.FAILED ? " class=\"mind\"" : "";
    }

    private static String words(List<Item> items, String between) {
      List<String> words = new ArrayList<>();
      for (Item item : items) {
        words.add("<bdi" + tone(item) + ">" + Escaped.linked(item.words()) + "</bdi>");
      }
      return String.join(between, words);
    }

    @Override
    void day(String words) throws IOException {
      page.line("<h2>" + Escaped.of(words) + "</h2>");
    }

    @Override
    void silence(String words) throws IOException {
      page.line("<p class=\"gap\"><span>" + words + "</span></p>");
    }

    @Override
    void say(Message message) throws IOException {
      String id = message.number() == 0 ? "" : " id=\"" + anchor + message.number() + "\"";
      page.line("<article" + id + " class=\"" + kind(message) + "\">");
      page.line("<header>" + head(message) + "</header>");
      body(text.body(message));
      page.line("</article>");
    }

    private String link(Message message, String words) {
      return "<a href=\"#" + anchor + message.number() + "\">" + words + "</a>";
    }

    /** Classes of the style: {@code agent note}. */
    private static String kind(Message message) {
      String role = message.role().word();
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
              : "<time datetime=\"" + at + "\">" + calendar.second(at) + "</time>");
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
      List<int[]> found = layout.wanted().highlight().in(body.lines());
      facts(body, found, 0, body.text());
      if (body.text() < body.below()) {
        List<String> said = new ArrayList<>();
        for (int i = body.text(); i < body.below(); i++) {
          said.add(Escaped.marked(body.lines().get(i), 0, found.get(i)));
        }
        page.line("<p dir=\"auto\">" + String.join("\n", said) + "</p>");
      }
      facts(body, found, body.below(), body.lines().size());
    }

    /** Each fact is a list item; its further lines are indented. */
    private void facts(Body body, List<int[]> found, int from, int to) throws IOException {
      if (from == to) {
        return;
      }
      page.line("<ul>");
      for (int i = from; i < to; i++) {
        String tone = body.tone(i) == Tone.FAILED ? " class=\"failed\"" : "";
        StringBuilder fact =
            new StringBuilder(Escaped.marked(body.lines().get(i), 0, found.get(i)));
        while (i + 1 < to && body.lines().get(i + 1).startsWith("  ")) {
          i++;
          fact.append('\n').append(Escaped.marked(body.lines().get(i), 2, found.get(i)));
        }
        page.line("<li dir=\"auto\"" + tone + ">" + fact + "</li>");
      }
      page.line("</ul>");
    }

    @Override
    void close(Document whole) throws IOException {
      page.line("<footer>");
      for (String note : Extent.notes(whole)) {
        page.line("<p>note: " + isolated(note) + "</p>");
      }
      page.line("<p>" + Escaped.linked(Extent.completeness(whole)) + "</p>");
      page.line("</footer>\n</section>");
    }
  }
}

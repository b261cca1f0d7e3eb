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
  private static final String DOT = " · ";

  private final Writer out;
  private final Layout layout;
  private int begun;

  HtmlRenderer(Writer out, Layout layout) {
    this.out = out;
    this.layout = layout;
  }

  @Override
  public Begun begin(Document known, Position position) throws IOException {
    begun++;
    String title = Escaped.of(Wording.title(known.conversation()));
    boolean several = position.isOneOfSeveral();
    if (begun == 1) {
      open(position.mayHaveOthers() ? "Conversations" : title);
    }
    line("<section>");
    line("<h1>" + (several ? position.words() + DOT : "") + "<bdi>" + title + "</bdi></h1>");
    View view = new Section(known, begun == 1 ? "m" : "c" + begun + "-m");
    view.header();
    return view;
  }

  private void open(String title) throws IOException {
    out.write(
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
            .formatted(Escaped.of(HtmlStyle.POLICY), title, HtmlStyle.CSS));
  }

  @Override
  public void finish() throws IOException {
    if (begun > 0) {
      out.write("</main>\n</body>\n</html>\n");
    }
  }

  private void line(String words) throws IOException {
    out.write(words);
    out.write('\n');
  }

  /** One conversation. */
  private final class Section extends View {
    /** What the anchor of a message begins with: {@code m} of {@code m12}. */
    private final String anchor;

    Section(Document known, String anchor) {
      super(known, HtmlRenderer.this.layout);
      this.anchor = anchor;
    }

    @Override
    void header() throws IOException {
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
      for (Fact one : heading.about()) {
        fact(facts, one.label(), "<bdi>" + Escaped.linked(one.words()) + "</bdi>");
      }
      fact(facts, "names", Escaped.of(String.join(DOT, speakers.legend())));
      if (layout.details()) {
        for (Fact one : heading.details()) {
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
      List<String> words = new ArrayList<>();
      for (Item item : items) {
        words.add("<bdi" + tone(item) + ">" + Escaped.linked(item.words()) + "</bdi>");
      }
      return String.join(between, words);
    }

    @Override
    void leftOut(String words) throws IOException {
      silence(words);
    }

    @Override
    void day(String words) throws IOException {
      line("<h2>" + Escaped.of(words) + "</h2>");
    }

    @Override
    void silence(String words) throws IOException {
      line("<p class=\"gap\"><span>" + words + "</span></p>");
    }

    @Override
    void say(Message message) throws IOException {
      String id = message.number() == 0 ? "" : " id=\"" + anchor + message.number() + "\"";
      line("<article" + id + " class=\"" + kind(message) + "\">");
      line("<header>" + head(message) + "</header>");
      body(text.body(message, 0, ""));
      line("</article>");
    }

    private String link(Message message, String words) {
      return "<a href=\"#" + anchor + message.number() + "\">" + words + "</a>";
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
        line("<p dir=\"auto\">" + String.join("\n", said) + "</p>");
      }
      facts(body, found, body.below(), body.lines().size());
    }

    /** Each fact is an item; its further lines are indented. */
    private void facts(Body body, List<int[]> found, int from, int to) throws IOException {
      if (from == to) {
        return;
      }
      line("<ul>");
      for (int i = from; i < to; i++) {
        String tone = body.tone(i) == Tone.FAILED ? " class=\"failed\"" : "";
        StringBuilder fact =
            new StringBuilder(Escaped.marked(body.lines().get(i), 0, found.get(i)));
        while (i + 1 < to && body.lines().get(i + 1).startsWith("  ")) {
          i++;
          fact.append('\n').append(Escaped.marked(body.lines().get(i), 2, found.get(i)));
        }
        line("<li dir=\"auto\"" + tone + ">" + fact + "</li>");
      }
      line("</ul>");
    }

    @Override
    void close(Document whole) throws IOException {
      line("<footer>");
      for (String note : Extent.notes(whole)) {
        line("<p>note: <bdi>" + Escaped.linked(note) + "</bdi></p>");
      }
      line("<p>" + Escaped.linked(Extent.completeness(whole)) + "</p>");
      line("</footer>");
      line("</section>");
    }
  }
}

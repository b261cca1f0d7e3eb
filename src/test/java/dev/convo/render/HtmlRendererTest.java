package dev.convo.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.model.Attachment;
import dev.convo.model.Attributes;
import dev.convo.model.Completeness;
import dev.convo.model.Conversation;
import dev.convo.model.Document;
import dev.convo.model.Extras;
import dev.convo.model.Glossary;
import dev.convo.model.Message;
import dev.convo.model.Note;
import dev.convo.model.Participant;
import dev.convo.model.Role;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** HTML, read by a parser that knows nothing of convo. */
class HtmlRendererTest {
  private static final Layout LAYOUT = new Layout(0, ZoneOffset.UTC, false);

  private static final Set<String> ELEMENTS =
      Set.of(
          ("html head meta title style body main section h1 h2 dl dt dd ul li bdi a article header"
                  + " time strong span mark p footer")
              .split(" "));

  private static final Set<String> ATTRIBUTES =
      Set.of("lang charset http-equiv content name class id href rel datetime dir".split(" "));

  private static final String[] PIECES = {
    "word",
    " ",
    "\n",
    "\n\n",
    "\t",
    "<",
    ">",
    "&",
    "\"",
    "'",
    "`",
    "=",
    "/",
    "<!--",
    "-->",
    "]]>",
    "<script>alert(1)</script>",
    "</p>",
    "</article>",
    "</style>",
    "</title>",
    "<plaintext>",
    "<img src=x onerror=alert(1)>",
    "<a href='javascript:x'>y</a>",
    "<svg/onload=x>",
    "&lt;b&gt;",
    "&#60;b&#62;",
    "&amp;lt;",
    "\" onclick=\"x",
    "' style='x",
    "javascript:alert(1)",
    "https://example.com/?a=1&b='2'",
    "http://example.com/\"x",
    "https://example.com/<b>",
    "data:text/html,x",
    "//example.com",
    "<meta http-equiv=refresh content=0>",
    "שלום",
    "👍",
  };

  private final Random random = new Random(42);

  @Test
  void noTextMakesStructure() throws IOException {
    for (int i = 0; i < 150; i++) {
      Document document = document(hostile(), hostile());
      String html = RendererTest.render(Format.HTML, LAYOUT, document);

      Parser parser = Parser.htmlParser().setTrackErrors(10);
      org.jsoup.nodes.Document page = Jsoup.parse(html, "", parser);

      assertThat(parser.getErrors()).as(html).isEmpty();
      for (Element element : page.getAllElements()) {
        if (!element.equals(page)) {
          assertThat(ELEMENTS).as(html).contains(element.normalName());
        }
        for (Attribute attribute : element.attributes()) {
          assertThat(ATTRIBUTES).as(html).contains(attribute.getKey());
        }
      }
      assertThat(page.select("article")).as(html).hasSize(2);
      for (Element link : page.select("a[rel]")) {
        assertThat(link.attr("href")).as(html).isEqualTo(link.wholeText()).matches("https?://.+");
        assertThat(link.attr("rel")).isEqualTo("noopener noreferrer nofollow");
      }
      assertThat(page.select("a:not([rel])").eachAttr("href")).containsExactly("#m1", "#m2");
    }
  }

  @Test
  void theTextIsWhatWasSaid() throws IOException {
    for (int i = 0; i < 150; i++) {
      Document document = document(hostile(), hostile());
      Body body = new MessageText(document, LAYOUT).body(document.conversation().messages().get(0));

      org.jsoup.nodes.Document page =
          Jsoup.parse(RendererTest.render(Format.HTML, LAYOUT, document));

      String said = String.join("\n", body.lines().subList(body.text(), body.below()));
      assertThat(String.join("", page.select("#m1 > p").stream().map(Element::wholeText).toList()))
          .isEqualTo(said);
    }
  }

  @Test
  void nothingIsLoadedAndNoStyleButOursIsUsed() throws IOException {
    org.jsoup.nodes.Document page =
        Jsoup.parse(RendererTest.render(Format.HTML, LAYOUT, Samples.everything()));

    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .isEqualTo(HtmlStyle.POLICY)
        .startsWith("default-src 'none'; style-src 'sha256-");
    assertThat(page.expectFirst("style").data()).isEqualTo(HtmlStyle.CSS);
    assertThat(HtmlStyle.CSS).doesNotContain("url(", "@import");
    assertThat(page.select("[src], link, script, iframe, form, [style]")).isEmpty();
  }

  @Test
  void anchorsOfSeveralConversationsDiffer() throws IOException {
    String html =
        RendererTest.render(Format.HTML, LAYOUT, document("Ada", "Hi"), document("Ada", "Hi"));

    assertThat(Jsoup.parse(html).select("[id]").eachAttr("id"))
        .containsExactly("m1", "m2", "c2-m1", "c2-m2");
    assertThat(html).containsOnlyOnce("<!DOCTYPE html>").endsWith("</html>\n");
  }

  @Test
  void whatASearchHasFoundIsMarkedAndAddressesStayWhole() throws IOException {
    Highlight highlight = line -> found(Pattern.compile("a.?b"), line);
    Layout layout =
        new Layout(0, ZoneOffset.UTC, false, false, new Wanted(false, List.of(), highlight));

    String html =
        RendererTest.render(
            Format.HTML, layout, document("ab", "a<b, ab\nhttps://example.com/ab a\nb"));

    org.jsoup.nodes.Document page = Jsoup.parse(html);
    assertThat(page.expectFirst("#m1 > p").html())
        .isEqualTo(
            "<mark>a&lt;b</mark>, <mark>ab</mark> "
                + "<a href=\"https://example.com/ab\" rel=\"noopener noreferrer nofollow\">"
                + "https://example.com/ab</a> <mark>a</mark> <mark>b</mark>");
    assertThat(page.select("#m2 li mark").eachText()).contains("a<b", "ab");
  }

  private static int[] found(Pattern pattern, String line) {
    return pattern
        .matcher(line)
        .results()
        .flatMapToInt(match -> IntStream.of(match.start(), match.end()))
        .toArray();
  }

  @Test
  void theMessageThatIsAnsweredIsALink() throws IOException {
    Message question = Message.of("7").text("<b>answers 9</b>").build();
    Extras extras = Extras.with().deleted(true).replyTo("7").build();
    Message answer = Message.of("8").text("Yes").extras(extras).build();
    Message unknown = Message.of("9").extras(Extras.with().replyTo("<6>").build()).build();
    Document document =
        new Document(
            Conversation.of("crm").messages(List.of(question, answer, unknown)).build(),
            Samples.meta(new Completeness(true, null, List.of())),
            Glossary.NONE);

    org.jsoup.nodes.Document page =
        Jsoup.parse(RendererTest.render(Format.HTML, LAYOUT, document, document));

    assertThat(page.select("article > header > span[dir]").eachText())
        .containsExactly(
            "deleted, answers 1: \"<b>answers 9</b>\"",
            "answers id <6>",
            "deleted, answers 1: \"<b>answers 9</b>\"",
            "answers id <6>");
    assertThat(page.select("span[dir] > a").outerHtml())
        .isEqualTo("<a href=\"#m1\">answers 1</a>\n<a href=\"#c2-m1\">answers 1</a>");
  }

  private String hostile() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(9); i >= 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private static Document document(String name, String said) {
    Conversation conversation =
        Conversation.of("crm")
            .id(name)
            .url(said)
            .subject(name)
            .status(said)
            .customer(Participant.of("1", name))
            .labels(List.of(said))
            .messages(
                List.of(
                    Samples.message("1", "2026-03-15T08:00:00Z", Role.CUSTOMER, name)
                        .text(said)
                        .build(),
                    Samples.message("2", "2026-03-15T09:00:00Z", Role.AGENT, "Grace")
                        .text("Hello")
                        .attach(new Attachment(null, said, name, said, null, Attributes.NONE))
                        .build()))
            .build();
    return new Document(
        conversation,
        Samples.meta(new Completeness(null, null, List.of(new Note("x", said)))),
        Glossary.NONE);
  }
}

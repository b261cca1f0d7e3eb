package dev.convo.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.model.Attachment;
import dev.convo.model.Attributes;
import dev.convo.model.Completeness;
import dev.convo.model.Conversation;
import dev.convo.model.Document;
import dev.convo.model.Glossary;
import dev.convo.model.Note;
import dev.convo.model.Participant;
import dev.convo.model.Role;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
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
          ("html head meta title style body main section h1 h2 ul li bdi a article header time"
                  + " strong span p footer")
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
    for (int i = 0; i < 500; i++) {
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
    for (int i = 0; i < 500; i++) {
      Document document = document(hostile(), hostile());
      Body body =
          new MessageText(document, LAYOUT).body(document.conversation().messages().get(0), 0, "");

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

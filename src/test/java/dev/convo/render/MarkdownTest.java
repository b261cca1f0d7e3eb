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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Markdown, read by an independent parser with the extensions of the trackers. */
class MarkdownTest {
  private static final List<Extension> EXTENSIONS =
      List.of(
          AutolinkExtension.create(),
          TablesExtension.create(),
          StrikethroughExtension.create(),
          FootnotesExtension.builder().inlineFootnotes(true).build());

  private static final Parser COMMON_MARK = Parser.builder().build();
  private static final Parser TRACKER = Parser.builder().extensions(EXTENSIONS).build();

  /** What trackers turn into something, unless it is code or an address. */
  private static final Pattern TRACKED =
      Pattern.compile(
          "@\\w|#[0-9A-Za-z]|![0-9]|&[0-9]|(?i:gh)-[0-9]|[A-Z]{2}-[0-9]|\\$\\S|%[\\w\"]|~\\S"
              + "|\\b[0-9a-f]{7,40}\\b|:[a-z+]+:|\\[\\[|www\\.|://|\\{\\+");

  private static final String[] PIECES = {
    "word",
    "word",
    "Ada",
    "2",
    " ",
    " ",
    " ",
    "\n",
    "\n",
    "\n\n",
    "\t",
    "    ",
    "\u00a0",
    "  \n",
    "\\",
    "\\\n",
    "`",
    "``",
    "```",
    "~~~",
    "~",
    "~~",
    "*",
    "**",
    "***",
    "_",
    "__",
    "[",
    "]",
    "](",
    "(",
    ")",
    "<",
    ">",
    "!",
    "![",
    "#",
    "##",
    "# ",
    "- ",
    "+ ",
    "* ",
    "1. ",
    "2) ",
    "> ",
    "---",
    "===",
    "- - -",
    "***",
    "| a | b |",
    "|---|---|",
    "|",
    ":-",
    "&",
    "&amp;",
    "&#64;",
    "&copy;",
    "<b>",
    "</b>",
    "<!--",
    "-->",
    "<script>",
    "<img src=x onerror=y>",
    "<https://a.example>",
    "<a@b.example>",
    "[x](https://evil.example)",
    "![x](https://evil.example/p.png)",
    "[x]: https://evil.example",
    "[^1]",
    "[^1]: note",
    "^[inline]",
    "[x]",
    "[x][]",
    "[ ] todo",
    "@ada",
    "a@b.example",
    "#12",
    "GH-12",
    "gh-12",
    "org/repo#1",
    "!12",
    "&12",
    "$12",
    "$x$",
    "$$",
    "%12",
    "~bug",
    "KEY-12",
    "0123456789abcdef",
    "deadbee",
    "1234567",
    ":smile:",
    ":+1:",
    "[[Page]]",
    "{+ x +}",
    "{%",
    "www.evil.example",
    "https://a.example/b_c_d",
    "https://a.example/?a=1&copy;=2",
    "http://a.example",
    "https://github.com/o/r/issues/1",
    "https://e\u0445ample.com",
    "https://u@evil.example",
    "ftp://a.example",
    "mailto:a@b.example",
    "xmpp:a@b.example",
    "(https://a.example/)",
    "08:02:11",
    "漢字",
    "👍🏽",
    "שלום",
    "e\u0301",
    "\u001b[2J",
    "\u202e",
    "\u200b",
    "\"",
    "'",
    "/close",
    ":::",
    "{: .x}",
    "${x}",
    "<details>",
    "\r\n",
    ".",
    ",",
    ":",
    ";",
    "?",
    "=",
    "+",
    "-",
  };

  private final Random random = new Random(42);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "A new shade, please!|A new shade, please!",
        "C:\\dir and a\\*b|C:\\dir and a\\\\\\*b",
        "snake_case and _this_|snake_case and \\_this\\_",
        "a < b && c > d <b>|a < b && c > d \\<b>",
        "- one|\\- one",
        "-5 degrees|-5 degrees",
        "1. one|1\\. one",
        "3.5 kg|3.5 kg",
        "# not a heading #|\\# not a heading \\#",
        "C# and 100%.|C# and 100%.",
        "write @ada, please|write `@ada`, please",
        "(see #12)|(see `#12`)",
        "FF-20817: arrived|`FF-20817`: arrived",
        ":smile:|`:smile:`",
        "at 08:02:11|at 08:02:11",
        "a@b.example!|`a@b.example`!",
        "it is @`x`|it is `` @`x` ``",
        "  indented|\u00a0\u00a0indented",
        "(see https://a.example/b_c).|(see <https://a.example/b_c>).",
        "https://github.com/o/r/issues/1|`https://github.com/o/r/issues/1`",
        "https://e\u0445ample.com|`https://e\u0445ample.com`",
        "R&D, &amp;|R&D, \\&amp;",
      })
  void onlyWhatMeansSomethingIsEscaped(String said, String markdown) {
    assertThat(MarkdownText.of(said)).isEqualTo(markdown);
  }

  @Test
  void noTextMakesStructure() throws IOException {
    for (int i = 0; i < 500; i++) {
      String name = hostile();
      String said = hostile();

      holds(document(name, said));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\n===",
        "a\n---",
        "> quote\nlazy",
        "```\ncode\n```",
        "    code",
        "\tcode",
        "1) a\n2) b",
        "<div>\n*a*\n</div>",
        "[a]: https://evil.example\n[a]",
        "| a |\n|---|\n| b |",
        "a\\\nb",
        "*a\nb*",
        "`a\nb`",
        "@a `@b` ``@c`` ```@d``` ````@e````",
        "@`",
        "`@",
        "@```",
        "\\@a",
        "\\`@a`",
        "\\<https://a.example>",
        "\\https://a.example",
        "!https://a.example",
        "[https://a.example](b)",
        "https://a.example/\\",
        "https://a.example/`x`",
        "https://a.example\"onclick=x",
        "$`x`$",
        "*https://a.example*",
        "_https://a.example_",
        "~~https://a.example~~",
        "&#104;ttps://a.example"
      })
  void noTextOfTheseMakesStructure(String said) throws IOException {
    holds(document("Ada", said));
    holds(document(said, "Hello"));
  }

  @Test
  void moreBackticksThanRenderersLookForAreSaid() {
    StringBuilder word = new StringBuilder("@");
    for (int run = 1; run < 25; run++) {
      word.append("`".repeat(run)).append('x');
    }

    assertThat(MarkdownText.of(word.toString())).startsWith("`@<U+0060>x<U+0060><U+0060>x");
  }

  @Test
  void aWordOfAnyLengthTakesNoTime() {
    for (String piece :
        List.of("@", ")", "(", "`", "#1", "https://", "A", "a", ":", "[", "\\", "&", "_")) {
      String word = piece.repeat(100_000);

      assertThat(MarkdownText.of(word + ")")).isNotEmpty();
      assertThat(MarkdownText.of("(" + word + "@")).isNotEmpty();
    }
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

  /** In each dialect, the structure is ours and the rest is what was said. */
  private static void holds(Document document) throws IOException {
    Layout layout = new Layout(0, ZoneOffset.UTC, false);
    String markdown = RendererTest.render(Format.MARKDOWN, layout, document);
    Body body = new MessageText(document, layout).body(document.conversation().messages().get(0));
    String said = blanksAlike(String.join("\n", body.lines()));
    for (Parser parser : List.of(COMMON_MARK, TRACKER)) {
      Node page = parser.parse(markdown);
      List<String> blocks = new ArrayList<>();
      List<Node> quotes = new ArrayList<>();
      for (Node block = page.getFirstChild(); block != null; block = block.getNext()) {
        blocks.add(block.getClass().getSimpleName());
        if (block instanceof BlockQuote) {
          quotes.add(block);
        }
      }
      assertThat(blocks)
          .as(markdown)
          .containsExactly(
              "Heading",
              "BulletList",
              "Heading",
              "Paragraph",
              "BlockQuote",
              "Paragraph",
              "Paragraph",
              "BlockQuote",
              "Paragraph",
              "Paragraph");
      check(page, markdown);
      assertThat(blanksAlike(text(quotes.get(0)))).as(markdown).isEqualTo(said);
    }
  }

  private static String blanksAlike(String text) {
    return text.replace('\u00a0', ' ').replaceAll(" *\n+", "\n").strip();
  }

  private static void check(Node parent, String markdown) {
    StringBuilder bare = new StringBuilder();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Text text) {
        bare.append(text.getLiteral());
        continue;
      }
      bare.append(' ');
      if (node instanceof Link link) {
        assertThat(text(link)).as(markdown).isEqualTo(link.getDestination()).startsWith("http");
        assertThat(link.getTitle()).isNull();
        continue;
      }
      boolean ours =
          node instanceof Code
              || node instanceof HardLineBreak
              || node instanceof Paragraph
              || node instanceof Heading
              || node instanceof BulletList
              || node instanceof ListItem
              || node instanceof BlockQuote
              || node instanceof StrongEmphasis && node.getPrevious() == null;
      assertThat(ours).as(node + " in\n" + markdown).isTrue();
      check(node, markdown);
    }
    assertThat(TRACKED.matcher(bare).results().map(found -> found.group())).as(markdown).isEmpty();
  }

  private static String text(Node parent) {
    StringBuilder text = new StringBuilder();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Text one) {
        text.append(one.getLiteral());
      } else if (node instanceof Code code) {
        text.append(code.getLiteral());
      } else if (node instanceof HardLineBreak) {
        text.append('\n');
      } else {
        text.append(text(node)).append(node instanceof Paragraph ? "\n" : "");
      }
    }
    return text.toString();
  }
}

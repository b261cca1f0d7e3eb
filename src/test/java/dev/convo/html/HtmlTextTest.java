package dev.convo.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTextTest {
  @Test
  void paragraphsArePartedByAnEmptyLine() {
    assertThat(HtmlText.of("<p>One\n  two</p><p>three<br>four</p>"))
        .isEqualTo("One two\n\nthree\nfour");
  }

  @Test
  void divisionsAreLines() {
    assertThat(
            HtmlText.of("<div>one</div><div><br></div><div>two <b>bold</b>, <i>slanted</i></div>"))
        .isEqualTo("one\n\ntwo bold, slanted");
  }

  @Test
  void headScriptsAndStylesAreNotRead() {
    String mail =
        """
        <html><head><title>t</title><style>p{color:red}</style></head>
        <body><script>alert(1)</script><!-- no --><p>Read me</p><noscript>no</noscript></body></html>
        """;

    assertThat(HtmlText.of(mail)).isEqualTo("Read me");
  }

  @Test
  void listsAreMarkedAndNested() {
    String mail =
        """
        Before
        <ul><li>one</li><li>two<ol><li>first</li><li>second<br>line</li></ol></li><li>three</li></ul>
        after
        """;

    assertThat(HtmlText.of(mail))
        .isEqualTo(
            """
            Before

            - one
            - two
              1. first
              2. second
                line
            - three

            after\
            """);
  }

  @Test
  void aLinkIsFollowedByItsTargetWhereThatSaysSomethingElse() {
    assertThat(HtmlText.of("See <a href='https://example.com/a?b=1&amp;c=2'>here</a>."))
        .isEqualTo("See here (https://example.com/a?b=1&c=2).");
    assertThat(HtmlText.of("<li><a href='https://example.com/'>Example.com</a>"))
        .isEqualTo("- Example.com");
    assertThat(HtmlText.of("<a href='mailto:ada@example.com'>ada@example.com</a>"))
        .isEqualTo("ada@example.com");
    assertThat(HtmlText.of("<a href='https://evil.example'>https://bank.example</a>"))
        .isEqualTo("https://bank.example (https://evil.example)");
    assertThat(HtmlText.of("<a href='#top'>up</a> <a>no</a> <a href='javascript:x()'>js</a>"))
        .isEqualTo("up no js");
    assertThat(HtmlText.of("<a href='https://example.com/x'><img src='x.png'></a>"))
        .isEqualTo("https://example.com/x");
  }

  @Test
  void picturesAreTheirWords() {
    assertThat(HtmlText.of("<img src='a.png' alt='Our  logo'> <img src='pixel.gif'>"))
        .isEqualTo("[Our logo]");
  }

  @Test
  void quotesAreMarkedOnEveryLine() {
    assertThat(
            HtmlText.of(
                "Yes.<blockquote>Is it?<br>Really<blockquote>deeper</blockquote></blockquote>No."))
        .isEqualTo("Yes.\n\n> Is it?\n> Really\n\n> > deeper\n\nNo.");
  }

  @Test
  void tablesAreReadRowByRow() {
    String mail =
        """
        <table><thead><tr><th>Item</th><th><p>Price</p></th></tr></thead>
        <tr><td>Tea</td><td><div>3 EUR</div></td></tr><tr><td></td><td>4 EUR</td></tr></table>
        """;

    assertThat(HtmlText.of(mail)).isEqualTo("Item | Price\nTea | 3 EUR\n4 EUR");
  }

  @Test
  void tablesThatLayOutAPageAreBlocks() {
    String mail =
        """
        <table><tr><td>left</td><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>
        """;

    assertThat(HtmlText.of(mail)).isEqualTo("left\n\na | b");
  }

  @Test
  void preformattedTextStaysAsItIs() {
    assertThat(HtmlText.of("<pre>if (a)\n    b;\n\n  c</pre><p>d   e</p>"))
        .isEqualTo("if (a)\n    b;\n\n  c\n\nd e");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "<", "<>", "<p>", "</p></div>", "<frameset>", "<!--", "<table>"})
  void brokenHtmlIsNoError(String html) {
    assertThat(HtmlText.of(html)).isIn("", "<", "<>");
  }

  @Test
  void whatABrowserShowsNothingForIsLeftOut() {
    assertThat(
            HtmlText.of(
                "<p>Your in&shy;voice"
                    + "&#847;&zwnj;&nbsp;&#8199;&#65279;&#173; ".repeat(100)
                    + "is&#8203; here</p><p>👨&zwj;👩&zwj;👧 <img alt='a&shy;b'></p>"))
        .isEqualTo("Your invoice is here\n\n👨‍👩‍👧 [ab]");
  }

  @Test
  void depthIsNoError() {
    int deep = 20_000;

    assertThat(HtmlText.of("<div><ul><li><table><tr><td>".repeat(deep) + "x")).contains("x");
  }

  @Test
  void quotesWithoutEndAreSixteenDeep() {
    assertThat(HtmlText.of("<blockquote>".repeat(300) + "x")).isEqualTo("> ".repeat(16) + "x");
  }
}

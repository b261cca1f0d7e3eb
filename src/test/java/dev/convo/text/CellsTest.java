package dev.convo.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {
  @ParameterizedTest(name = "{0} takes {1}")
  @CsvSource({
    "'',0",
    "plain,5",
    "é,1",
    "e\u0301,1",
    "漢字,4",
    "ｆｕｌｌ,8",
    "ﾊﾝ,2",
    "한글,4",
    "\u1112\u1161\u11AB,2",
    "שלום,4",
    "مرحبا,5",
    "क्षि,3",
    "ตำ,2",
    "👍,2",
    "👍🏽,4",
    "👨‍👩‍👧,6",
    "🏳️‍🌈,4",
    "🇩🇪🇫🇷,8",
    "🇩,2",
    "1️⃣,2",
    "❤,1",
    "❤️,2",
    "a🏽,3",
    "a\u200Db,2",
    "a\u200Bb,2",
    "\u0301,0",
    "\u1100\u1100\u1100,6",
    "\u1112\uD7B0,3",
    "e\u1DCB,2",
    "か\u3099,2",
    "한\u302E,4",
    "䷀,2",
  })
  void widthIsWhatTheWidestOfTerminalsShows(String text, int cells) {
    assertThat(Cells.width(text)).isEqualTo(cells);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "👨‍👩‍👧",
        "🇩🇪",
        "👍🏽",
        "1️⃣",
        "e\u0301\u0302",
        "\u1112\u1161\u11AB",
        "क्षि",
        "한"
      })
  void aCharacterOfSeveralCodePointsIsOneCluster(String character) {
    Clusters clusters = new Clusters("a" + character + "b", 0);
    List<String> parts = new ArrayList<>();
    while (clusters.next()) {
      parts.add(("a" + character + "b").substring(clusters.start(), clusters.end()));
    }

    assertThat(parts).containsExactly("a", character, "b");
  }

  @Test
  void cutEndsWithAnEllipsisAndNeverInsideACharacter() {
    assertThat(Cells.cut("plain", 5)).isEqualTo("plain");
    assertThat(Cells.cut("plainer", 5)).isEqualTo("plai…");
    assertThat(Cells.cut("漢字漢", 5)).isEqualTo("漢字…");
    assertThat(Cells.cut("漢字漢", 4)).isEqualTo("漢…");
    assertThat(Cells.cut("e\u0301e\u0301e\u0301", 2)).isEqualTo("e\u0301…");
    assertThat(Cells.cut("x👨‍👩‍👧y", 3)).isEqualTo("x…");
    assertThat(Cells.cut("as long as you like", 0)).isEqualTo("as long as you like");
  }

  @Test
  void padFillsUpToTheWidthAskedFor() {
    assertThat(Cells.pad("漢", 4)).isEqualTo("漢  ");
    assertThat(Cells.pad("longer", 4)).isEqualTo("longer");
  }

  @Test
  void wrapBreaksAtBlanks() {
    assertThat(Cells.wrap("one two three four", 9)).containsExactly("one two", "three", "four");
  }

  @Test
  void wrapKeepsTheBlanksAtTheBeginningAndBetweenWords() {
    assertThat(Cells.wrap("  if (a)   b; else c;", 13)).containsExactly("  if (a)   b;", "else c;");
  }

  @Test
  void wrapChopsAWordThatIsLongerThanALine() {
    assertThat(Cells.wrap("see example.com/a/b/and/more now", 10))
        .containsExactly("see", "example.co", "m/a/b/and/", "more now");
  }

  @Test
  void wrapNeverBreaksAnAddress() {
    assertThat(Cells.wrap("see https://example.com/a/b now", 10))
        .containsExactly("see", "https://example.com/a/b", "now");
    assertThat(Cells.wrap("see (https://example.com/a/b).", 10))
        .containsExactly("see", "(https://example.com/a/b).");
    assertThat(Cells.wrap("[order 12](https://example.com/a/b) names", 10))
        .containsExactly("[order", "12](", "https://example.com/a/b)", "names");
    assertThat(Cells.wrap("a_longer_word=https://example.com/a/b;another_word", 10))
        .containsExactly("a_longer_w", "ord=", "https://example.com/a/b;another_word");
    assertThat(Cells.wrap("https://example.com/a\u2500\u2500\u2500\u2500 10", 10))
        .containsExactly("https://example.com/a", "\u2500\u2500\u2500\u2500 10");
    assertThat(Cells.wrap("javascript://example.com/a", 10))
        .containsExactly("javascript", "://example", ".com/a");
  }

  @Test
  void wrapBreaksBetweenWideCharactersButNotBeforeAFullStop() {
    assertThat(Cells.wrap("漢字かな混じり。", 14)).containsExactly("漢字かな混じ", "り。");
    assertThat(Cells.wrap("abc漢字", 5)).containsExactly("abc漢", "字");
    assertThat(Cells.wrap("ab👋🏽👋🏽", 6)).containsExactly("ab👋🏽", "👋🏽");
    assertThat(Cells.wrap("कक्षक कक", 6)).containsExactly("कक्षक", "कक");
  }

  @Test
  void wrapNeverBreaksInsideACharacter() {
    assertThat(Cells.wrap("👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", 13))
        .containsExactly("👨‍👩‍👧👨‍👩‍👧", "👨‍👩‍👧");
    assertThat(Cells.wrap("e\u0301e\u0301e\u0301", 2)).containsExactly("e\u0301e\u0301", "e\u0301");
  }

  @Test
  void wrapWithoutAWidthLeavesTheLine() {
    assertThat(Cells.wrap("one two three", 0)).containsExactly("one two three");
  }

  @Test
  void aLineOfBlanksIsAnEmptyLine() {
    assertThat(Cells.wrap(" ".repeat(9), 4)).containsExactly("");
  }

  @Test
  void aCharacterThatIsWiderThanALineIsBroken() {
    assertThat(Cells.wrap("👨‍👩‍👧", 4)).containsExactly("👨‍👩‍", "👧");
  }

  @Test
  void aHostileCharacterWithoutEndIsBrokenAtTheWidthOfALine() {
    assertThat(Cells.wrap("क्".repeat(9), 6)).containsExactly("क्".repeat(6), "क्".repeat(3));
    assertThat(Cells.wrap("a" + "\u0903".repeat(9), 6))
        .containsExactly("a" + "\u0903".repeat(5), "\u0903".repeat(4));
    assertThat(Cells.wrap("\u1100".repeat(9), 40)).containsExactly("\u1100".repeat(9));
    assertThat(Cells.wrap("\u1100".repeat(38), 40))
        .containsExactly("\u1100".repeat(18), "\u1100".repeat(20));
  }

  @Test
  void whatIsNotWrappedShowsItsLongRunsOfBlanks() {
    assertThat(Cells.wrap("Hi" + " ".repeat(16) + "you", 0))
        .containsExactly("Hi" + " ".repeat(16) + "you");
    assertThat(Cells.wrap("Hi" + " ".repeat(74) + "you", 0)).containsExactly("Hi<74 blanks>you");
    assertThat(Cells.wrap(" ".repeat(17), 0)).containsExactly("<17 blanks>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\t", "\u00A0", "\u1680", "\u2000", "\u2007", "\u200A", "\u202F", "\u205F"})
  void everyKindOfBlankCounts(String blank) {
    String kinds = (blank + " \u3000\u2800").repeat(5);

    assertThat(Cells.wrap("a" + kinds + "b" + blank.repeat(16) + "c", 0))
        .containsExactly("a<20 blanks>b" + blank.repeat(16) + "c");
  }
}

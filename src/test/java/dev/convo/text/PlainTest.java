package dev.convo.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTest {
  @ParameterizedTest
  @CsvSource({
    "0,^@",
    "7,^G",
    "8,^H",
    "1B,^[",
    "1F,^_",
    "7F,^?",
    "80,<U+0080>",
    "85,<U+0085>",
    "9B,<U+009B>",
    "61C,<U+061C>",
    "200E,<U+200E>",
    "200F,<U+200F>",
    "2028,<U+2028>",
    "2029,<U+2029>",
    "202A,<U+202A>",
    "202E,<U+202E>",
    "2066,<U+2066>",
    "2069,<U+2069>",
    "D800,<U+D800>",
    "DFFF,<U+DFFF>",
    "FDD0,<U+FDD0>",
    "FFF9,<U+FFF9>",
    "FFFA,<U+FFFA>",
    "FFFB,<U+FFFB>",
    "FFFE,<U+FFFE>",
    "1FFFF,<U+1FFFF>",
    "E0001,<U+E0001>",
    "E0041,<U+E0041>",
    "E007F,<U+E007F>",
    "10FFFF,<U+10FFFF>",
  })
  void whatCouldDriveATerminalBecomesVisible(String hex, String visible) {
    String hostile = "a" + Character.toString(Integer.parseInt(hex, 16)) + "b";

    assertThat(Plain.text(hostile)).isEqualTo("a" + visible + "b");
    assertThat(Plain.line(hostile)).isEqualTo("a" + visible + "b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "שלום",
        "مرحبا",
        "نمی\u200Cخواهم",
        "👨‍👩‍👧",
        "❤️",
        "1️⃣",
        "👋🏽",
        "🇩🇪",
        "नमस्ते",
        "e\u0301",
        "漢字",
        "\uFFFD"
      })
  void whatPeopleWriteStays(String text) {
    assertThat(Plain.text(text)).isSameAs(text);
    assertThat(Plain.line(text)).isSameAs(text);
  }

  /** The price of letting no tag through, which can hide whole sentences: three flags. */
  @Test
  void aFlagMadeOfTagsShowsItsTags() {
    assertThat(
            Plain.line(
                "🏴\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f"))
        .isEqualTo("🏴<U+E0067><U+E0062><U+E0065><U+E006E><U+E0067><U+E007F>");
  }

  @Test
  void everyKindOfLineEndIsANewline() {
    assertThat(Plain.text("a\r\nb\rc\nd\r\r\n")).isEqualTo("a\nb\nc\nd\n\n");
    assertThat(Plain.text("a\tb")).isEqualTo("a\tb");
  }

  @Test
  void aLineStaysOneLine() {
    assertThat(Plain.line("a\r\nb\rc\nd\te")).isEqualTo("a b c d e");
  }

  @Test
  void surrogatesInTheWrongOrderAreBothShown() {
    assertThat(Plain.text("\uDC4D\uD83D")).isEqualTo("<U+DC4D><U+D83D>");
  }
}

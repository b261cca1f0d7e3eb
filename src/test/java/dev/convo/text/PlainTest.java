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
        "\uFFFD",
        "🏳️‍🌈",
        "👩🏽‍❤️‍💋‍👨🏿",
        "☎\uFE0E",
        "ශ්\u200Dරී",
        "ខ្មែរ\u200Bអក្សរ",
        "ᠪᠢᠴᠢᠭ\u180Eᠠ",
        "Việt Nam",
        "и\u0306"
      })
  void whatPeopleWriteStays(String text) {
    assertThat(Plain.text(text)).isSameAs(text);
    assertThat(Plain.line(text)).isSameAs(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AD", "34F", "115F", "1160", "17B4", "180B", "180E", "180F", "200B", "200C", "200D", "2060",
        "2065", "206A", "206F", "3164", "FE00", "FE0E", "FE0F", "FEFF", "FFA0", "FFF0", "1BCA0",
        "1D173", "1D17A", "E0100", "E01EF", "E0FFF"
      })
  void whatNobodySeesBecomesVisible(String hex) {
    String invisible = Character.toString(Integer.parseInt(hex, 16));
    String code = "<U+" + "0".repeat(Math.max(0, 4 - hex.length())) + hex;

    assertThat(Plain.text("a" + invisible + "b")).isEqualTo("a" + code + ">b");
    assertThat(Plain.line(invisible.repeat(1000))).isEqualTo(code + " x1000>");
  }

  @ParameterizedTest
  @CsvSource({
    "1\uFE0F,1<U+FE0F>",
    "👍\u200D,👍<U+200D>",
    "👍\u200Da,👍<U+200D>a",
    "a\u200D👍,a<U+200D>👍",
    "❤\uFE0F\uFE0F,❤\uFE0F<U+FE0F>",
    "ن\u200C\u200C,ن\u200C<U+200C>",
    "葛\uDB40\uDD00,葛<U+E0100>",
    "ខ\u200B,ខ<U+200B>",
  })
  void aJoinerOrSelectorOutOfItsPlaceBecomesVisible(String text, String shown) {
    assertThat(Plain.text(text)).isEqualTo(shown);
  }

  @Test
  void aLetterHasAtMost32Marks() {
    String most = "e" + "\u0301".repeat(32);

    assertThat(Plain.text(most + "e\u0301")).isEqualTo(most + "e\u0301");
    assertThat(Plain.text(most + "\u0301x")).isEqualTo(most + "<1 more mark>x");
    assertThat(Plain.line(most + "\u0489".repeat(68))).isEqualTo(most + "<68 more marks>");
    assertThat(Plain.line("ن" + "\u064E".repeat(32) + "\u200C" + "\u064E".repeat(2)))
        .isEqualTo("ن" + "\u064E".repeat(32) + "\u200C<2 more marks>");
  }

  /** The price of letting no tag through, as tags can hide whole sentences: three flags. */
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

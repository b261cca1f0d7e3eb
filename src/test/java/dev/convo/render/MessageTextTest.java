package dev.convo.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.html.Markup;
import dev.convo.model.Attachment;
import dev.convo.model.Attributes;
import dev.convo.model.Document;
import dev.convo.model.Glossary;
import dev.convo.model.Message;
import dev.convo.model.Role;
import dev.convo.model.Shown;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTextTest {
  private static final MessageText TEXT =
      new MessageText(Samples.everything(), new Layout(0, ZoneOffset.UTC, false));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Hello</p>",
        " \n<DIV class='x'>Hello</div>",
        "<!DOCTYPE html><title>x</title>",
        "<b>x</b> and more"
      })
  void aTextThatBeginsWithAKnownTagAndHoldsItsEndIsHtml(String text) {
    assertThat(Markup.read(text, false)).doesNotContain("<");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a < b and b > c",
        "<",
        "<p",
        "<p>open",
        "</p>",
        "<3 you</3>",
        "<name>x</name>",
        "see <b>x</b>",
        "<a@example.com> wrote</a>",
        "<pre-release>x</pre>"
      })
  void anyOtherTextIsNot(String text) {
    assertThat(TEXT.body(message(text, false)).lines())
        .containsExactly(text.isEmpty() ? "(no text)" : text);
  }

  @Test
  void whatHtmlHidesIsMadeHarmlessToo() {
    assertThat(TEXT.body(message("a&#27;[2J&#x202e;b&#13;c", true)).lines())
        .containsExactly("a^[[2J<U+202E>b c");
  }

  @Test
  void tabsTakeFourCellsAndTheLastEmptyLinesGo() {
    assertThat(TEXT.body(message("a\tb\r\n\r\n  c \n\n", false)).lines())
        .containsExactly("a    b", "", "  c");
  }

  @Test
  void anAttachmentIsALineOfWhatIsKnown() {
    Message message =
        Samples.message("1", null, Role.CUSTOMER, null)
            .attach(
                new Attachment(
                    "1", "image", "a\nb.png", "https://x.example/a", 1500L, Attributes.NONE))
            .attach(new Attachment("2", "file", null, null, 5L, Attributes.NONE))
            .attach(new Attachment(null, null, null, null, null, Attributes.NONE))
            .build();

    assertThat(TEXT.body(message).lines())
        .containsExactly(
            "[image, 1.5 kB] a b.png https://x.example/a", "[file, 5 B]", "[attachment]");
  }

  @Test
  void whatTheProviderListsForPeopleIsBelow() {
    Message message =
        Samples.message("1", null, Role.AGENT, null)
            .attach(
                new Attachment(
                    null,
                    "audio",
                    "a.ogg",
                    null,
                    null,
                    Samples.attributes("transcript", Samples.text("Hello,\nit is \u001bme"))))
            .attributes(
                Samples.attributes(
                    "delivery", Samples.attributes("error", Samples.text("no such number"))))
            .build();

    assertThat(TEXT.body(message).lines())
        .containsExactly(
            "[audio] a.ogg", "transcript: Hello,", "  it is ^[me", "failure: no such number");
    assertThat(TEXT.body(message, 14, "", "").lines())
        .containsExactly(
            "[audio] a.ogg",
            "transcript:",
            "  Hello,",
            "  it is ^[me",
            "failure: no",
            "  such number");
  }

  @ParameterizedTest
  @CsvSource({"call,(call)", "text,(no text)", "' ',(no text)", "a\u001bb,(a^[b)"})
  void aMessageWithoutTextSaysWhatItIs(String contentType, String words) {
    Message message = Samples.message("1", null, Role.AGENT, null).contentType(contentType).build();

    assertThat(TEXT.body(message).lines()).containsExactly(words);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0 B",
    "999,999 B",
    "1000,1.0 kB",
    "9999,9.9 kB",
    "10000,10 kB",
    "999999,999 kB",
    "1234567,1.2 MB",
    "5000000000,5.0 GB",
    "9223372036854775807,9223372 TB",
  })
  void sizesAreShort(long bytes, String words) {
    assertThat(Wording.size(bytes)).isEqualTo(words);
  }

  private static Message message(String text, boolean html) {
    Samples.Draft draft = Samples.message("1", null, Role.CUSTOMER, null);
    return html ? draft.html(text).build() : draft.text(text).build();
  }

  private static List<String> lines(String text, int columns) {
    List<String> lines = new ArrayList<>();
    TextLines.add(text, columns, lines);
    return lines;
  }

  @Test
  void aTextIsSplitAtItsLineEndsBeforeItIsWrapped() {
    assertThat(lines("one two\nthree", 5)).isEqualTo(List.of("one", "two", "three"));
  }

  @Test
  void whatDoesNotFitGoesOnBelowTheWordsItBelongsTo() {
    assertThat(lines("  one two\n- one two\n 1. one two\n> one two", 8))
        .containsExactly(
            "  one", "  two", "- one", "  two", " 1. one", "    two", "> one", "  two");
    assertThat(lines("-one two\n       one two\n--- one two", 8))
        .containsExactly("-one two", "    one", "    two", "--- one", "two");
  }

  @Test
  void detailsAreOneRowBesideWhatTakesLines() {
    Message message =
        Samples.message("1", null, Role.AGENT, null)
            .text("Hello")
            .contentType("form")
            .attributes(
                Samples.attributes(
                    "status", Samples.text("approved"), "offered", Samples.text("one\ntwo")))
            .build();
    Shown offered = Shown.ofMessage("offered", "offered").in(Shown.Place.DETAILS);
    Shown status = Shown.ofMessage("status", "status").in(Shown.Place.DETAILS);
    Document document =
        new Document(
            Samples.nothing().conversation(),
            Samples.nothing().meta(),
            Glossary.of(offered, status));
    Wanted details = new Wanted(true, List.of(), Highlight.NONE);
    MessageText text =
        new MessageText(document, new Layout(0, ZoneOffset.UTC, false, false, details));

    Body body = text.body(message);

    assertThat(body.lines())
        .containsExactly("Hello", "id: 1 · type: form · status: approved", "offered: one", "  two");
    assertThat(body.tone(0)).isEqualTo(Tone.PLAIN);
    assertThat(body.tone(1)).isEqualTo(Tone.SYSTEM);
  }
}

package dev.convo.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convo.failure.Failure;
import dev.convo.model.Attachment;
import dev.convo.model.Attributes;
import dev.convo.model.Extras;
import dev.convo.model.Message;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrepTest {
  @Test
  void htmlIsReadAsText() {
    Message mail =
        Message.of("1").html(true).text("<p>The shade is <b>crack</b>ed &amp; dull</p>").build();

    assertThat(grep("cracked & dull").matches(mail)).isTrue();
    assertThat(grep("<b>").matches(mail)).isFalse();
  }

  @Test
  void whatPeopleSeeBesideTheTextIsSearched() {
    Message message =
        Message.of("1")
            .attachments(
                List.of(new Attachment("a", "file", "bill.pdf", null, 1L, Attributes.NONE)))
            .extras(
                Extras.with()
                    .failure("550 mailbox full")
                    .answers(List.of(new Extras.Answer("stars", "five")))
                    .mail(
                        new Extras.Mail(
                            "Parcel 77", List.of(), List.of(), List.of(), List.of(), null))
                    .build())
            .build();

    for (String seen : List.of("bill", "mailbox", "stars", "five", "Parcel")) {
      assertThat(grep(seen).matches(message)).as(seen).isTrue();
    }
    assertThat(grep("else").matches(message)).isFalse();
  }

  @Test
  void eitherOfTwoExpressionsWillDo() {
    Grep either = new Grep(List.of("crack", "REFUND"), true);

    assertThat(either.matches(Message.of("1").text("a refund").build())).isTrue();
    assertThat(either.spans("Refund the crack")).containsExactly(0, 6, 11, 16);
  }

  /** A text without anything special is searched as a text; in brackets it is an expression. */
  @ParameterizedTest
  @ValueSource(strings = {"a", "ab", "ba b", "bb-a", "é", "😕", "\ud83d", " ", ""})
  void aPlainTextIsFoundWhereTheSameExpressionIs(String plain) {
    Random random = new Random(12);
    List<String> parts = List.of("a", "b", " ", "-", "é", "😕", "\ud83d", "\n");
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder();
      random.ints(12, 0, parts.size()).forEach(part -> text.append(parts.get(part)));
      Message message = Message.of("1").text(text.toString()).build();

      assertThat(grep(plain).matches(message))
          .as(text.toString())
          .isEqualTo(grep("(" + plain + ")").matches(message));
    }
  }

  /** The same expression keeps java.util.regex busy for longer than anybody waits. */
  @Test
  void noTextAndNoExpressionMakeItSlow() {
    Message message = Message.of("1").text("a".repeat(50_000) + "!").build();

    boolean found =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> grep("(a+)+$").matches(message));

    assertThat(found).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "a(b~missing closing )",
        "ab[c~missing closing ] at character 3, [c",
        "ab)c~unexpected ) at character 3",
        "*a~missing argument to repetition operator at character 1, *",
        "a(?=b)~invalid or unsupported Perl syntax at character 2, (?=",
      })
  void aWrongExpressionNamesThePlace(String expression, String why) {
    assertThatThrownBy(() -> grep(expression))
        .isInstanceOf(Failure.class)
        .hasMessage("--grep: '" + expression + "' is not a valid regular expression: " + why);
  }

  private static Grep grep(String expression) {
    return new Grep(List.of(expression), false);
  }
}

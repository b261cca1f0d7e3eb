package dev.convo.provider.chatwoot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.http.Request;
import dev.convo.model.Message;
import dev.convo.model.Note;
import dev.convo.provider.CallsFixture;
import dev.convo.provider.Found;
import dev.convo.provider.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class HistoryTest {
  private static final Note STOPPED =
      Note.reason(
          "paging_stopped",
          "Chatwoot, asked for older messages, sent others; some messages may be missing");

  private final List<String> asked = new ArrayList<>();

  @Test
  void pagesAreFollowedBackToTheEmptyOne() {
    Found found =
        read(
            before ->
                switch (before) {
                  case "" -> page(5, 6);
                  case "5" -> page(3, 4);
                  case "3" -> page(2);
                  default -> page();
                });

    assertThat(ids(found)).containsExactly("2", "3", "4", "5", "6");
    assertThat(asked).containsExactly("", "5", "3", "2");
    assertThat(found.completeness().complete()).isTrue();
    assertThat(found.completeness().notes()).isEmpty();
  }

  @Test
  void pageWhoseFirstMessageIsNotTheLeastIsReadAgainRatherThanSkipped() {
    // Three rows of one second: a page is ordered by time and cut by id.
    Found found =
        read(
            before ->
                switch (before) {
                  case "" -> page(8, 5, 9);
                  case "8" -> page(5, 7);
                  case "5" -> page(4);
                  default -> page();
                });

    assertThat(ids(found)).containsExactly("4", "5", "7", "8", "9");
    assertThat(found.completeness().complete()).isTrue();
  }

  @Test
  void pageWithNothingNewIsNotTheBeginning() {
    Found found =
        read(
            before ->
                switch (before) {
                  case "" -> page(9, 5, 8);
                  case "9" -> page(5, 8);
                  case "5" -> page(1);
                  default -> page();
                });

    assertThat(ids(found)).containsExactly("1", "5", "8", "9");
    assertThat(found.completeness().complete()).isTrue();
  }

  @Test
  void serverThatRepeatsItsNewestPageIsNotBelieved() {
    Found found = read(before -> page(5, 6));

    assertThat(ids(found)).containsExactly("5", "6");
    assertThat(asked).containsExactly("", "5");
    assertThat(found.completeness().complete()).isFalse();
    assertThat(found.completeness().notes()).containsExactly(STOPPED);
    assertThat(found.missing()).isNotNull();
  }

  @Test
  void serverThatAnswersWithNewerMessagesIsNotFollowed() {
    Found found = read(before -> before.isEmpty() ? page(5, 6) : page(7, 8));

    assertThat(ids(found)).containsExactly("5", "6", "7", "8");
    assertThat(asked).containsExactly("", "5");
    assertThat(found.completeness().complete()).isFalse();
    assertThat(found.completeness().notes()).containsExactly(STOPPED);
  }

  @Test
  void serverThatNeverEndsIsLeft() {
    Found found = read(before -> page(before.isEmpty() ? 1_000_000 : Integer.parseInt(before) - 1));

    assertThat(asked).hasSize(20_000);
    assertThat(found.completeness().complete()).isFalse();
    assertThat(found.completeness().notes())
        .containsExactly(
            Note.reason(
                "paging_stopped",
                "there was always one more page of messages, after 20000; some messages may be"
                    + " missing"));
  }

  @Test
  void messagesWithoutNumberEndTheRunAndKeepTheirPlace() {
    Found found =
        read(
            before ->
                before.isEmpty()
                    ? payload("{'id':7},{'content':'a'},{'id':'x'},{'id':9}")
                    : payload("{'content':'b'}"));

    assertThat(found.conversation().messages())
        .extracting(message -> message.id() + " " + message.text())
        .containsExactly("null b", "7 null", "null a", "x null", "9 null");
    assertThat(found.completeness().complete()).isFalse();
  }

  @Test
  void idsBeyondTwoToTheSixtyThreeAreFollowed() {
    Found found =
        read(
            before ->
                switch (before) {
                  case "" -> payload("{'id':99999999999999999999}");
                  case "99999999999999999999" -> payload("{'id':'9007199254740993'}");
                  default -> page();
                });

    assertThat(ids(found)).containsExactly("9007199254740993", "99999999999999999999");
    assertThat(asked).containsExactly("", "99999999999999999999", "9007199254740993");
  }

  @Test
  void pageWithoutListOfMessagesIsMissing() {
    for (String body :
        List.of("{}", "{\"payload\":null}", "{\"payload\":\"x\"}", "{\"payload\":{}}", "[]")) {
      Found found = read(before -> body);

      assertThat(found.completeness().complete()).as(body).isFalse();
      assertThat(found.missing()).as(body).isNotNull();
    }
  }

  @Test
  void oddElementsOfAPageAreKept() {
    Found found = read(before -> before.isEmpty() ? payload("null,'odd',{'id':7},[8]") : page());

    assertThat(ids(found)).containsExactly("7");
    assertThat(found.conversation().attributes())
        .hasToString(
            "{messages_pages="
                + "Items[values=[{payload=Items[values=[Text[text=odd], "
                + "Items[values=[Numeral[digits=8]]]]]}]]}");
  }

  @Test
  void pageThatListsSomethingElseIsNotClaimedComplete() {
    Note odd =
        Note.reason(
            "messages_odd",
            "not all that Chatwoot lists as messages are such; see messages in the attributes");

    Found some =
        read(before -> before.isEmpty() ? payload("'odd',{'id':7,'private':false}") : page());
    Found none = read(before -> before.isEmpty() ? page(7) : payload("'odd'"));

    assertThat(some.completeness().complete()).isNull();
    assertThat(some.completeness().notes()).containsExactly(odd);
    assertThat(none.completeness().complete()).isFalse();
    assertThat(none.missing()).isNotNull();
  }

  private Found read(Function<String, String> pages) {
    return new Chatwoot()
        .conversation(
            ChatwootTest.asking(Query.Messages.ALL),
            CallsFixture.over(request -> CallsFixture.reply(answer(request, pages))));
  }

  private String answer(Request request, Function<String, String> pages) {
    if (request.purpose().equals("conversation 42")) {
      return "{\"id\":42}";
    }
    String before = request.query().getOrDefault("before", "");
    asked.add(before);
    return pages.apply(before);
  }

  private static List<String> ids(Found found) {
    return found.conversation().messages().stream()
        .map(Message::id)
        .map(String::valueOf)
        .collect(Collectors.toList());
  }

  private static String page(Integer... ids) {
    return payload(
        Stream.of(ids)
            .map(id -> "{'id':" + id + ",'private':false}")
            .collect(Collectors.joining(",")));
  }

  private static String payload(String elements) {
    return ("{'payload':[" + elements + "]}").replace('\'', '"');
  }
}

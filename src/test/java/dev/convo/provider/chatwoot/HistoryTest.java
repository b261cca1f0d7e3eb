package dev.convo.provider.chatwoot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Request;
import dev.convo.model.Message;
import dev.convo.model.Note;
import dev.convo.provider.CallsFixture;
import dev.convo.provider.Provider.Found;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class HistoryTest {
  private static final String ALL = "after=0&before=9223372036854775807";
  private static final Note PAGED =
      Note.reason(
          "paged_back",
          "Chatwoot's list of all messages lacks some of those it sent; they were read page"
              + " by page, and some may be missing");

  private final List<String> asked = new ArrayList<>();

  @Test
  void pageOfFewerThanTwentyIsAll() {
    Found found = read(asked -> page(2, 3, 1));

    assertThat(ids(found)).containsExactly("1", "2", "3");
    assertThat(asked).containsExactly("");
    assertThat(found.completeness().complete()).isTrue();
    assertThat(found.completeness().notes()).isEmpty();
  }

  @Test
  void pageOfTwentyIsAllWhereTheServerKnowsRanges() {
    Found found = read(asked -> asked.startsWith("after=20&") ? page(20) : page(numbers(1, 20)));

    assertThat(ids(found)).hasSize(20);
    assertThat(asked).containsExactly("", ALL, "after=20&before=9223372036854775807");
    assertThat(found.completeness().complete()).isTrue();
  }

  @Test
  void serverThatKnowsNoRangesIsPagedBackAndNotCalledComplete() {
    Found found =
        read(
            asked ->
                switch (asked) {
                  case "before=11" -> page(numbers(3, 10));
                  case "before=3" -> page(1, 2);
                  case "before=1" -> page();
                  default -> page(numbers(11, 30));
                });

    assertThat(ids(found)).hasSize(30);
    assertThat(asked)
        .containsExactly(
            "", ALL, "after=30&before=9223372036854775807", "before=11", "before=3", "before=1");
    assertThat(found.completeness().complete()).isNull();
    assertThat(found.completeness().notes()).containsExactly(PAGED);
    assertThat(found.missing()).isNull();
  }

  @Test
  void serverThatRepeatsItsNewestPageIsNotCalledComplete() {
    Found found = read(asked -> page(numbers(11, 30)));

    assertThat(ids(found)).hasSize(20);
    assertThat(asked).hasSize(4);
    assertThat(found.completeness().complete()).isNull();
    assertThat(found.completeness().notes()).containsExactly(PAGED);
  }

  @Test
  void rangeThatIsRefusedIsPagedBack() {
    Found found =
        read(
            asked -> {
              if (asked.equals(ALL)) {
                throw new Failure(Kind.PROVIDER_ERROR, "the messages: 500", null);
              }
              return asked.isEmpty() ? page(numbers(11, 30)) : page(numbers(1, 10));
            });

    assertThat(ids(found)).hasSize(30);
    assertThat(found.completeness().complete()).isNull();
    assertThat(found.missing()).isNull();
    assertThat(found.completeness().notes())
        .containsExactly(
            Note.reason(
                "paged_back",
                "the messages: 500; they were read page by page, and some may be missing"));
  }

  @Test
  void partThatFailsLeavesTheOthers() {
    Failure failure = new Failure(Kind.PROVIDER_ERROR, "the messages: 500", null);

    Found found =
        read(
            asked -> {
              if (asked.startsWith("after=0&before=5")) {
                throw failure;
              }
              return switch (asked) {
                case "" -> page(numbers(1181, 1200));
                case ALL -> page(numbers(1, 1000));
                default -> page(numbers(501, 1200));
              };
            });

    assertThat(ids(found)).hasSize(1200);
    assertThat(asked)
        .containsExactly("", ALL, "after=0&before=501", "after=501&before=" + Long.MAX_VALUE);
    assertThat(found.completeness().complete()).isFalse();
    assertThat(found.missing()).isSameAs(failure);
  }

  @Test
  void serverWhosePagesNeverEndIsLeft() {
    Found found =
        read(
            asked ->
                asked.startsWith("before=")
                    ? page(Integer.parseInt(asked.substring(7)) - 1)
                    : page(numbers(1_000_001, 1_000_020)));

    assertThat(asked).hasSize(20_002);
    assertThat(found.completeness().complete()).isFalse();
    assertThat(found.missing()).hasMessage("there was still another page of messages after 20000");
  }

  @Test
  void serverWhoseRangesNeverEndIsLeft() {
    Found found =
        read(
            asked -> {
              if (asked.isEmpty()) {
                return page(numbers(1, 20));
              }
              String[] range = asked.replaceAll("[a-z=]", "").split("&", -1);
              String last = new BigInteger(range[1]).subtract(BigInteger.ONE).toString();
              return payload("{'id':" + range[0] + "},{'id':" + last + "}" + ",0".repeat(998));
            });

    assertThat(found.completeness().complete()).isFalse();
    assertThat(found.missing())
        .hasMessage("there were still more messages after 2000 ranges of ids");
  }

  @Test
  void messagesWithoutNumberKeepTheirPlace() {
    Found found =
        read(asked -> payload("{'content':'b'},{'id':7},{'content':'a'},{'id':'x'},{'id':9}"));

    assertThat(found.conversation().messages())
        .extracting(message -> message.id() + " " + message.text())
        .containsExactly("null b", "7 null", "null a", "x null", "9 null");
    assertThat(found.completeness().complete()).isTrue();
  }

  @Test
  void messagesWithoutNumberAreShownOnceAndNotCalledComplete() {
    Found found =
        read(
            asked ->
                payload(
                    "{'content':'a','private':false}"
                        + ",{'content':'b','private':false}".repeat(19)));

    assertThat(ids(found)).hasSize(20);
    assertThat(found.completeness().complete()).isNull();
    assertThat(found.completeness().notes()).containsExactly(PAGED);
  }

  @Test
  void pageWithoutListOfMessagesIsMissing() {
    for (String body :
        List.of("{}", "{\"payload\":null}", "{\"payload\":\"x\"}", "{\"payload\":{}}", "[]")) {
      Found found = read(asked -> body);

      assertThat(found.completeness().complete()).as(body).isFalse();
      assertThat(found.missing()).as(body).isNotNull();
    }
  }

  @Test
  void oddElementsOfAPageAreKept() {
    Found found = read(asked -> payload("null,'odd',{'id':7},[8]"));

    assertThat(ids(found)).containsExactly("7");
    assertThat(found.conversation().attributes())
        .hasToString(
            "{messages_pages=Items[values=[{payload=Items[values=[NONE, Text[text=odd], "
                + "Items[values=[Numeral[digits=8]]]]]}]]}");
  }

  @Test
  void pageThatListsSomethingElseIsNotClaimedComplete() {
    for (String list :
        List.of("'odd',{'id':7,'private':false}", "null,{'id':7,'private':false}", "null")) {
      Found found = read(asked -> payload(list));

      assertThat(found.completeness().complete()).as(list).isNull();
      assertThat(found.completeness().notes())
          .as(list)
          .extracting(Note::code)
          .containsExactly("messages_odd");
    }
  }

  private Found read(Function<String, String> pages) {
    return new Chatwoot()
        .conversation(
            ChatwootTest.asking(true),
            CallsFixture.over(request -> CallsFixture.reply(answer(request, pages))));
  }

  private String answer(Request request, Function<String, String> pages) {
    if (request.purpose().equals("conversation 42")) {
      return "{\"id\":42}";
    }
    String query =
        request.query().entrySet().stream()
            .map(value -> value.getKey() + "=" + value.getValue())
            .collect(Collectors.joining("&"));
    asked.add(query);
    return pages.apply(query);
  }

  private static Integer[] numbers(int first, int last) {
    return IntStream.rangeClosed(first, last).boxed().toArray(Integer[]::new);
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
            .map(id -> "{'id':" + id + ",'created_at':" + id + ",'private':false}")
            .collect(Collectors.joining(",")));
  }

  private static String payload(String elements) {
    return ("{'payload':[" + elements + "]}").replace('\'', '"');
  }
}

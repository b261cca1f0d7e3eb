package dev.convo.provider.salescaptain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.http.Request;
import dev.convo.model.Completeness;
import dev.convo.model.Message;
import dev.convo.model.Note;
import dev.convo.provider.CallsFixture;
import dev.convo.provider.Provider.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ListingTest {
  private final List<Integer> asked = new ArrayList<>();

  @Test
  void pagesAreReadUpToTheirCount() {
    Found found = read(page -> page(page, 250, 3));

    assertThat(found.conversation().messages()).extracting(Message::id).isEqualTo(ids(250));
    assertThat(asked).containsExactly(1, 2, 3);
    assertThat(found.completeness()).isEqualTo(new Completeness(true, 250L, List.of()));
  }

  @Test
  void noMessagesAtAllAreComplete() {
    Found found = read(page -> page(page, 0, 0));

    assertThat(asked).containsExactly(1);
    assertThat(found.completeness()).isEqualTo(new Completeness(true, 0L, List.of()));
  }

  @Test
  void countThatChangesMeanwhileIsNotClaimedComplete() {
    Found found = read(page -> page(page, page == 1 ? 150 : 151, 2));

    assertThat(found.conversation().messages()).hasSize(151);
    assertThat(found.completeness())
        .isEqualTo(
            new Completeness(
                false,
                151L,
                List.of(
                    Note.reason(
                        "total_changed",
                        "the number of messages changed during the fetch; run it again to get them"
                            + " all"))));
  }

  @Test
  void fewerMessagesThanCountedAreNotComplete() {
    Found found = read(page -> page == 1 ? page(1, 150, 2) : body("", "150", "2"));

    assertThat(found.completeness())
        .isEqualTo(
            new Completeness(
                false,
                150L,
                List.of(
                    Note.reason(
                        "total_differs", "SalesCaptain counts 150 messages and sent 100"))));
  }

  @Test
  void withoutCountsPagesAreReadUntilOneIsEmpty() {
    Found found =
        read(
            page ->
                page < 3 ? body(elements(page, 200), "null", "'many'") : body("", "null", "null"));

    assertThat(found.conversation().messages()).hasSize(200);
    assertThat(asked).containsExactly(1, 2, 3);
    assertThat(found.completeness())
        .isEqualTo(
            new Completeness(
                null,
                null,
                List.of(
                    Note.reason(
                        "total_unknown", "SalesCaptain did not say how many messages there are"))));
  }

  @Test
  void serverThatRepeatsItsFirstPageIsNotBelieved() {
    Found found = read(page -> page(1, 300, 3));

    assertThat(asked).containsExactly(1, 2);
    assertThat(found.conversation().messages()).hasSize(100);
    assertThat(found.completeness())
        .isEqualTo(
            new Completeness(
                false,
                300L,
                List.of(
                    Note.reason(
                        "paging_stopped",
                        "SalesCaptain sent the same page of messages again;"
                            + " some messages may be missing"))));
  }

  @Test
  void serverThatNeverEndsIsLeft() {
    Found found = read(page -> body("{'message_id':" + page + "}", "1e99", "99999999999"));

    assertThat(asked).hasSize(20_000);
    assertThat(found.completeness().complete()).isFalse();
  }

  @Test
  void differentMessagesOfOneIdAreBothKept() {
    Found found =
        read(
            page ->
                body(
                    "{'message_id':'a','message':'x'},{'message_id':'a','message':'y'},"
                        + "{'message_id':'a','message':'y'}",
                    "2",
                    "1"));

    assertThat(found.conversation().messages()).extracting(Message::text).containsExactly("x", "y");
    assertThat(found.completeness().complete()).isTrue();
  }

  private Found read(IntFunction<String> pages) {
    return new SalesCaptain()
        .conversation(
            SalesCaptainTest.asking(
                "0f8fad5b-d9cb-069f-0165-70867728950e", Map.of("company_id", "f6a7"), true),
            CallsFixture.over(request -> CallsFixture.reply(answer(request, pages))));
  }

  private String answer(Request request, IntFunction<String> pages) {
    String page = request.query().get("page_number");
    if (page == null) {
      return SalesCaptainTest.conversation();
    }
    asked.add(Integer.parseInt(page));
    return pages.apply(Integer.parseInt(page));
  }

  private static String page(int page, int count, int pages) {
    return body(elements(page, count), String.valueOf(count), String.valueOf(pages));
  }

  /** The hundred messages of a page, or as many as are left of all. */
  private static String elements(int page, int count) {
    return IntStream.rangeClosed((page - 1) * 100 + 1, Math.min(page * 100, count))
        .mapToObj(id -> "{'message_id':'" + id + "'}")
        .collect(Collectors.joining(","));
  }

  private static String body(String elements, String count, String pages) {
    return ("{'messages':{'data':["
            + elements
            + "],'pagination':{'total_count':"
            + count
            + ",'total_pages':"
            + pages
            + "}}}")
        .replace('\'', '"');
  }

  private static List<String> ids(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(String::valueOf).toList();
  }
}

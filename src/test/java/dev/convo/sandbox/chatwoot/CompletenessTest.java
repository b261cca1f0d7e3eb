package dev.convo.sandbox.chatwoot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.http.Calls;
import dev.convo.http.Request;
import dev.convo.model.Message;
import dev.convo.provider.CallsFixture;
import dev.convo.provider.Provider.Found;
import dev.convo.provider.Query;
import dev.convo.provider.chatwoot.Chatwoot;
import dev.convo.sandbox.chatwoot.Finder.Row;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Chatwoot orders messages by time and cuts them by id: what is called complete is complete. */
class CompletenessTest {
  private static final List<Integer> SIZES =
      List.of(0, 1, 19, 20, 21, 40, 80, 100, 150, 300, 999, 1000, 1001, 1400, 2400);

  private final List<Row> rows = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private int requests;

  @Test
  void backdatedMessagesAreFound() {
    LongStream.concat(LongStream.rangeClosed(1, 80), LongStream.of(91))
        .forEach(id -> rows.add(Row.of(id, 1000 + id, false)));
    LongStream.rangeClosed(81, 90).forEach(id -> rows.add(Row.of(id, id, false)));

    Found found = read(Finder.RELEASED, new Random(0));

    assertThat(ids(found)).isEqualTo(ids(rows));
    assertThat(found.completeness().complete()).isTrue();
    assertThat(asked).containsExactly("", "after=0&before=9223372036854775807");
  }

  @Test
  void messagesOfOneSecondAreFound() {
    LongStream.rangeClosed(1, 80)
        .forEach(id -> rows.add(Row.of(id, id > 30 && id <= 60 ? 30 : id, false)));

    for (Finder finder : List.of(Finder.RELEASED, Finder.ANY_ORDER_IN_A_SECOND)) {
      Found found = read(finder, new Random(7));

      assertThat(ids(found)).isEqualTo(ids(rows));
      assertThat(found.completeness().complete()).isTrue();
    }
  }

  @Test
  void messagesImportedInReverseAreFound() {
    LongStream.rangeClosed(1, 60).forEach(id -> rows.add(Row.of(id, 100 - id, false)));

    Found found = read(Finder.RELEASED, new Random(0));

    assertThat(ids(found)).isEqualTo(ids(rows));
    assertThat(found.completeness().complete()).isTrue();
  }

  @Test
  void serverThatCutsByTimeIsNotCalledBroken() {
    for (long id = 1; id <= 100; id++) {
      rows.add(Row.of(id, id > 90 ? id - 60 : id, false));
    }

    Found found = read(Finder.CUTS_BY_TIME, new Random(0));

    assertThat(ids(found)).isEqualTo(ids(rows));
    assertThat(found.missing()).isNull();
    assertThat(found.completeness().complete()).isTrue();
  }

  @Test
  void thousandMessagesCostThreeRequestsAndOneMoreSix() {
    LongStream.rangeClosed(1, 1000).forEach(id -> rows.add(Row.of(7 * id, id, false)));
    Found thousand = read(Finder.RELEASED, new Random(0));

    assertThat(ids(thousand)).hasSize(1000);
    assertThat(thousand.completeness().complete()).isTrue();
    assertThat(requests).isEqualTo(3);

    rows.add(Row.of(9000, 1001, false));
    Found more = read(Finder.RELEASED, new Random(0));

    assertThat(ids(more)).hasSize(1001);
    assertThat(more.completeness().complete()).isTrue();
    assertThat(asked)
        .containsExactly(
            "",
            "after=0&before=9223372036854775807",
            "after=0&before=3504",
            "after=3504&before=9223372036854775807");
  }

  @Test
  void nothingIsCalledCompleteThatIsNot() {
    for (int seed = 0; seed < 40; seed++) {
      for (Finder finder : Finder.values()) {
        Random random = new Random(seed);
        rows.clear();
        rows.addAll(generated(random));
        if (finder == Finder.WITHOUT_AFTER || finder == Finder.WITHOUT_RANGES) {
          // Page by page: more would take long and show nothing else.
          rows.subList(Math.min(100, rows.size()), rows.size()).clear();
        }
        String what = seed + " " + finder + ", " + rows.size() + " messages";

        Found found = read(finder, random);

        if (Boolean.TRUE.equals(found.completeness().complete())) {
          assertThat(ids(found)).as(what).isEqualTo(ids(rows));
        } else {
          assertThat(found.completeness().complete()).as(what).isNull();
          assertThat(found.completeness().notes()).as(what).isNotEmpty();
        }
        assertThat(found.missing()).as(what).isNull();
        if (finder == Finder.RELEASED || finder == Finder.ANY_ORDER_IN_A_SECOND) {
          assertThat(found.completeness().complete()).as(what).isTrue();
          assertThat(requests).as(what).isLessThanOrEqualTo(mostRequests());
        }
      }
    }
  }

  @Test
  void messagesThatArriveMeanwhileHideNone() {
    for (int seed = 0; seed < 20; seed++) {
      for (Finder finder : Finder.values()) {
        Random random = new Random(seed);
        rows.clear();
        rows.addAll(generated(random));
        if (finder == Finder.WITHOUT_AFTER || finder == Finder.WITHOUT_RANGES) {
          // Page by page: more would take long and show nothing else.
          rows.subList(Math.min(100, rows.size()), rows.size()).clear();
        }
        Set<String> before = ids(rows);
        Found found =
            new Chatwoot()
                .conversation(
                    query(),
                    CallsFixture.over(
                        request -> {
                          String answer = answer(request, finder, random);
                          arrive(random.nextInt(3));
                          return CallsFixture.reply(answer);
                        }));

        if (Boolean.TRUE.equals(found.completeness().complete())) {
          assertThat(ids(found)).as(seed + " " + finder).containsAll(before);
        }
      }
    }
  }

  private void arrive(int count) {
    for (int i = 0; i < count; i++) {
      long id = rows.stream().mapToLong(Row::id).max().orElse(0) + 1;
      long at = rows.stream().mapToLong(Row::at).max().orElse(0) + 1;
      rows.add(Row.of(id, at, false));
    }
  }

  private int mostRequests() {
    int size = rows.size();
    return size < 20 ? 2 : size == 20 ? 4 : size < 1000 ? 3 : 6 + 6 * size / 1000;
  }

  /** Messages with ids that lie close, apart or in heaps, backdated, imported, interleaved. */
  private static List<Row> generated(Random random) {
    int size = SIZES.get(random.nextInt(SIZES.size()));
    long id = random.nextBoolean() ? 0 : random.nextInt(100_000_000);
    int gap = List.of(1, 3, 50, 10_000).get(random.nextInt(4));
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      id += random.nextInt(300) == 0 ? 1L + random.nextInt(50_000_000) : 1 + random.nextInt(gap);
      ids.add(id);
    }
    List<Long> times = times(random, size);
    return IntStream.range(0, size)
        .filter(i -> random.nextInt(40) > 0)
        .mapToObj(i -> Row.of(ids.get(i), times.get(i), random.nextInt(20) == 0))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** The times of messages in the order of their ids, in seconds. */
  private static List<Long> times(Random random, int size) {
    int seconds = 1 + random.nextInt(3) * random.nextInt(200);
    List<Long> times =
        IntStream.range(0, size)
            .mapToObj(i -> 1_700_000_000L + (long) i * seconds / 20)
            .collect(Collectors.toCollection(ArrayList::new));
    int from = size == 0 ? 0 : random.nextInt(size);
    List<Long> part = times.subList(from, from + (size == 0 ? 0 : random.nextInt(size - from)));
    switch (random.nextInt(7)) {
      case 0 -> Collections.reverse(times);
      case 1 -> Collections.shuffle(times, random);
      case 2 -> Collections.reverse(part);
      case 3 -> Collections.shuffle(part, random);
      case 4 -> part.replaceAll(time -> time - 1_000_000);
      case 5 -> part.replaceAll(time -> 1_700_000_000L);
      default -> {}
    }
    return times;
  }

  private Found read(Finder finder, Random random) {
    asked.clear();
    Calls calls = CallsFixture.over(request -> CallsFixture.reply(answer(request, finder, random)));
    Found found = new Chatwoot().conversation(query(), calls);
    requests = calls.tally().requests();
    return found;
  }

  private String answer(Request request, Finder finder, Random random) {
    if (request.purpose().equals("conversation 42")) {
      return "{\"id\":42}";
    }
    asked.add(
        request.query().entrySet().stream()
            .map(value -> value.getKey() + "=" + value.getValue())
            .collect(Collectors.joining("&")));
    return finder.page(rows, request.query(), random).stream()
        .collect(Collectors.joining(",", "{\"meta\":{},\"payload\":[", "]}"));
  }

  private static Query query() {
    return new Query("42", URI.create("https://host.test"), Map.of("account_id", "3"), true);
  }

  private static Set<String> ids(Found found) {
    return found.conversation().messages().stream()
        .map(Message::id)
        .map(String::valueOf)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Set<String> ids(List<Row> rows) {
    return rows.stream().map(row -> String.valueOf(row.id())).collect(Collectors.toSet());
  }
}

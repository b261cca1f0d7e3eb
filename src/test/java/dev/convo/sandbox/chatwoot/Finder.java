package dev.convo.sandbox.chatwoot;

import dev.convo.sandbox.Call;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;

/** How a server picks the messages of one answer: Chatwoot's own ways, old and new. */
enum Finder {
  /** Orders by time and cuts by id: 4.4.0, and the sandbox. */
  RELEASED {
    @Override
    List<String> page(List<Row> all, Map<String, String> query, Random random) {
      List<String> json = all.stream().map(Row::json).toList();
      return MessageFinder.page(json, new Call("GET", "", query, Map.of()));
    }
  },
  /** The same; a database need not answer twice with the same order of messages of one second. */
  ANY_ORDER_IN_A_SECOND {
    @Override
    List<String> page(List<Row> all, Map<String, String> query, Random random) {
      List<Row> shuffled = new ArrayList<>(all);
      Collections.shuffle(shuffled, random);
      return RELEASED.page(shuffled, query, random);
    }
  },
  /** Cuts at the time and id of the message that a bound names, by id where it names none. */
  CUTS_BY_TIME {
    @Override
    List<String> page(List<Row> all, Map<String, String> query, Random random) {
      List<Row> sorted = sorted(all);
      String after = query.get("after");
      String before = query.get("before");
      Predicate<Row> old = before == null ? row -> true : isBefore(before, sorted);
      Predicate<Row> young = after == null ? row -> true : isBefore(after, sorted).negate();
      List<String> found = sorted.stream().filter(old.and(young)).map(Row::json).toList();
      return after == null ? last(found, 20) : first(found, before == null ? 100 : 1000);
    }
  },
  /** Knows {@code before} only: servers older than 2.12. */
  WITHOUT_AFTER {
    @Override
    List<String> page(List<Row> all, Map<String, String> query, Random random) {
      Map<String, String> known = new TreeMap<>(query);
      known.remove("after");
      return RELEASED.page(all, known, random);
    }
  },
  /** Knows no range: {@code after} wins over {@code before}. */
  WITHOUT_RANGES {
    @Override
    List<String> page(List<Row> all, Map<String, String> query, Random random) {
      Map<String, String> known = new TreeMap<>(query);
      if (known.containsKey("after")) {
        known.remove("before");
      }
      return RELEASED.page(all, known, random);
    }
  };

  /** A message, as far as it matters where it is found. */
  record Row(long id, long at, String json) {
    static Row of(long id, long at, boolean deleted) {
      String json =
          "{\"id\":"
              + id
              + ",\"content\":\"text\",\"created_at\":"
              + at
              + ",\"private\":false"
              + (deleted ? ",\"content_attributes\":{\"deleted\":true}}" : "}");
      return new Row(id, at, json);
    }
  }

  /** What is answered, oldest first. */
  abstract List<String> page(List<Row> all, Map<String, String> query, Random random);

  /** Whether a message is older than the one that a bound names. */
  private static Predicate<Row> isBefore(String bound, List<Row> all) {
    BigInteger id = new BigInteger(bound);
    return all.stream()
        .filter(named -> BigInteger.valueOf(named.id()).equals(id))
        .findFirst()
        .<Predicate<Row>>map(named -> row -> ORDER.compare(row, named) < 0)
        .orElse(row -> BigInteger.valueOf(row.id()).compareTo(id) < 0);
  }

  private static final Comparator<Row> ORDER =
      Comparator.comparingLong(Row::at).thenComparingLong(Row::id);

  private static List<Row> sorted(List<Row> all) {
    return all.stream().sorted(ORDER).toList();
  }

  private static List<String> first(List<String> rows, int size) {
    return rows.subList(0, Math.min(size, rows.size()));
  }

  private static List<String> last(List<String> rows, int size) {
    return rows.subList(Math.max(0, rows.size() - size), rows.size());
  }
}

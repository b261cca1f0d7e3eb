package dev.convo.sandbox.chatwoot;

import dev.convo.sandbox.Call;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which messages one answer holds, as {@code message_finder.rb} decides it. The size of a page
 * cannot be asked for. Messages are ordered by time and cut by id.
 */
final class MessageFinder {
  private static final int NEWEST = 20;
  private static final int AFTER = 100;
  private static final int BETWEEN = 1000;
  private static final Pattern NUMBER = Pattern.compile("\\s*([+-]?[0-9]+)");
  private static final Pattern TIME =
      Pattern.compile("\"created_at\":\"?([0-9]{1,20}(\\.[0-9]{1,20})?)");

  private MessageFinder() {}

  /**
   * One page, oldest first. Of messages of the same time, the one that comes first is the older.
   *
   * @param all all messages as JSON, each beginning with its id
   */
  static List<String> page(List<String> all, Call call) {
    List<Row> rows = all.stream().map(Row::of).sorted(Comparator.comparing(Row::at)).toList();
    Optional<BigInteger> before = call.parameter("before").map(MessageFinder::number);
    Optional<BigInteger> after = call.parameter("after").map(MessageFinder::number);
    List<String> found =
        rows.stream()
            .filter(row -> before.isEmpty() || row.id().compareTo(before.get()) < 0)
            .filter(
                row ->
                    after.isEmpty()
                        || row.id().compareTo(after.get()) >= (before.isPresent() ? 0 : 1))
            .map(Row::message)
            .toList();
    if (after.isEmpty()) {
      return found.subList(Math.max(0, found.size() - NEWEST), found.size());
    }
    return found.subList(0, Math.min(found.size(), before.isPresent() ? BETWEEN : AFTER));
  }

  private record Row(BigInteger id, BigDecimal at, String message) {
    static Row of(String message) {
      Matcher time = TIME.matcher(message);
      return new Row(
          number(message.substring("{\"id\":".length())),
          time.find() ? new BigDecimal(time.group(1)) : BigDecimal.ZERO,
          message);
    }
  }

  /** The number that a text begins with, of any size, as Ruby reads one; none is 0. */
  private static BigInteger number(String text) {
    Matcher number = NUMBER.matcher(text);
    return number.lookingAt() ? new BigInteger(number.group(1)) : BigInteger.ZERO;
  }
}

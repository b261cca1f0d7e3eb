package dev.convo.sandbox.chatwoot;

import dev.convo.sandbox.Asked;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/**
 * Which messages one answer holds, as {@code message_finder.rb} decides it. The size of a page
 * cannot be asked for. Messages are ordered by time and cut by id.
 */
final class MessageFinder {
  private static final int NEWEST = 20;
  private static final int AFTER = 100;
  private static final int BETWEEN = 1000;

  private MessageFinder() {}

  /**
   * One page, oldest first.
   *
   * @param all all messages as JSON, oldest first, each beginning with its id
   */
  static List<String> page(List<String> all, Asked asked) {
    List<String> shown =
        asked.parameter("filter_internal_messages").isPresent()
            ? all.stream().filter(MessageFinder::open).toList()
            : all;
    Optional<Long> before = asked.parameter("before").map(MessageFinder::number);
    Optional<Long> after = asked.parameter("after").map(MessageFinder::number);
    if (before.isPresent() && after.isPresent()) {
      return oldest(BETWEEN, shown, id -> id >= after.get() && id < before.get());
    }
    if (after.isPresent()) {
      return oldest(AFTER, shown, id -> id > after.get());
    }
    return newest(shown, id -> before.isEmpty() || id < before.get());
  }

  private static List<String> oldest(int size, List<String> all, LongPredicate wanted) {
    return matching(all, wanted).limit(size).toList();
  }

  private static List<String> newest(List<String> all, LongPredicate wanted) {
    List<String> matching = matching(all, wanted).toList();
    return matching.subList(Math.max(0, matching.size() - NEWEST), matching.size());
  }

  private static Stream<String> matching(List<String> all, LongPredicate wanted) {
    return all.stream().filter(message -> wanted.test(id(message)));
  }

  /** Neither a note nor an activity line. Within a JSON text the quotes would be escaped. */
  private static boolean open(String message) {
    return !message.contains("\"private\":true") && !message.contains("\"message_type\":2,");
  }

  private static long id(String message) {
    return number(message.substring("{\"id\":".length()));
  }

  /** The digits that a text begins with, as Ruby reads a number; none is 0. */
  private static long number(String text) {
    int end = 0;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end == 0 ? 0 : Long.parseLong(text.substring(0, end));
  }
}

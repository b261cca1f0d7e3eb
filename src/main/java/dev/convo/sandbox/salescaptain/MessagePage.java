package dev.convo.sandbox.salescaptain;

import dev.convo.sandbox.Answer;
import dev.convo.sandbox.Call;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** One page of 10 to 100 messages; by default the newest 10, newest first. */
final class MessagePage {
  private static final int SMALLEST = 10;
  private static final int LARGEST = 100;

  private MessagePage() {}

  /**
   * The requested page.
   *
   * @param ascending all messages as JSON, oldest first
   */
  static Answer answer(List<String> ascending, Call call) {
    if (call.parameter("page_number").isEmpty()) {
      return SalesCaptainSandbox.failure(400, "Required parameters missing: page_number");
    }
    int number = call.parameter("page_number").flatMap(MessagePage::whole).orElse(0);
    int size = call.parameter("items_per_page").map(MessagePage::size).orElse(SMALLEST);
    String direction = call.parameter("sort_dir").orElse("desc");
    if (number < 1) {
      return invalid("page_number");
    }
    if (size < SMALLEST || size > LARGEST) {
      return invalid("items_per_page");
    }
    if (!call.parameter("sort_by").orElse("created_at").equals("created_at")) {
      return invalid("sort_by");
    }
    return switch (direction) {
      case "asc" -> page(ascending, number, size);
      case "desc" -> page(reversed(ascending), number, size);
      default -> invalid("sort_dir");
    };
  }

  private static Answer invalid(String parameter) {
    return SalesCaptainSandbox.failure(400, "Invalid value for parameter: " + parameter);
  }

  private static int size(String text) {
    return whole(text).orElse(0);
  }

  private static Optional<Integer> whole(String text) {
    return text.matches("[0-9]{1,8}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private static List<String> reversed(List<String> list) {
    List<String> copy = new ArrayList<>(list);
    Collections.reverse(copy);
    return copy;
  }

  private static Answer page(List<String> all, int number, int size) {
    int from = (int) Math.min((long) (number - 1) * size, all.size());
    int to = Math.min(from + size, all.size());
    return Answer.json(
        200,
        """
        {"message":"Messages fetched successfully!","messages":{"data":[%s],"pagination":\
        {"page_number":%s,"items_per_page":%s,"total_count":%s,"total_pages":%s}}}\
        """
            .formatted(
                String.join(",", all.subList(from, to)),
                number,
                size,
                all.size(),
                (all.size() + size - 1) / size));
  }
}

package dev.convo.select;

import dev.convo.model.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message of a conversation, as people cite it.
 *
 * @param number its number; 0 where it is cited by id
 * @param id the platform's id; null where it is cited by number
 */
public record Place(int number, @Nullable String id) {
  private static final String BY_ID = "id:";

  /** {@code 12}, {@code #12}, {@code id:90863}; a word that is not a number is an id. */
  public static Place of(String typed) {
    if (typed.matches("#?[0-9]{1,9}")) {
      return new Place(Integer.parseInt(typed.replace("#", "")), null);
    }
    return new Place(0, typed.startsWith(BY_ID) ? typed.substring(BY_ID.length()) : typed);
  }

  /** What to write instead of {@code 3-5}, which is not a place; empty for anything else. */
  String range() {
    if (id == null || !id.matches("[0-9]{1,9}-[0-9]{1,9}")) {
      return "";
    }
    String[] ends = id.split("-", -1);
    int after = Integer.parseInt(ends[0]) - 1;
    return "; for a range: --after " + after + " --before " + (Integer.parseInt(ends[1]) + 1);
  }

  /** Its index among these messages, or -1. */
  int in(List<Message> messages) {
    for (int i = 0; i < messages.size(); i++) {
      Message message = messages.get(i);
      if (id == null ? message.number() == number : id.equals(message.id())) {
        return i;
      }
    }
    return -1;
  }
}

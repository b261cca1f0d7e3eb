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

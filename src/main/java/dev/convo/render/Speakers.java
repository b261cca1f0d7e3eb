package dev.convo.render;

import dev.convo.model.Conversation;
import dev.convo.model.Message;
import dev.convo.model.Participant;
import dev.convo.model.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What those who take part are called: by name; who has none, by an id that is short and looks like
 * a name; who has only a long one or digits, {@code agent A}, which the legend explains.
 */
final class Speakers {
  /** A longer id is nobody's choice of a name, such as a UUID. In UTF-16 units. */
  private static final int LONG_ID = 12;

  /** Of more people than this nobody remembers the letters, and the legend would be the page. */
  private static final int MOST_LETTERS = 12;

  private final Map<String, String> letters = new LinkedHashMap<>();
  private final Map<Role, Integer> lettered = new HashMap<>();

  /** Names as the platform sent them, to harmless ones; few people write many messages. */
  private final Map<String, String> names = new HashMap<>();

  /** Nobody. */
  Speakers() {}

  /** Those of a conversation. */
  Speakers(Conversation conversation) {
    letter(conversation.customer(), Role.CUSTOMER);
    letter(conversation.assignee(), Role.AGENT);
    for (Message message : conversation.messages()) {
      letter(message.author(), message.role());
    }
  }

  private void letter(@Nullable Participant person, Role role) {
    if (person == null || person.id() == null || !name(person).isEmpty()) {
      return;
    }
    String id = Wording.present(person.id());
    boolean telling = id.length() <= LONG_ID && id.chars().anyMatch(Character::isLetter);
    if (!telling && !id.isEmpty() && letters.size() < MOST_LETTERS && !letters.containsKey(id)) {
      letters.put(id, another(role));
    }
  }

  /** A name nobody else has, such as {@code agent A}. */
  private String another(Role role) {
    int count = lettered.merge(role, 1, Integer::sum);
    return Wording.small(role) + " " + (char) ('A' + count - 1);
  }

  /** The author's name, or what stands for it; the role of nobody. One harmless line. */
  String of(Message message) {
    String name = of(message.author());
    return name.isEmpty() ? Wording.small(message.role()) : name;
  }

  /** {@code Ada Lovelace, customer}; the role once where it stands for the name. */
  String withRole(Message message) {
    String name = of(message);
    String role = Wording.small(message.role());
    return name.equals(role) || name.startsWith(role + " ") ? name : name + ", " + role;
  }

  /** A person's name, or what stands for it; empty where nothing is known. */
  String of(@Nullable Participant person) {
    if (person == null) {
      return "";
    }
    String name = name(person);
    if (!name.isEmpty() || person.id() == null) {
      return name;
    }
    String id = Wording.present(person.id());
    return letters.getOrDefault(id, id);
  }

  /** Whether a message's author has a name, and not a word or an id that stands for it. */
  boolean isNamed(Message message) {
    return message.author() != null && !name(message.author()).isEmpty();
  }

  private String name(Participant person) {
    return person.name() == null
        ? ""
        : names.computeIfAbsent(person.name(), name -> Wording.present(name));
  }

  /** Whether this is such a name as {@code agent A}. */
  boolean isLettered(String name) {
    return letters.containsValue(name);
  }

  /** What the letters stand for. */
  List<String> legend() {
    List<String> legend = new ArrayList<>();
    letters.forEach((id, name) -> legend.add(name + " = " + id));
    return legend;
  }
}

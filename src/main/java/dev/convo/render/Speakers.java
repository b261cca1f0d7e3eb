package dev.convo.render;

import dev.convo.model.Conversation;
import dev.convo.model.Message;
import dev.convo.model.Participant;
import dev.convo.model.Role;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the people in a conversation are called: their name, wherever in the conversation it is
 * given; else their e-mail, phone, or an id that is short and looks like a name; else {@code agent
 * A}. Header and legend explain the letters.
 */
final class Speakers {
  /** A longer id does not read as a name: it is a UUID or the like. In UTF-16 units. */
  private static final int LONG_ID = 12;

  /** More letters are hard to remember, and their legend would fill the page. */
  private static final int MOST_LETTERS = 12;

  private final @Nullable Participant customer;
  private final @Nullable Participant assignee;

  /** Names of people whose id may come without one. A contact and an agent may share an id. */
  private final Map<Role, Map<String, String>> byId = new EnumMap<>(Role.class);

  /** Names such as {@code agent A}, and the ids behind them. */
  private final Map<String, String> letters = new LinkedHashMap<>();

  private final Map<Role, Integer> lettered = new EnumMap<>(Role.class);

  /** Harmless names by the names as sent. A few people write all the messages. */
  private final Map<String, String> names = new HashMap<>();

  Speakers(Conversation conversation) {
    this.customer = conversation.customer();
    this.assignee = conversation.assignee();
    Set<String> nameAlone = new HashSet<>();
    for (Message message : conversation.messages()) {
      Participant author = message.author();
      if (author != null && !name(author).isEmpty()) {
        if (author.id() != null) {
          byId(message.role()).putIfAbsent(author.id(), name(author));
        } else if (message.role() == Role.CUSTOMER) {
          nameAlone.add(name(author));
        }
      }
    }
    if (customer != null && nameAlone.size() == 1 && byId(Role.CUSTOMER).isEmpty()) {
      // Only this person has written as the customer.
      byId(Role.CUSTOMER).put(String.valueOf(customer.id()), nameAlone.iterator().next());
    }
    learn(customer, Role.CUSTOMER);
    learn(assignee, Role.AGENT);
    for (Message message : conversation.messages()) {
      learn(message.author(), message.role());
    }
  }

  private Map<String, String> byId(Role role) {
    return byId.computeIfAbsent(role, any -> new HashMap<>());
  }

  private void learn(@Nullable Participant person, Role role) {
    if (person == null || person.id() == null || !name(person).isEmpty()) {
      return;
    }
    String id = Wording.present(person.id());
    if (!id.isEmpty() && !byId(role).containsKey(person.id())) {
      byId(role).put(person.id(), standIn(person, role, id));
    }
  }

  private String standIn(Participant person, Role role, String id) {
    List<String> known = Wording.known(person);
    if (!known.isEmpty()) {
      return known.get(0);
    }
    boolean telling = id.length() <= LONG_ID && id.chars().anyMatch(Character::isLetter);
    if (telling || letters.size() == MOST_LETTERS) {
      return id;
    }
    int count = lettered.merge(role, 1, Integer::sum);
    String name = role.word() + " " + (char) ('A' + count - 1);
    letters.put(name, id);
    return name;
  }

  /** What the author is called, harmless; the role if there is no author. */
  String of(Message message) {
    String name = of(message.author(), message.role());
    return name.isEmpty() ? message.role().word() : name;
  }

  /** {@code Ada Lovelace, customer}; the role only once if it is the name. */
  String withRole(Message message) {
    String name = of(message);
    String role = message.role().word();
    return name.equals(role) || name.startsWith(role + " ") ? name : name + ", " + role;
  }

  /** Empty if nothing is known. */
  String customer() {
    return of(customer, Role.CUSTOMER);
  }

  /** Empty if nothing is known. */
  String assignee() {
    return of(assignee, Role.AGENT);
  }

  private String of(@Nullable Participant person, Role role) {
    if (person == null) {
      return "";
    }
    String name = name(person);
    if (!name.isEmpty() || person.id() == null) {
      return name;
    }
    String known = byId(role).get(person.id());
    return known == null ? Wording.present(person.id()) : known;
  }

  /** Whether a message's author has a name or an address, rather than an id or a role. */
  boolean isNamed(Message message) {
    String name = of(message.author(), message.role());
    return !name.isEmpty()
        && !isLettered(name)
        && !name.equals(Wording.present(Objects.requireNonNull(message.author()).id()));
  }

  private String name(Participant person) {
    return person.name() == null ? "" : names.computeIfAbsent(person.name(), Wording::present);
  }

  /** Whether this is a name such as {@code agent A}. */
  boolean isLettered(String name) {
    return letters.containsKey(name);
  }

  /** {@code agent A = 9007199254740993}; any other name as it is. */
  String explained(String name) {
    String id = letters.get(name);
    return id == null ? name : name + " = " + id;
  }

  /** What the letters mean, but for customer and assignee: the header explains theirs. */
  List<String> legend() {
    List<String> legend = new ArrayList<>();
    for (String name : letters.keySet()) {
      if (!name.equals(customer()) && !name.equals(assignee())) {
        legend.add(explained(name));
      }
    }
    return legend;
  }
}

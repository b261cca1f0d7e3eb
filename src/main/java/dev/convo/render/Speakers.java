package dev.convo.render;

import dev.convo.model.Message;
import dev.convo.model.Participant;
import dev.convo.model.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Short names for those who speak: the first name where nobody else has it, else as much as tells
 * them apart. Who is known by a long id alone becomes {@code agent A}, which the legend explains.
 */
final class Speakers {
  /** A longer id is nobody's choice of a name, such as a UUID. In UTF-16 units. */
  private static final int LONG_ID = 12;

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> ids = new LinkedHashMap<>();

  /** The speakers of these messages. */
  Speakers(List<Message> messages) {
    Set<String> full = new LinkedHashSet<>();
    for (Message message : messages) {
      String name = name(message.author());
      if (!name.isEmpty()) {
        full.add(name);
      }
    }
    for (String name : full) {
      names.put(name, shortest(name, full));
    }
    Map<Role, Integer> nameless = new HashMap<>();
    for (Message message : messages) {
      Participant author = message.author();
      String id = author == null ? "" : Wording.present(author.id());
      if (author != null
          && name(author).isEmpty()
          && id.length() > LONG_ID
          && !ids.containsKey(id)) {
        int count = nameless.merge(message.role(), 1, Integer::sum);
        ids.put(id, Wording.small(message.role()) + " " + letters(count));
      }
    }
  }

  /** The name for a column: short, one harmless line. */
  String of(Message message) {
    Participant author = message.author();
    String name = name(author);
    if (!name.isEmpty()) {
      return names.getOrDefault(name, name);
    }
    String id = author == null ? "" : Wording.present(author.id());
    return id.isEmpty() ? Wording.small(message.role()) : ids.getOrDefault(id, id);
  }

  /** What the made-up names stand for. */
  List<String> legend() {
    List<String> legend = new ArrayList<>();
    ids.forEach((id, name) -> legend.add(name + ": " + id));
    return legend;
  }

  private static String name(@org.jspecify.annotations.Nullable Participant author) {
    return author == null ? "" : Wording.present(author.name());
  }

  /** As many words of the name as nobody else's name begins with. */
  private static String shortest(String name, Set<String> all) {
    for (int space = name.indexOf(' '); space > 0; space = name.indexOf(' ', space + 1)) {
      String start = name.substring(0, space);
      boolean alone =
          all.stream()
              .filter(other -> !other.equals(name))
              .noneMatch(other -> other.equals(start) || other.startsWith(start + " "));
      if (alone) {
        return start;
      }
    }
    return name;
  }

  /** A, B … Z, AA, AB … */
  private static String letters(int count) {
    StringBuilder letters = new StringBuilder();
    for (int left = count; left > 0; left = (left - 1) / 26) {
      letters.insert(0, (char) ('A' + (left - 1) % 26));
    }
    return letters.toString();
  }
}

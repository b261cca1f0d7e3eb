package dev.convo.render;

import dev.convo.model.Message;
import dev.convo.text.Cells;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names for a narrow column: the first name if it is unique, else as much as makes it so. No two
 * are alike; the legend explains those that are cut.
 */
final class ShortNames {
  /** The first words that are tried before the whole name. */
  private static final int WORDS = 3;

  /** The legend explains at most this many. */
  private static final int MOST = 12;

  private final Speakers speakers;
  private final Map<String, String> names = new HashMap<>();
  private final List<String> legend = new ArrayList<>();
  private int width;

  /** The names in these messages, in at most this many cells, 4 or more. */
  ShortNames(List<Message> messages, Speakers speakers, int most) {
    this.speakers = speakers;
    Set<String> full = new LinkedHashSet<>();
    Set<String> named = new HashSet<>();
    for (Message message : messages) {
      String name = speakers.of(message);
      if (full.add(name) && speakers.isNamed(message)) {
        named.add(name);
      }
    }
    Map<String, Integer> beginnings = new HashMap<>();
    for (String name : full) {
      beginnings(name).forEach(beginning -> beginnings.merge(beginning, 1, Integer::sum));
    }
    Map<String, Integer> alike = new HashMap<>();
    for (String name : full) {
      String brief = named.contains(name) ? brief(name, beginnings) : name;
      if (speakers.isLettered(name) && Cells.width(name) > most) {
        int letter = name.length() - 2;
        brief = Cells.cut(name.substring(0, letter), most - 2) + name.substring(letter);
      }
      String cut = Cells.cut(brief, most);
      int count = alike.merge(cut, 1, Integer::sum);
      if (count > 1) {
        String digits = String.valueOf(count);
        cut = Cells.cut(brief, Math.max(2, most - digits.length())) + digits;
      }
      if (!cut.equals(brief) && legend.size() < MOST) {
        legend.add(cut + " = " + name);
      }
      names.put(name, cut);
      width = Math.max(width, Cells.width(cut));
    }
  }

  private static String brief(String name, Map<String, Integer> beginnings) {
    return beginnings(name).stream()
        .filter(beginning -> beginnings.getOrDefault(beginning, 0) == 1)
        .findFirst()
        .orElse(name);
  }

  /** Its first word, first two words and so on, then all of it; of an address the part before @. */
  private static List<String> beginnings(String name) {
    List<String> beginnings = new ArrayList<>();
    int at = name.indexOf('@');
    if (at > 0 && name.indexOf(' ') < 0) {
      beginnings.add(name.substring(0, at));
    }
    int space = name.indexOf(' ');
    while (space > 0 && beginnings.size() < WORDS) {
      beginnings.add(name.substring(0, space));
      space = name.indexOf(' ', space + 1);
    }
    beginnings.add(name);
    return beginnings;
  }

  String of(Message message) {
    String name = speakers.of(message);
    return names.getOrDefault(name, name);
  }

  /** Cells of the widest. */
  int width() {
    return width;
  }

  /** The cut names in full. */
  List<String> legend() {
    return legend;
  }
}

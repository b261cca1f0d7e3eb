package dev.convo.redact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names and handles of the people in a conversation, and where they occur in a text. A tree of
 * letters finds the longest of them in one walk, however many there are.
 */
final class Names {
  /** How many characters may separate two words of one name: a blank, a dot, an underscore. */
  private static final int GAP = 3;

  /** Shorter parts of a name are found only in the case they were written: Al, not al. */
  private static final int SHORT = 3;

  /** Shorter last names behind an initial are too often ordinary words. */
  private static final int LAST = 4;

  /** A name of two words or more and this many letters is found even inside other words. */
  private static final int LONG = 9;

  /** Parts of names that identify nobody. */
  private static final Set<String> COMMON =
      Set.of(
          """
          agent and assistant bot care client company customer das del dela der desk dos gmbh guest
          help inc info los ltd mail miss mrs sales service support team the unknown user van von
          web zur"""
              .split("\\s"));

  private static final class Node {
    private final Map<Character, Node> next = new HashMap<>();
    private @Nullable String pseudonym;

    /** Whether a word of a name ends here and another follows. */
    private boolean parted;

    /** Whether it is found inside other words. */
    private boolean anywhere;

    /** The only way to write it; null if any will do. */
    private @Nullable String exact;
  }

  private final Node root = new Node();

  /** Whether a name begins with this ASCII letter. */
  private final boolean[] first = new boolean[0x80];

  /** The same for the names that are found even inside other words. */
  private final boolean[] inside = new boolean[0x80];

  private final Letters letters = new Letters();

  /**
   * Adds someone's name, to be found as a whole, without its blanks, and in parts.
   *
   * @param parts whether its parts are names of a person; those of "Night Support" are not
   */
  void name(String name, String pseudonym, boolean parts) {
    List<String> words = words(name);
    if (words.isEmpty()) {
      return;
    }
    Node whole = add(words, pseudonym);
    if (words.size() > 1 && String.join("", words).length() >= LONG) {
      whole.anywhere = true;
      begin(words, inside);
    }
    if (parts && words.size() > 1) {
      words.forEach(word -> part(word, name, pseudonym));
      List<List<String>> names = new ArrayList<>();
      for (String word : name.split("[\\s\\u3000・]++", -1)) {
        names.add(words(word));
        if (names.get(names.size() - 1).size() > 1) {
          add(words(word), pseudonym);
        }
      }
      names.removeIf(List::isEmpty);
      if (names.size() > 1) {
        turned(names, pseudonym);
      }
    }
  }

  /** Adds {@code Okafor, Mina} and {@code mokafor}. */
  private void turned(List<List<String>> names, String pseudonym) {
    List<String> last = names.get(names.size() - 1);
    List<String> turned = new ArrayList<>(last);
    names.subList(0, names.size() - 1).forEach(turned::addAll);
    add(turned, pseudonym);
    if (String.join("", last).length() >= LAST) {
      List<String> shortened = new ArrayList<>(last);
      shortened.add(0, names.get(0).get(0).substring(0, 1));
      add(shortened, pseudonym);
    }
  }

  private void part(String word, String name, String pseudonym) {
    boolean letter = word.codePointCount(0, word.length()) < 2 || Character.isDigit(word.charAt(0));
    if (letter || COMMON.contains(word)) {
      return;
    }
    Node node = node(List.of(word));
    if (node.pseudonym == null) {
      node.pseudonym = pseudonym;
      node.exact = word.length() < SHORT ? written(word, name) : null;
    }
  }

  /** A short word, as it is written in its name. */
  private String written(String word, String name) {
    letters.read(name);
    for (int i = 0; i < letters.count(); i++) {
      int last = i + word.length() - 1;
      if (letters.begins(i) && letters.begins(last + 1) && folded(i, last).equals(word)) {
        return name.substring(letters.from(i), letters.to(last));
      }
    }
    return word;
  }

  /** Adds a handle or an id, to be found as a whole. */
  void handle(String handle, String pseudonym) {
    add(words(handle), pseudonym);
  }

  private Node add(List<String> words, String pseudonym) {
    Node node = node(words);
    boolean lonely = words.size() == 1 && COMMON.contains(words.get(0));
    if (node != root && !lonely && (node.pseudonym == null || node.exact != null)) {
      node.pseudonym = pseudonym;
      node.exact = null;
    }
    return node;
  }

  private Node node(List<String> words) {
    Node node = root;
    for (String word : words) {
      node.parted = node != root;
      for (int i = 0; i < word.length(); i++) {
        node = node.next.computeIfAbsent(word.charAt(i), letter -> new Node());
      }
    }
    begin(words, first);
    return node;
  }

  private static void begin(List<String> words, boolean[] letters) {
    char letter = words.isEmpty() ? 0xFFFF : words.get(0).charAt(0);
    if (letter < letters.length) {
      letters[letter] = true;
    }
  }

  /** The folded words of a name; a capital inside a word does not part it. */
  private List<String> words(String name) {
    List<String> words = new ArrayList<>();
    letters.read(name);
    int start = 0;
    for (int i = 1; i <= letters.count(); i++) {
      if (i == letters.count() || letters.begins(i) && parts(i)) {
        words.add(folded(start, i - 1));
        start = i;
      }
    }
    return words;
  }

  private boolean parts(int i) {
    char before = letters.at(i - 1);
    return letters.gap(i) > 0
        || Character.isDigit(before) != Character.isDigit(letters.at(i))
        || Letters.isUnspaced(before);
  }

  private String folded(int first, int last) {
    StringBuilder out = new StringBuilder();
    for (int i = first; i <= Math.min(last, letters.count() - 1); i++) {
      out.append(letters.at(i));
    }
    return out.toString();
  }

  /** The form of a name that all ways to write it share. */
  String normal(String name) {
    List<String> words = words(name);
    return words.isEmpty() ? name : String.join(" ", words);
  }

  void find(Spans spans) {
    if (root.next.isEmpty()) {
      return;
    }
    letters.read(spans.text());
    for (int i = 0; i < letters.count(); i++) {
      char letter = letters.at(i);
      if (letter >= first.length || (letters.begins(i) ? first : inside)[letter]) {
        i = Math.max(i, longest(spans, i));
      }
    }
  }

  /**
   * Replaces the longest name that begins here, and returns the index of its last letter; -1 if
   * there is none.
   */
  private int longest(Spans spans, int start) {
    Node node = root;
    Node longest = root;
    int last = -1;
    int free = start - 1;
    boolean begins = letters.begins(start);
    for (int i = start; i < letters.count(); i++) {
      int gap = i == start ? 0 : letters.gap(i);
      boolean apart = gap > GAP || gap > 0 && !node.parted;
      Node next = apart ? null : node.next.get(letters.at(i));
      if (next == null) {
        break;
      }
      if (free == i - 1 && spans.isFree(letters.from(i), letters.to(i))) {
        free = i;
      }
      node = next;
      if (node.pseudonym != null
          && (node.anywhere || begins && letters.begins(i + 1))
          && isWritten(spans.text(), start, i, node.exact)) {
        longest = node;
        last = i;
      }
    }
    // The rest is already replaced, such as an address that begins with the last name.
    last = Math.min(last, free);
    String pseudonym = longest.pseudonym;
    if (pseudonym != null && last >= start) {
      spans.name(letters.from(start), letters.to(last), pseudonym);
    }
    return last;
  }

  private boolean isWritten(String text, int start, int last, @Nullable String exact) {
    return exact == null || text.substring(letters.from(start), letters.to(last)).equals(exact);
  }
}

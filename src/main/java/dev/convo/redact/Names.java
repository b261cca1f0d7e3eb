package dev.convo.redact;

import dev.convo.redact.Tokens.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words by which the people of a conversation are known, and where they occur in a text. One
 * walk over a text's words, whatever their number: a tree of words, the longest name counts.
 */
final class Names {
  /** Between two words of one name there may be a blank, a dot, an underscore and the like. */
  private static final int GAP = 3;

  /** Shorter parts of a name are found only as they were written: Al, and not al. */
  private static final int SHORT = 3;

  /** Parts of names that say nothing about anybody. */
  private static final Set<String> COMMON =
      Set.of(
          "agent",
          "and",
          "assistant",
          "bot",
          "care",
          "client",
          "company",
          "customer",
          "das",
          "del",
          "dela",
          "der",
          "desk",
          "dos",
          "gmbh",
          "guest",
          "help",
          "inc",
          "info",
          "los",
          "ltd",
          "mail",
          "miss",
          "mrs",
          "sales",
          "service",
          "support",
          "team",
          "the",
          "unknown",
          "user",
          "van",
          "von",
          "web",
          "zur");

  private static final class Node {
    private final Map<String, Node> next = new HashMap<>();
    private @Nullable String pseudonym;

    /** How it must be written; null for any way. */
    private @Nullable String exact;
  }

  private final Node root = new Node();

  /**
   * Someone's name: found whole, without its blanks, and in each of its parts.
   *
   * @param parts whether its parts are a person's names too; those of "Night Support" are not
   */
  void name(String name, String pseudonym, boolean parts) {
    List<Token> tokens = Tokens.of(name);
    if (tokens.isEmpty()) {
      return;
    }
    add(tokens, pseudonym);
    StringBuilder joined = new StringBuilder();
    tokens.forEach(token -> joined.append(token.folded()));
    add(Tokens.of(joined.toString()), pseudonym);
    if (parts && tokens.size() > 1) {
      tokens.forEach(token -> part(name, token, pseudonym));
      for (String word : name.split("[\\s\\u3000・]+", -1)) {
        if (word.codePointCount(0, word.length()) > 1 && Tokens.isUnspaced(word.codePointAt(0))) {
          add(Tokens.of(word), pseudonym);
        }
      }
    }
  }

  private void part(String name, Token token, String pseudonym) {
    String folded = token.folded();
    int first = folded.codePointAt(0);
    boolean letter = folded.codePointCount(0, folded.length()) < 2 || Character.isDigit(first);
    if (letter || COMMON.contains(folded)) {
      return;
    }
    Node node = root.next.computeIfAbsent(folded, word -> new Node());
    if (node.pseudonym == null) {
      node.pseudonym = pseudonym;
      node.exact = folded.length() < SHORT ? name.substring(token.from(), token.to()) : null;
    }
  }

  /** A handle or an id, found whole. */
  void handle(String handle, String pseudonym) {
    add(Tokens.of(handle), pseudonym);
  }

  private void add(List<Token> tokens, String pseudonym) {
    Node node = root;
    for (Token token : tokens) {
      node = node.next.computeIfAbsent(token.folded(), word -> new Node());
    }
    if (node != root && (node.pseudonym == null || node.exact != null)) {
      boolean lonely = tokens.size() == 1 && COMMON.contains(tokens.get(0).folded());
      node.pseudonym = lonely ? null : pseudonym;
      node.exact = null;
    }
  }

  /** Whether there is nobody to find. */
  boolean isEmpty() {
    return root.next.isEmpty();
  }

  /**
   * Replaces every name.
   *
   * @return how many
   */
  int replaceIn(Spans spans) {
    List<Token> tokens = Tokens.of(spans.text());
    int count = 0;
    for (int i = 0; i < tokens.size(); i++) {
      int last = longest(spans, tokens, i);
      String pseudonym = last < 0 ? null : pseudonym(tokens, i, last);
      if (pseudonym != null) {
        spans.part(tokens.get(i).from(), tokens.get(last).to(), pseudonym);
        count++;
        i = last;
      }
    }
    return count;
  }

  private int longest(Spans spans, List<Token> tokens, int first) {
    Node node = root;
    int last = -1;
    for (int i = first; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      node = node.next.get(token.folded());
      boolean apart = i > first && token.from() - tokens.get(i - 1).to() > GAP;
      if (node == null || apart || !spans.isFree(token.from(), token.to())) {
        break;
      }
      if (node.pseudonym != null && isWritten(spans.text(), token, node.exact)) {
        last = i;
      }
    }
    return last;
  }

  private static boolean isWritten(String text, Token token, @Nullable String exact) {
    return exact == null || text.substring(token.from(), token.to()).equals(exact);
  }

  private @Nullable String pseudonym(List<Token> tokens, int first, int last) {
    Node node = root;
    for (Token token : tokens.subList(first, last + 1)) {
      node = node == null ? null : node.next.get(token.folded());
    }
    return node == null ? null : node.pseudonym;
  }
}

package dev.convo.render;

import java.util.List;

/**
 * Something known about a conversation or a message, in harmless words.
 *
 * @param lines what is known; a line may still be too wide
 */
record Fact(String label, List<String> lines) {
  Fact {
    lines = List.copyOf(lines);
  }

  String words() {
    return String.join(" ", lines);
  }
}

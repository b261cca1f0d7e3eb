package dev.convo.render;

import java.util.List;

/** Something known, in harmless lines that may still be too wide. */
record Fact(String label, List<String> lines) {
  Fact {
    lines = List.copyOf(lines);
  }

  String words() {
    return String.join(" ", lines);
  }
}

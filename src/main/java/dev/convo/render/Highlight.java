package dev.convo.render;

/** Finds the parts of a line to highlight, such as the matches of a search. */
@FunctionalInterface
public interface Highlight {
  /** None. */
  Highlight NONE = line -> new int[0];

  /** Start and end of each part, in UTF-16 units, from left to right. */
  int[] in(String line);
}

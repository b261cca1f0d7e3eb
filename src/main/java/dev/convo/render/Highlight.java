package dev.convo.render;

/** Which parts of a line are to catch the eye, such as the matches of a search. */
@FunctionalInterface
public interface Highlight {
  /** None. */
  Highlight NONE = line -> new int[0];

  /** Start and end of each part, in UTF-16 units, one behind the other. */
  int[] in(String line);
}

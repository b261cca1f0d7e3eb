package dev.convo.render;

/**
 * The place of a conversation among those that were asked for.
 *
 * @param number in the order asked, from 1
 * @param of how many were asked for; 0 while that is unknown
 */
public record Position(int number, int of) {
  public static final Position ONLY = new Position(1, 1);

  /** Whether there are others. While that is unknown, the first counts as the only one. */
  boolean isOneOfSeveral() {
    return of > 1 || number > 1;
  }

  boolean mayHaveOthers() {
    return of != 1;
  }

  /** {@code 2 of 3 · }, or {@code 2 · }, in front of a title; empty for the only one. */
  String lead() {
    return isOneOfSeveral() ? number + (of == 0 ? "" : " of " + of) + View.DOT : "";
  }
}

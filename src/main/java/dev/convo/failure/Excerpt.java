package dev.convo.failure;

/** Cuts remote text to what an error message has room for. */
public final class Excerpt {
  private static final int LONGEST = 200;

  private Excerpt() {}

  /** The text, cut to at most 200 code points; a cut one ends with an ellipsis. */
  public static String of(String text) {
    return of(text, LONGEST);
  }

  /**
   * The same with another bound.
   *
   * @param most code points, the ellipsis included
   */
  public static String of(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }
}

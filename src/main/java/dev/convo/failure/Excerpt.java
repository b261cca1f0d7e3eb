package dev.convo.failure;

/** Cuts remote text to the size of an error message. */
public final class Excerpt {
  private static final int LONGEST = 200;

  private Excerpt() {}

  /** The text, cut to at most 200 code points, an ellipsis at the end of a cut one included. */
  public static String of(String text) {
    return of(text, LONGEST);
  }

  /** The text, cut to this many code points, including the ellipsis. */
  public static String of(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }
}

package dev.convo.html;

import java.util.Locale;
import java.util.Set;

/** Recognizes HTML where the platform does not say so. Loads jsoup only where it finds some. */
public final class Markup {
  private static final Set<String> TAGS =
      Set.of(
          ("a b blockquote body center div em font h1 h2 h3 h4 h5 h6 html i li ol p pre section span"
                  + " strong table u ul")
              .split(" "));

  private Markup() {}

  /** A message's text as people read it, not harmless yet; {@code html} if the platform says so. */
  public static String read(String text, boolean html) {
    return html || isHtml(text) ? HtmlText.of(text) : text;
  }

  /** Whether a text begins with a known tag and contains its end. */
  private static boolean isHtml(String text) {
    int from = 0;
    while (from < text.length() && text.charAt(from) <= ' ') {
      from++;
    }
    if (from == text.length() || text.charAt(from) != '<') {
      return false;
    }
    if (text.regionMatches(true, from, "<!doctype html", 0, 14)) {
      return true;
    }
    int end = from + 1;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    String tag = text.substring(from + 1, end).toLowerCase(Locale.ROOT);
    boolean tagEnds = end < text.length() && " \t\r\n>".indexOf(text.charAt(end)) >= 0;
    return tagEnds && TAGS.contains(tag) && holds(text, "</" + tag + ">", end);
  }

  private static boolean holds(String text, String word, int from) {
    for (int at = text.indexOf("</", from); at >= 0; at = text.indexOf("</", at + 1)) {
      if (text.regionMatches(true, at, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }
}

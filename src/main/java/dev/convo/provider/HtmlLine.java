package dev.convo.provider;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first line that a person would read on a page of HTML, its title as a rule. For the error
 * pages of servers and proxies, which are simple; one pass, whatever the page holds.
 */
final class HtmlLine {
  private static final Set<String> UNREAD = Set.of("script", "style");

  /** Tags that do not end a line. */
  private static final Set<String> INLINE =
      Set.of("a", "b", "code", "em", "font", "i", "small", "span", "strong", "u");

  private final String page;
  private final String lowered;
  private final StringBuilder text = new StringBuilder();

  private HtmlLine(String page) {
    this.page = page;
    this.lowered = page.toLowerCase(Locale.ROOT);
  }

  static @Nullable String first(String page) {
    HtmlLine reading = new HtmlLine(page);
    for (int at = 0; at < page.length(); ) {
      at = page.charAt(at) == '<' ? reading.tag(at) : reading.words(at);
    }
    return Refusals.firstLine(plain(reading.text.toString()));
  }

  /** Reads up to the next tag; a line break in HTML's source is a space. */
  private int words(int from) {
    int end = behind("<", from, 0);
    text.append(page.substring(from, end).replace('\n', ' ').replace('\r', ' '));
    return end;
  }

  private int tag(int from) {
    if (page.startsWith("<!--", from)) {
      return behind("-->", from + 4, 3);
    }
    int end = behind(">", from, 1);
    String name = page.substring(from, end).replaceFirst("^</?", "").split("[^a-zA-Z0-9]", 2)[0];
    String tag = name.toLowerCase(Locale.ROOT);
    if (!INLINE.contains(tag)) {
      text.append('\n');
    }
    boolean opens = !page.startsWith("</", from);
    return opens && UNREAD.contains(tag) ? behind("</" + tag, end, 0) : end;
  }

  private int behind(String mark, int from, int length) {
    int at = lowered.indexOf(mark, from);
    return at < 0 ? page.length() : at + length;
  }

  private static String plain(String text) {
    return text.replace("&nbsp;", " ")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&rsquo;", "’")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}

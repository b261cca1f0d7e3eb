package dev.convo.html;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The lines that a person would read on an error page of a server or a proxy. */
public final class HtmlLines implements NodeVisitor {
  /** Tags that do not end a line. */
  private static final Set<String> INLINE =
      Set.of("a", "b", "code", "em", "font", "i", "small", "span", "strong", "u");

  private final StringBuilder text = new StringBuilder();

  private HtmlLines() {}

  /** The page as text, its title first as a rule; some of the lines are blank. */
  public static String of(String page) {
    HtmlLines lines = new HtmlLines();
    Jsoup.parse(page).traverse(lines);
    return lines.text.toString();
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words) {
      text.append(words.getWholeText().replace('\n', ' ').replace('\r', ' '));
    } else {
      endLine(node);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    endLine(node);
  }

  private void endLine(Node node) {
    if (node instanceof Element element && !INLINE.contains(element.normalName())) {
      text.append('\n');
    }
  }
}

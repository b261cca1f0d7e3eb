package dev.convo.html;

import dev.convo.text.Invisible;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/** HTML as plain text for people. */
public final class HtmlText implements NodeFilter {
  private static final Set<String> UNREAD =
      Set.of("head", "title", "script", "style", "template", "noscript", "svg");

  private static final Set<String> PARAGRAPHS =
      Set.of("p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre".split(" "));

  private static final Set<String> LISTS = Set.of("ul", "ol");

  /** Elements that no cell of a data table contains. */
  private static final String LAYOUT = "table, ul, ol, blockquote, pre";

  /** Our own attribute on rows that contain such an element. */
  private static final String LAYOUT_ROW = "convo-layout";

  private final FlowingText text = new FlowingText();

  /** How far each open list has counted, innermost first. */
  private final Deque<Integer> lists = new ArrayDeque<>();

  private HtmlText() {}

  /**
   * The text of an HTML document or fragment, in lines of any length: an empty line between
   * paragraphs, list items and quotes marked, a table row on one line, the target of a link after
   * its text if they differ. Invisible characters are left out, as browsers show nothing for them.
   * The text is not harmless yet: entities may encode any other character.
   */
  public static String of(String html) {
    return of(Jsoup.parse(html));
  }

  private static String of(Document document) {
    HtmlText reader = new HtmlText();
    reader.markLayoutRows(document);
    document.body().filter(reader);
    return reader.text.toString();
  }

  /**
   * The title of an error page, on a line of its own, and its words. The names of images say
   * nothing about the error, and the targets of links may contain a ticket.
   */
  public static String titleAndWords(String page) {
    Document document = Jsoup.parse(page);
    document.select("img").remove();
    document.select("a").unwrap();
    return document.title() + "\n" + of(document);
  }

  /** Decodes entities and leaves tags as they are. */
  public static String unescaped(String text) {
    return Parser.unescapeEntities(text, false);
  }

  /** Rows with blocks in a cell are page layout, not a table: their cells become blocks. */
  private void markLayoutRows(Document document) {
    for (Element block : document.select(LAYOUT)) {
      Element row = block.parent();
      while (row != null && !row.hasAttr(LAYOUT_ROW)) {
        if (row.nameIs("tr")) {
          row.attr(LAYOUT_ROW, true);
        }
        row = row.parent();
      }
    }
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode words) {
      text.words(Invisible.leftOut(words.getWholeText()));
    } else if (node instanceof Element element) {
      if (UNREAD.contains(element.normalName())) {
        return FilterResult.SKIP_ENTIRELY;
      }
      begin(element);
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      end(element);
    }
    return FilterResult.CONTINUE;
  }

  private void begin(Element element) {
    separate(element);
    switch (element.normalName()) {
      case "br" -> text.newLine();
      case "hr" -> text.words("---");
      case "img" -> image(element);
      case "a" -> text.mark();
      case "blockquote" -> text.indent("> ", "> ");
      case "ul", "ol" -> lists.push(0);
      case "li" -> text.indent(marker(element), "  ");
      case "pre" -> text.keepBlanks(true);
      case "td", "th" -> {
        if (!isLayoutCell(element)) {
          text.nextCell();
        }
      }
      case "tr" -> {
        if (!element.hasAttr(LAYOUT_ROW)) {
          text.oneLine(true);
        }
      }
      default -> {}
    }
  }

  private void end(Element element) {
    switch (element.normalName()) {
      case "a" -> link(element.attr("href").strip(), text.sinceMark().strip());
      case "blockquote", "li" -> text.outdent();
      case "ul", "ol" -> lists.pop();
      case "pre" -> text.keepBlanks(false);
      case "tr" -> text.oneLine(false);
      default -> {}
    }
    separate(element);
  }

  private void separate(Element element) {
    String name = element.normalName();
    boolean innerList = LISTS.contains(name) && !lists.isEmpty();
    if (PARAGRAPHS.contains(name) && !innerList) {
      text.block(2);
    } else if (name.equals("td") || name.equals("th") ? isLayoutCell(element) : element.isBlock()) {
      text.block(1);
    }
  }

  private static boolean isLayoutCell(Element cell) {
    Element row = cell.parent();
    return row == null || row.hasAttr(LAYOUT_ROW);
  }

  private String marker(Element item) {
    Element list = item.parent();
    if (list == null || !list.nameIs("ol") || lists.isEmpty()) {
      return "- ";
    }
    int number = lists.pop() + 1;
    lists.push(number);
    return number + ". ";
  }

  private void image(Element image) {
    String words = Invisible.leftOut(image.attr("alt")).strip();
    if (!words.isEmpty()) {
      text.words("[" + words + "]");
    }
  }

  private void link(String target, String words) {
    String shown = target.toLowerCase(Locale.ROOT);
    boolean leadsNowhere =
        shown.isEmpty() || shown.startsWith("#") || shown.startsWith("javascript:");
    if (!leadsNowhere && !bare(shown).equals(bare(words.toLowerCase(Locale.ROOT)))) {
      text.words(words.isEmpty() ? target : " (" + target + ")");
    }
  }

  private static String bare(String address) {
    return address.replaceFirst("^(https?://|mailto:|tel:)", "").replaceFirst("/$", "");
  }
}

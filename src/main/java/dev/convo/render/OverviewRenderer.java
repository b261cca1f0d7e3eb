package dev.convo.render;

import dev.convo.insight.Insight;
import dev.convo.model.Conversation;
import dev.convo.model.Document;
import dev.convo.model.Message;
import dev.convo.model.Participant;
import dev.convo.model.Selection;
import dev.convo.text.Cells;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A row for each conversation, to see at a glance which of many need a look. Rows are written as
 * conversations arrive, so all widths are fixed except that of the id, which the first one decides.
 * Where a row does not fit, the id gets its own line. Without a width nothing is cut, and a long
 * status moves what follows it.
 */
final class OverviewRenderer implements Renderer, Renderer.Begun {
  private static final int STATUS = 9;
  private static final int COUNT = 5;
  private static final int TIME = 7;
  private static final int WAITING = 8;
  private static final int FAILED = 6;
  private static final int ALL = 3;
  private static final String GAP = "  ";

  /** All columns between id and customer, with the gaps around them. */
  private static final int BETWEEN = STATUS + COUNT + 2 * TIME + WAITING + FAILED + ALL + 8 * 2;

  private static final int NARROWEST_ID = 6;
  private static final int NARROWEST_CUSTOMER = 8;
  private static final int WIDEST_CUSTOMER = 40;

  private final Page page;
  private final Layout layout;
  private int id;
  private boolean twoLines;

  OverviewRenderer(Writer out, Layout layout) {
    this.page = new Page(out, layout);
    this.layout = layout;
  }

  @Override
  public Begun begin(Document known, Position position) throws IOException {
    if (id == 0) {
      id = Math.max(NARROWEST_ID, Cells.width(Wording.present(known.conversation().id())));
      int least = id + BETWEEN + NARROWEST_CUSTOMER;
      twoLines = layout.columns() > 0 && least > layout.columns();
      page.line(
          Tone.HEADER,
          (twoLines ? "id\n" + GAP : Cells.pad("id", id) + GAP)
              + row("status", "msgs", "reply", "longest", "waiting", "failed", "all")
              + "customer");
    }
    return this;
  }

  @Override
  public void message(Message message) {}

  @Override
  public void end(Document whole) throws IOException {
    Conversation conversation = whole.conversation();
    Selection selection = whole.meta().selection();
    boolean silent = selection != null && selection.isPublicOnly();
    Insight insight = Insight.of(whole);
    Insight.Wait longest = insight.longestWait();
    Insight.Waiting waiting = insight.turn().waitingFor();
    int failed = insight.counts().failed();
    String name = Wording.present(conversation.id());
    page.put(twoLines ? name + "\n" + GAP : Cells.pad(name, id) + GAP);
    page.put(
        failed > 0 ? Tone.FAILED : Tone.PLAIN,
        row(
            Wording.present(conversation.status()),
            String.valueOf(whole.count()),
            time(silent ? null : insight.firstReply().human()),
            time(silent || longest == null ? null : longest.length()),
            silent || waiting == null ? "-" : Wording.small(waiting),
            failed == 0 ? "-" : String.valueOf(failed),
            all(whole.meta().completeness().complete())));
    int used = (twoLines ? GAP.length() : id + GAP.length()) + BETWEEN - GAP.length();
    int room = Math.min(layout.room(used), WIDEST_CUSTOMER);
    page.line(cut(customer(conversation.customer()), room));
  }

  private String row(
      String status,
      String count,
      String reply,
      String longest,
      String waiting,
      String failed,
      String all) {
    return cell(status, STATUS)
        + right(count, COUNT)
        + right(reply, TIME)
        + right(longest, TIME)
        + cell(waiting, WAITING)
        + right(failed, FAILED)
        + cell(all, ALL);
  }

  private String cell(String words, int width) {
    return Cells.pad(cut(words, width), width) + GAP;
  }

  private String cut(String words, int width) {
    return layout.columns() == 0 ? words : Cells.cut(words, width);
  }

  private static String right(String words, int width) {
    return " ".repeat(Math.max(0, width - Cells.width(words))) + words + GAP;
  }

  private static String time(@Nullable Duration length) {
    return length == null ? "-" : Times.roughly(length);
  }

  private static String all(@Nullable Boolean complete) {
    return complete == null ? "?" : complete ? "yes" : "no";
  }

  private static String customer(@Nullable Participant customer) {
    if (customer == null) {
      return "-";
    }
    String name = Wording.present(customer.name());
    String words = name.isEmpty() ? Wording.person(customer) : name;
    return words.isEmpty() ? "-" : words;
  }
}

package dev.convo.render;

import dev.convo.insight.Insight;
import dev.convo.model.Document;
import dev.convo.model.Message;
import dev.convo.model.Participant;
import dev.convo.text.Cells;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row for each conversation, to see at a glance which of many need a look. Rows are written as
 * conversations arrive, so the first one fixes the widths: its id has what it needs, and status and
 * customer share what is left. On a page too narrow for rows, each conversation is a line with its
 * id and customer, and its facts below. Without a width nothing is cut, and a long value pushes
 * what follows it.
 */
final class OverviewRenderer implements Renderer, Renderer.Begun {
  /** The columns between status and customer. */
  private static final String CELLS = "%4s  %7s  %7s  %-9s  %6s  %-8s  ";

  private static final String HEAD =
      CELLS.formatted("msgs", "human", "longest", "waits for", "failed", "complete");

  private static final String GAP = "  ";
  private static final int NARROWEST_ID = 6;
  private static final int NARROWEST_STATUS = 9;
  private static final int WIDEST_STATUS = 16;
  private static final int NARROWEST_CUSTOMER = 8;
  private static final int WIDEST_CUSTOMER = 40;

  private static final int BETWEEN = GAP.length() + HEAD.length();

  private final Page page;
  private final Layout layout;
  private int id;
  private int status;
  private boolean fits;

  OverviewRenderer(Writer out, Layout layout) {
    this.page = new Page(out, layout);
    this.layout = layout;
  }

  @Override
  public Begun begin(Document known, Position position) throws IOException {
    if (id == 0) {
      id = Math.max(NARROWEST_ID, Cells.width(Wording.present(known.conversation().id())));
      int least = id + GAP.length() + NARROWEST_STATUS + BETWEEN + NARROWEST_CUSTOMER;
      int spare = layout.columns() == 0 ? 0 : layout.columns() - least;
      status = Math.min(WIDEST_STATUS, NARROWEST_STATUS + Math.max(0, spare) / 2);
      fits = spare >= 0;
      if (fits) {
        page.line(Tone.HEADER, Cells.pad("id", id) + GAP + middle("status", HEAD) + "customer");
      }
    }
    return this;
  }

  @Override
  public void message(Message message) {}

  @Override
  public void end(Document whole) throws IOException {
    Summary summary = Summary.of(whole);
    Tone tone = summary.failed().isEmpty() ? Tone.PLAIN : Tone.FAILED;
    String name = Wording.present(whole.conversation().id());
    String customer = customer(whole.conversation().customer());
    if (fits) {
      String state = Wording.present(whole.conversation().status());
      int used = id + GAP.length() + status + BETWEEN;
      int room = Math.min(layout.room(used), WIDEST_CUSTOMER);
      page.put(Cells.pad(name, id) + GAP)
          .put(tone, middle(cut(state, status), summary.cells()))
          .line(cut(customer, room));
    } else {
      int room = Math.max(NARROWEST_CUSTOMER, layout.room(Cells.width(name) + GAP.length()));
      page.hanging(Tone.PLAIN, name + GAP + cut(customer, room));
      List<String> lines = new ArrayList<>();
      new FactLines(lines, layout.room(GAP.length())).row("", View.DOT, summary.facts());
      for (String line : lines) {
        page.put(GAP).line(tone, line);
      }
    }
  }

  /** What a row says of a conversation; empty or null where it cannot be said. */
  private record Summary(
      Document whole,
      String human,
      String longest,
      Insight.@Nullable Waiting waitsFor,
      String failed) {

    static Summary of(Document whole) {
      Insight insight = Insight.of(whole);
      boolean hidden = whole.isPublicOnly();
      Insight.Wait longest = hidden ? null : insight.longestWait();
      int failed = insight.counts().failed();
      return new Summary(
          whole,
          roughly(hidden ? null : insight.firstReply().human()),
          roughly(longest == null ? null : longest.length()),
          hidden ? null : insight.turn().waitingFor(),
          failed == 0 ? "" : String.valueOf(failed));
    }

    private static String roughly(@Nullable Duration length) {
      return length == null ? "" : Times.roughly(length);
    }

    /** The cells below {@link #HEAD}. */
    String cells() {
      Boolean complete = whole.meta().completeness().complete();
      return CELLS.formatted(
          whole.count(),
          orDash(human),
          orDash(longest),
          orDash(waitsFor == null ? "" : Wording.small(waitsFor)),
          orDash(failed),
          complete == null ? "?" : complete ? "yes" : "no");
    }

    /** {@code resolved}, {@code 16 messages, complete}, {@code first human reply 8 min}. */
    List<String> facts() {
      return Stream.of(
              Wording.present(whole.conversation().status()),
              Extent.count(whole),
              failed.isEmpty() ? "" : failed + " failed",
              human.isEmpty() ? "" : "first human reply " + human,
              longest.isEmpty() ? "" : "longest wait " + longest,
              waitsFor == null || waitsFor == Insight.Waiting.NOBODY
                  ? ""
                  : "waits for " + Wording.small(waitsFor))
          .filter(words -> !words.isEmpty())
          .toList();
    }
  }

  private static String orDash(String words) {
    return words.isEmpty() ? "-" : words;
  }

  /** What is between id and customer. */
  private String middle(String state, String cells) {
    return Cells.pad(state, status) + GAP + cells;
  }

  private String cut(String words, int width) {
    return layout.columns() == 0 ? words : Cells.cut(words, width);
  }

  private static String customer(@Nullable Participant customer) {
    String name = customer == null ? "" : Wording.present(customer.name());
    return orDash(name.isEmpty() ? Wording.person(customer) : name);
  }
}

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
import org.jspecify.annotations.Nullable;

/**
 * A row for each conversation, to see at a glance which of many need a look. Rows are written as
 * conversations arrive, so the first one fixes the widths: its id has what it needs, and status and
 * customer share what is left. On a page too narrow for rows, each conversation is a line with its
 * id and customer, and its facts below. Without a width nothing is cut, and a long value pushes
 * what follows it.
 */
final class OverviewRenderer implements Renderer, Renderer.Begun {
  private static final List<String> HEADS =
      List.of("msgs", "  human", "longest", "waits for", "failed", "complete");

  private static final List<Integer> WIDTHS = List.of(4, 7, 7, 9, 6, 8);
  private static final String GAP = "  ";
  private static final int NARROWEST_ID = 6;
  private static final int NARROWEST_STATUS = 9;
  private static final int WIDEST_STATUS = 16;
  private static final int NARROWEST_CUSTOMER = 8;
  private static final int WIDEST_CUSTOMER = 40;

  /** All columns between status and customer, and the gaps around them. */
  private static final int BETWEEN =
      WIDTHS.stream().mapToInt(width -> width + GAP.length()).sum() + GAP.length();

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
        page.line(Tone.HEADER, Cells.pad("id", id) + GAP + columns("status", HEADS) + "customer");
      }
    }
    return this;
  }

  @Override
  public void message(Message message) {}

  @Override
  public void end(Document whole) throws IOException {
    Summary summary = Summary.of(whole);
    Tone tone = summary.failed() > 0 ? Tone.FAILED : Tone.PLAIN;
    String name = Wording.present(whole.conversation().id());
    String customer = customer(whole.conversation().customer());
    if (fits) {
      String state = Wording.present(whole.conversation().status());
      int used = id + GAP.length() + status + BETWEEN;
      int room = Math.min(layout.room(used), WIDEST_CUSTOMER);
      page.put(Cells.pad(name, id) + GAP)
          .put(tone, columns(cut(state, status), summary.cells()))
          .line(cut(customer, room));
    } else {
      int room = Math.max(NARROWEST_CUSTOMER, layout.room(Cells.width(name) + GAP.length()));
      page.hanging(Tone.PLAIN, name + GAP + cut(customer, room));
      List<String> lines = new ArrayList<>();
      new FactLines(lines, layout.room(GAP.length())).row("", " · ", summary.facts());
      for (String line : lines) {
        page.put(GAP).line(tone, line);
      }
    }
  }

  /** What a row says of a conversation; null where it cannot be said. */
  private record Summary(
      Document whole,
      @Nullable Duration human,
      @Nullable Duration longest,
      Insight.@Nullable Waiting waitsFor,
      int failed) {

    static Summary of(Document whole) {
      Insight insight = Insight.of(whole);
      int failed = insight.counts().failed();
      if (whole.isPublicOnly()) {
        return new Summary(whole, null, null, null, failed);
      }
      Insight.Wait longest = insight.longestWait();
      return new Summary(
          whole,
          insight.firstReply().human(),
          longest == null ? null : longest.length(),
          insight.turn().waitingFor(),
          failed);
    }

    /** The cells below {@link #HEADS}. */
    List<String> cells() {
      Boolean complete = whole.meta().completeness().complete();
      return List.of(
          right(String.valueOf(whole.count()), 0),
          right(human == null ? "-" : Times.roughly(human), 1),
          right(longest == null ? "-" : Times.roughly(longest), 2),
          waitsFor == null ? "-" : Wording.small(waitsFor),
          right(failed == 0 ? "-" : String.valueOf(failed), 4),
          complete == null ? "?" : complete ? "yes" : "no");
    }

    /** {@code resolved}, {@code 16 messages, complete}, {@code first human reply 8 min}. */
    List<String> facts() {
      List<String> parts = new ArrayList<>();
      String state = Wording.present(whole.conversation().status());
      if (!state.isEmpty()) {
        parts.add(state);
      }
      parts.add(Extent.count(whole));
      if (failed > 0) {
        parts.add(failed + " failed");
      }
      if (human != null) {
        parts.add("first human reply " + Times.roughly(human));
      }
      if (longest != null) {
        parts.add("longest wait " + Times.roughly(longest));
      }
      if (waitsFor != null && waitsFor != Insight.Waiting.NOBODY) {
        parts.add("waits for " + Wording.small(waitsFor));
      }
      return parts;
    }
  }

  /** The columns between id and customer. */
  private String columns(String state, List<String> cells) {
    StringBuilder row = new StringBuilder(Cells.pad(state, status)).append(GAP);
    for (int i = 0; i < cells.size(); i++) {
      row.append(Cells.pad(cells.get(i), WIDTHS.get(i))).append(GAP);
    }
    return row.toString();
  }

  private static String right(String words, int column) {
    return " ".repeat(Math.max(0, WIDTHS.get(column) - Cells.width(words))) + words;
  }

  private String cut(String words, int width) {
    return layout.columns() == 0 ? words : Cells.cut(words, width);
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

package dev.convo.render;

import dev.convo.diff.Change;
import dev.convo.diff.Comparison;
import dev.convo.diff.Difference;
import dev.convo.diff.Field;
import dev.convo.diff.LineEdits;
import dev.convo.diff.Side;
import dev.convo.model.Conversation;
import dev.convo.model.Message;
import dev.convo.model.Meta;
import dev.convo.text.Cells;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What changed in a conversation, for people: the two sides, the conversation's own fields, then
 * the messages. The left edge says what happened, and only convo writes there: {@code +} added,
 * {@code -} gone or deleted, {@code ~} changed, {@code ?} not known. Every line of remote words is
 * behind a bar with the same marks.
 */
public final class ComparisonText {
  /** Unchanged lines shown on each side of a change. */
  private static final int CONTEXT = 2;

  private static final int LONGEST = 100;

  /** What can happen to a message, in the order of the last line. */
  private static final List<String> KINDS =
      List.of("added", "changed", "deleted", "gone", "perhaps not fetched", "left out");

  /** The fields that a message's lines already show. */
  private static final Set<Field> IN_LINES =
      EnumSet.of(
          Field.TEXT,
          Field.FAILURE,
          Field.MAIL,
          Field.CALL,
          Field.ANSWERS,
          Field.OFFERED,
          Field.ATTACHMENTS);

  private final Page page;
  private final Layout layout;
  private final Comparison comparison;
  private final Calendar calendar;
  private final DifferenceRows rows;
  private final int numbers;

  private ComparisonText(Writer out, Layout layout, Comparison comparison) {
    this.page = new Page(out, layout);
    this.layout = layout;
    this.comparison = comparison;
    this.calendar = new Calendar(layout.zone());
    this.rows = new DifferenceRows(page, layout);
    this.numbers = Math.max(numberWidth(comparison.before()), numberWidth(comparison.after()));
  }

  private static int numberWidth(Side side) {
    return Wording.numberWidth(side.open().conversation().messages());
  }

  public static void write(Writer out, Layout layout, Comparison comparison) throws IOException {
    new ComparisonText(out, layout, comparison).write();
  }

  private void write() throws IOException {
    Conversation conversation = comparison.after().shown().conversation();
    page.hanging(Tone.HEADER, Wording.title(conversation) + " · what has changed");
    side("OLD", comparison.before());
    side("NEW", comparison.after());
    if (!comparison.fields().isEmpty()) {
      page.end();
      rows.write("", comparison.fields());
    }
    List<Change> changes = comparison.changes();
    if (!changes.isEmpty()) {
      page.end();
    }
    for (int i = 0; i < changes.size(); i++) {
      int last = lastOfRun(changes, i);
      change(changes.get(i), changes.get(last), last - i + 1);
      i = last;
    }
    page.end();
    page.hanging(Tone.PLAIN, summary());
  }

  private void side(String label, Side side) throws IOException {
    Meta meta = side.whole().meta();
    ZoneId zone = layout.zone();
    boolean now = side.source() == null;
    String time =
        meta.fetchedAt() == null
            ? ""
            : Times.minute(meta.fetchedAt(), zone) + " " + Times.zone(zone);
    String facts =
        Wording.joined(
            View.DOT,
            now
                ? "fetched now from " + Wording.present(meta.host())
                : Wording.present(side.source()),
            now || time.isEmpty() ? time : "fetched " + time,
            Extent.completeness(side.shown()));
    page.hanging(Tone.PLAIN, label + "  " + facts);
  }

  /** Messages that are missing for the same uncertain reason share a line. */
  private static int lastOfRun(List<Change> changes, int from) {
    Change.Absence absence = absence(changes.get(from));
    int last = from;
    while (absence != Change.Absence.CERTAIN
        && last + 1 < changes.size()
        && absence(changes.get(last + 1)) == absence) {
      last++;
    }
    return last;
  }

  /** Why a message may be in OLD only; certain for any other change. */
  private static Change.Absence absence(Change change) {
    return change instanceof Change.Gone gone ? gone.absence() : Change.Absence.CERTAIN;
  }

  private void change(Change change, Change last, int count) throws IOException {
    if (change instanceof Change.Added added) {
      head(Tone.ADDED, '+', added.after(), "");
      if (added.absence() != Change.Absence.CERTAIN) {
        page.line(Tone.SYSTEM, indent() + why(added.absence(), "OLD"));
      }
      for (String line : lines(added.after())) {
        bar(LineEdits.Edit.ADDED, line);
      }
    } else if (change instanceof Change.Gone gone) {
      if (gone.absence() == Change.Absence.CERTAIN) {
        head(Tone.GONE, '-', gone.before(), "gone");
        for (String line : lines(gone.before())) {
          bar(LineEdits.Edit.GONE, line);
        }
      } else {
        absent(gone, last instanceof Change.Gone to ? to : gone, count);
      }
    } else if (change instanceof Change.Changed changed) {
      int was = changed.before().number();
      if (changed.deleted()) {
        head(Tone.GONE, '-', changed.after(), "deleted");
      } else {
        String moved = was == changed.after().number() ? "" : was + " in OLD";
        head(Tone.CHANGED, '~', changed.after(), moved);
      }
      edits(changed.before(), changed.after(), changed.differences());
    }
  }

  /** Why a message is in one document only. */
  private static String why(Change.Absence absence, String where) {
    return switch (absence) {
      case CERTAIN -> "not in " + where;
      case NOT_COMPLETE -> "not there in " + where + ", which may not be complete";
      case LEFT_OUT -> "left out of " + where + " by the options of this command";
    };
  }

  private void absent(Change.Gone from, Change.Gone to, int count) throws IOException {
    String words = why(from.absence(), "NEW");
    String lead = Wording.number(from.before(), numbers);
    if (count > 1) {
      lead += "-" + to.before().number() + "  " + count + " messages,";
    }
    page.put(Tone.CHANGED, "? ");
    page.hanging(Tone.PLAIN, lead + (count > 1 ? " " : "  ") + words);
  }

  private void head(Tone tone, char mark, Message message, String remark) throws IOException {
    String day = calendar.reach(message.at());
    if (!day.isEmpty()) {
      page.day(day);
    }
    String time = calendar.second(message.at());
    String name = Wording.author(message);
    List<String> facts = new ArrayList<>();
    facts.add(Wording.joined(", ", name, message.role().word()));
    facts.addAll(Wording.marks(message));
    if (!remark.isEmpty()) {
      facts.add(remark);
    }
    String lead = mark + " " + Wording.number(message, numbers) + " ";
    String words = String.join(" · ", facts);
    page.put(tone, lead).put(time + "  ");
    int room = layout.room(lead.length() + time.length() + 2);
    page.line(Wording.voice(message), Cells.cut(words, room));
  }

  private void edits(Message before, Message after, List<Difference> differences)
      throws IOException {
    List<String> was = lines(before);
    List<String> is = lines(after);
    boolean visible = !was.equals(is);
    rows.write(
        indent(),
        differences.stream()
            .filter(one -> !(one.field() == Field.DELETED && after.deleted()))
            .filter(one -> !visible || !IN_LINES.contains(one.field()))
            .toList());
    if (visible) {
      inContext(LineEdits.between(was, is));
    }
  }

  private void inContext(List<LineEdits.Line> lines) throws IOException {
    int hidden = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (isNearChange(lines, i)) {
        same(hidden);
        hidden = 0;
        bar(lines.get(i).edit(), lines.get(i).text());
      } else {
        hidden++;
      }
    }
    same(hidden);
  }

  private static boolean isNearChange(List<LineEdits.Line> lines, int at) {
    int from = Math.max(0, at - CONTEXT);
    int to = Math.min(lines.size(), at + CONTEXT + 1);
    return lines.subList(from, to).stream().anyMatch(one -> one.edit() != LineEdits.Edit.KEPT);
  }

  private void same(int count) throws IOException {
    if (count > 0) {
      String lines = count == 1 ? "1 line" : count + " lines";
      page.line(Tone.SYSTEM, indent() + "┄ " + lines + " as before ┄");
    }
  }

  private void bar(LineEdits.Edit edit, String line) throws IOException {
    switch (edit) {
      case KEPT -> bar(Tone.SYSTEM, " |", line);
      case GONE -> bar(Tone.GONE, "-|", line);
      case ADDED -> bar(Tone.ADDED, "+|", line);
    }
  }

  private void bar(Tone tone, String bar, String line) throws IOException {
    int used = indent().length() + bar.length() + 1;
    for (String part : Cells.wrap(line, layout.atMost(LONGEST).room(used))) {
      page.put(indent()).put(tone, bar).put(part.isEmpty() ? "" : " " + part).end();
    }
  }

  private String indent() {
    return " ".repeat(numbers + 3);
  }

  /** What people read of a message; empty if it has no words. */
  private List<String> lines(Message message) {
    List<String> lines = MessageText.alone(message, layout);
    return lines.equals(List.of(Wording.wordless(message))) ? List.of() : lines;
  }

  /** The last line: {@code 2 fields changed, 1 message added, 3 messages changed}. */
  private String summary() {
    List<String> parts = new ArrayList<>();
    count(parts, comparison.fields().size(), "field", "changed");
    List<String> kinds = comparison.changes().stream().map(ComparisonText::kind).toList();
    for (String kind : KINDS) {
      count(parts, Collections.frequency(kinds, kind), "message", kind);
    }
    return parts.isEmpty() ? "nothing has changed" : String.join(", ", parts);
  }

  private static void count(List<String> parts, int count, String noun, String kind) {
    if (count > 0) {
      parts.add(count + " " + noun + (count == 1 ? " " : "s ") + kind);
    }
  }

  /** One of {@link #KINDS}. */
  private static String kind(Change change) {
    if (change instanceof Change.Gone gone) {
      return switch (gone.absence()) {
        case CERTAIN -> "gone";
        case NOT_COMPLETE -> "perhaps not fetched";
        case LEFT_OUT -> "left out";
      };
    }
    return change instanceof Change.Added
        ? "added"
        : change instanceof Change.Changed changed && changed.deleted() ? "deleted" : "changed";
  }
}

package dev.convo.render;

import dev.convo.diff.Difference;
import dev.convo.diff.Field;
import dev.convo.model.Value;
import dev.convo.text.Cells;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts that changed, a row each: {@code ~ status open → resolved}. */
final class DifferenceRows {
  /** After a longer label, the words begin on the next line. In cells. */
  private static final int LONGEST_LABEL = 26;

  private static final String ARROW = " → ";

  private final Page page;
  private final Layout layout;

  DifferenceRows(Page page, Layout layout) {
    this.page = page;
    this.layout = layout;
  }

  /** What was and what is; one of them may be absent. */
  private record Row(String label, @Nullable String before, @Nullable String after) {
    char mark() {
      return before == null ? '+' : after == null ? '-' : '~';
    }

    Tone tone() {
      return before == null ? Tone.ADDED : after == null ? Tone.GONE : Tone.CHANGED;
    }
  }

  void write(String indent, List<Difference> differences) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (Difference difference : differences) {
      rows(difference, rows);
    }
    int widest = 0;
    for (Row row : rows) {
      widest = Math.max(widest, Cells.width(row.label()));
    }
    int third = layout.columns() == 0 ? LONGEST_LABEL : layout.columns() / 3;
    widest = Math.min(widest, Math.min(LONGEST_LABEL, third));
    for (Row row : rows) {
      write(indent, row, widest + 2);
    }
  }

  private void write(String indent, Row row, int labels) throws IOException {
    int hanging = indent.length() + 2 + labels;
    int room = layout.room(hanging);
    List<String> words = new ArrayList<>();
    String before = row.before();
    String after = row.after();
    if (before != null && after != null) {
      String both = before + ARROW + after;
      if (room == 0 || Cells.width(both) <= room) {
        words.add(both);
      } else {
        words.addAll(Cells.wrap(before, room));
        words.addAll(Cells.wrap("→ " + after, room));
      }
    } else {
      words.addAll(Cells.wrap(before == null ? String.valueOf(after) : before, room));
    }
    page.put(indent).put(row.tone(), row.mark() + " ");
    if (Cells.width(row.label()) > labels - 2) {
      List<String> label = Cells.wrap(row.label(), layout.room(indent.length() + 2));
      page.lines(Tone.PLAIN, indent + "  ", label);
      page.put(" ".repeat(hanging));
    } else {
      page.put(Cells.pad(row.label(), labels));
    }
    page.lines(Tone.PLAIN, " ".repeat(hanging), words);
  }

  private void rows(Difference difference, List<Row> rows) {
    ZoneId zone = layout.zone();
    if (difference instanceof Difference.OfTime time) {
      rows.add(new Row(label(difference), time(time.before(), zone), time(time.after(), zone)));
    } else if (difference instanceof Difference.OfValue value) {
      if (value.before() instanceof Value.Items was && value.after() instanceof Value.Items is) {
        // What was removed and what was added says more than both lists.
        String label = label(difference);
        only(was, is).forEach(one -> rows.add(new Row(label, words(one), null)));
        only(is, was).forEach(one -> rows.add(new Row(label, null, words(one))));
      } else {
        rows.add(new Row(label(difference), words(value.before()), words(value.after())));
      }
    }
  }

  private static List<Value> only(Value.Items of, Value.Items other) {
    List<Value> only = new ArrayList<>(of.values());
    other.values().forEach(only::remove);
    return only;
  }

  private static @Nullable String time(@Nullable Instant time, ZoneId zone) {
    return time == null ? null : Times.exactly(time, zone);
  }

  /** {@code status}, {@code assignee name}, {@code attributes.custom.plan}. */
  private static String label(Difference difference) {
    Field field = difference.field();
    StringBuilder label =
        new StringBuilder(field == Field.META ? "" : field.key().replace('_', ' '));
    for (Value step : difference.inside()) {
      String name = Wording.present(step.word());
      label.append(label.length() == 0 ? "" : ".");
      label.append(field == Field.META ? name.replace('_', ' ') : name);
    }
    return label.toString();
  }

  private static @Nullable String words(Value value) {
    if (value == Value.None.NONE) {
      return null;
    }
    String words = ShownValue.plain(value);
    boolean misleading = words.isEmpty() || words.contains(ARROW.strip()) || words.startsWith("\"");
    return misleading ? "\"" + words + "\"" : words;
  }
}

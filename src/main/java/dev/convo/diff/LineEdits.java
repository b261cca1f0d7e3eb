package dev.convo.diff;

import java.util.ArrayList;
import java.util.List;

/** Which lines of a text were removed and added: the fewest, unless the texts are very long. */
public final class LineEdits {
  /** In comparisons. Beyond it, everything between the first and last change is replaced. */
  private static final long MOST = 1_000_000;

  private final List<String> before;
  private final List<String> after;
  private final List<Line> lines = new ArrayList<>();

  /** What happened to a line. */
  public enum Edit {
    KEPT,
    GONE,
    ADDED
  }

  public record Line(Edit edit, String text) {}

  private LineEdits(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /** The lines of both texts in order; old lines come before those that replace them. */
  public static List<Line> between(List<String> before, List<String> after) {
    LineEdits edits = new LineEdits(before, after);
    edits.compare();
    return edits.lines;
  }

  private void compare() {
    int shorter = Math.min(before.size(), after.size());
    int start = 0;
    while (start < shorter && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    add(Edit.KEPT, before.subList(0, start));
    middle(before.subList(start, before.size() - end), after.subList(start, after.size() - end));
    add(Edit.KEPT, before.subList(before.size() - end, before.size()));
  }

  private void add(Edit edit, List<String> texts) {
    texts.forEach(text -> lines.add(new Line(edit, text)));
  }

  private void middle(List<String> old, List<String> now) {
    if ((long) old.size() * now.size() > MOST) {
      add(Edit.GONE, old);
      add(Edit.ADDED, now);
      return;
    }
    int[][] common = common(old, now);
    int i = 0;
    int j = 0;
    while (i < old.size() && j < now.size()) {
      if (old.get(i).equals(now.get(j))) {
        lines.add(new Line(Edit.KEPT, old.get(i)));
        i++;
        j++;
      } else if (common[i + 1][j] >= common[i][j + 1]) {
        lines.add(new Line(Edit.GONE, old.get(i++)));
      } else {
        lines.add(new Line(Edit.ADDED, now.get(j++)));
      }
    }
    add(Edit.GONE, old.subList(i, old.size()));
    add(Edit.ADDED, now.subList(j, now.size()));
  }

  /** The length of the longest common subsequence from each pair of lines to the end. */
  private static int[][] common(List<String> old, List<String> now) {
    int[][] common = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(now.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}

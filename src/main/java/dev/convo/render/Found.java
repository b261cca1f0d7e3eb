package dev.convo.render;

import java.util.Arrays;
import java.util.List;

/** Highlighted parts of a text that was broken into lines; one may span several lines. */
final class Found {
  private static final int[] NOTHING = new int[0];
  private static final Found NONE = new Found(new int[0][]);

  private final int[][] spans;

  private Found(int[][] spans) {
    this.spans = spans;
  }

  /** The parts in these lines, which were broken at blanks. */
  static Found in(List<String> lines, Highlight highlight) {
    if (highlight == Highlight.NONE) {
      return NONE;
    }
    int[] all = highlight.in(String.join(" ", lines));
    if (all.length == 0) {
      return NONE;
    }
    int[][] spans = new int[lines.size()][];
    int offset = 0;
    for (int i = 0; i < spans.length; i++) {
      spans[i] = within(lines.get(i), offset, all);
      offset += lines.get(i).length() + 1;
    }
    return new Found(spans);
  }

  private static int[] within(String line, int offset, int[] all) {
    int[] spans = new int[all.length];
    int count = 0;
    for (int i = 0; i < all.length; i += 2) {
      int start = Math.max(0, all[i] - offset);
      int end = Math.min(line.length(), all[i + 1] - offset);
      if (start < end && !isInAddress(line, start, end)) {
        spans[count++] = start;
        spans[count++] = end;
      }
    }
    return Arrays.copyOf(spans, count);
  }

  /** An address is not coloured: as a hyperlink it must stay whole. */
  private static boolean isInAddress(String line, int start, int end) {
    int from = line.lastIndexOf(' ', start) + 1;
    int to = line.indexOf(' ', end - 1);
    return line.substring(from, to < 0 ? line.length() : Math.max(from, to)).contains("://");
  }

  /** Start and end of each part of this line. */
  int[] of(int line) {
    return line < spans.length ? spans[line] : NOTHING;
  }
}

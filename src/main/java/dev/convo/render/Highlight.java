package dev.convo.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Finds the parts of a line to highlight, such as the matches of a search. */
@FunctionalInterface
public interface Highlight {
  Highlight NONE = line -> new int[0];

  /** Start and end of each part, in UTF-16 units, from left to right. */
  int[] in(String line);

  /**
   * The same for the lines of a text that was broken at blanks; a part may span several lines.
   * Parts of an address are left out: as a hyperlink it must stay whole.
   */
  default List<int[]> in(List<String> lines) {
    int[] all = this == NONE ? new int[0] : in(String.join(" ", lines));
    if (all.length == 0) {
      return Collections.nCopies(lines.size(), all);
    }
    List<int[]> found = new ArrayList<>();
    int offset = 0;
    for (String line : lines) {
      found.add(within(line, offset, all));
      offset += line.length() + 1;
    }
    return found;
  }

  private static int[] within(String line, int offset, int[] all) {
    int[] spans = new int[all.length];
    int count = 0;
    int done = 0;
    for (int i = 0; i < all.length; i += 2) {
      int start = Math.max(done, all[i] - offset);
      int end = Math.min(line.length(), all[i + 1] - offset);
      if (start < end && !isInAddress(line, start, end)) {
        spans[count++] = start;
        spans[count++] = end;
        done = end;
      }
    }
    return Arrays.copyOf(spans, count);
  }

  private static boolean isInAddress(String line, int start, int end) {
    int from = line.lastIndexOf(' ', start) + 1;
    int to = line.indexOf(' ', end - 1);
    return line.substring(from, to < 0 ? line.length() : Math.max(from, to)).contains("://");
  }
}

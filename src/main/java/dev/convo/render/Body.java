package dev.convo.render;

import java.util.List;

/**
 * What people read of a message, in harmless lines: its text, and facts above and below it. Facts
 * are convo's own lines, and a renderer marks them in a place that no text reaches.
 *
 * @param lines at least one
 * @param text where the text begins
 * @param below where the text ends
 * @param failed where the reason of a failure, which comes first below the text, ends
 * @param details where what the reader asked for with {@code --details} begins
 */
record Body(List<String> lines, int text, int below, int failed, int details) {
  /** Whether a line is convo's own. */
  boolean isFact(int line) {
    return line < text || line >= below;
  }

  /** The colour of a line; texts stay plain. */
  Tone tone(int line) {
    return line >= details
        ? Tone.SYSTEM
        : line >= below && line < failed ? Tone.FAILED : Tone.PLAIN;
  }
}

package dev.convo.render;

import java.util.List;

/**
 * What people read of a message, in harmless lines: its text, and facts above and below it. Facts
 * are convo's own lines; renderers mark them where no text can reach.
 *
 * @param lines at least one
 * @param text where the text begins
 * @param below where the text ends
 * @param failed where the reason for a failure ends, which comes first below the text
 * @param details where what {@code --details} adds begins
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

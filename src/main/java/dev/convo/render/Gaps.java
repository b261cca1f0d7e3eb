package dev.convo.render;

import dev.convo.model.Document;
import dev.convo.model.Message;
import java.io.IOException;

/**
 * How many messages a selection has left out before each that it shows, and behind the last. Counts
 * by their numbers, so each must be passed once, in order.
 */
final class Gaps {
  private final int of;
  private int last;

  private Gaps(int of) {
    this.of = of;
  }

  /** Before the first conversation. */
  static Gaps none() {
    return new Gaps(0);
  }

  /** The gaps of a conversation that is about to be shown. */
  Gaps(Document known) {
    this(known.meta().selection() == null ? 0 : known.count());
  }

  /** How many are left out between the previous message and this one. */
  int before(Message message) {
    int left = of == 0 ? 0 : Math.max(0, message.number() - last - 1);
    last = Math.max(last, message.number());
    return left;
  }

  /** How many are left out behind the last one. */
  int atEnd() {
    return Math.max(0, of - last);
  }

  /** {@code 12 messages not shown}. */
  static String words(int left) {
    return left + (left == 1 ? " message" : " messages") + " not shown";
  }

  /** Writes a line where any are left out, in column one, which no remote text reaches. */
  static boolean mark(Page page, int left) throws IOException {
    if (left == 0) {
      return false;
    }
    page.line(Tone.SYSTEM, "┄ " + words(left) + " ┄");
    return true;
  }
}

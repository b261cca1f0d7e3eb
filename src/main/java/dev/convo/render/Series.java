package dev.convo.render;

import dev.convo.model.Conversation;
import dev.convo.text.Cells;
import java.io.IOException;

/**
 * Separates several conversations by an empty line and a rule with the place and the id of each.
 */
final class Series {
  /** The shortest rule on both sides of the words, with the blanks. In cells. */
  private static final int AROUND = 6;

  private final Page page;
  private Position position = Position.ONLY;
  private boolean first = true;

  Series(Page page) {
    this.page = page;
  }

  /** Says which of several comes next. */
  void position(Position next) {
    position = next;
  }

  /** Begins a conversation. */
  void begin(Conversation conversation, int columns) throws IOException {
    if (!first) {
      page.gap();
    }
    first = false;
    if (position.isOneOfSeveral()) {
      int room = columns == 0 ? Layout.USUAL : columns;
      String words = position.words() + " · " + Wording.title(conversation);
      String shown = Cells.cut(words, room - AROUND);
      page.line(Tone.HEADER, "━━ " + shown + " " + "━".repeat(room - 4 - Cells.width(shown)));
    }
  }
}

package dev.convo.render;

import dev.convo.model.Document;
import dev.convo.text.Cells;
import java.io.IOException;
import java.io.Writer;

/** Conversations for a terminal: each of several begins under a rule with its place and id. */
final class ScreenRenderer implements Renderer {
  /** The shortest rule on both sides of the words, with the blanks. In cells. */
  private static final int AROUND = 6;

  private final Page page;
  private final Layout layout;
  private final Views views;
  private boolean following;

  /** Makes the view of a conversation. */
  interface Views {
    View of(Page page, Layout layout, Document known);
  }

  ScreenRenderer(Writer out, Layout layout, Views views) {
    this.page = new Page(out, layout);
    this.layout = layout;
    this.views = views;
  }

  @Override
  public Begun begin(Document known, Position position) throws IOException {
    if (following) {
      page.gap();
    }
    following = true;
    if (position.isOneOfSeveral()) {
      int room = layout.rule();
      String words = position.words() + " · " + Wording.title(known.conversation());
      String shown = Cells.cut(words, room - AROUND);
      page.line(Tone.HEADER, "━━ " + shown + " " + "━".repeat(room - 4 - Cells.width(shown)));
    }
    View view = views.of(page, layout, known);
    view.header();
    return view;
  }
}

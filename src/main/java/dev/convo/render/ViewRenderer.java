package dev.convo.render;

import dev.convo.model.Document;
import java.io.IOException;
import java.io.Writer;

/** Conversations for people, one after the other, with an empty line between them. */
final class ViewRenderer implements Renderer {
  private final Page page;
  private final Layout layout;
  private final Views views;
  private boolean following;

  /** Makes the view of a conversation. */
  interface Views {
    View of(Page page, Layout layout, Document known);
  }

  ViewRenderer(Writer out, Layout layout, Views views) {
    this.page = new Page(out, layout);
    this.layout = layout;
    this.views = views;
  }

  @Override
  public Begun begin(Document known, Position position) throws IOException {
    if (following) {
      page.end();
    }
    following = true;
    View view = views.of(page, layout, known);
    view.header(position);
    return view;
  }
}

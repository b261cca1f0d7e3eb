package dev.convo.show;

import dev.convo.model.Document;
import dev.convo.render.Format;
import dev.convo.render.Layout;
import dev.convo.render.Position;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneOffset;

/** Writes documents as they are saved: the same on every machine at any time. */
public final class Copies {
  private static final Layout LAYOUT = new Layout(0, ZoneOffset.UTC, false);

  private Copies() {}

  public static void json(Document document, Writer out) throws IOException {
    Format.JSON.renderer(out, LAYOUT).document(document, Position.ONLY);
  }

  /** To read: not wrapped, in UTC. */
  public static void transcript(Document document, Writer out) throws IOException {
    Format.TRANSCRIPT.renderer(out, LAYOUT).document(document, Position.ONLY);
  }
}

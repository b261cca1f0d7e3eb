package dev.convo.render;

import java.io.Writer;
import java.util.Locale;

/** The formats that render documents. */
public enum Format {
  TABLE(true, "the conversation's fields, then its messages (the default)"),
  JSON(false, "one pretty document per conversation; --json is the same"),
  JSONL(false, "one line per conversation"),
  TRANSCRIPT(true, "everything that was said, as it happened, with every attachment");

  private final boolean forPeople;
  private final String help;

  Format(boolean forPeople, String help) {
    this.forPeople = forPeople;
    this.help = help;
  }

  /** The word people type. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it is, in a line of help. */
  public String help() {
    return help;
  }

  /** Whether it is for people's eyes, so that width, zone, colour and pager apply. */
  public boolean forPeople() {
    return forPeople;
  }

  /**
   * What writes documents in this format.
   *
   * @param out takes many small pieces, so a buffer must stand behind it; it is never flushed or
   *     closed here
   */
  public Renderer renderer(Writer out, Layout layout) {
    return switch (this) {
      case TABLE -> new TableRenderer(out, layout);
      case JSON -> JsonRenderer.pretty(out);
      case JSONL -> JsonRenderer.lines(out);
      case TRANSCRIPT -> new TranscriptRenderer(out, layout);
    };
  }
}

package dev.convo.render;

import java.io.Writer;
import java.util.Locale;

/** The formats that render documents. */
public enum Format {
  TABLE(true, "the conversation's fields, then its messages (the default)"),
  JSON(false, "one pretty document per conversation; --json is the same"),
  JSONL(false, "one line per conversation"),
  TRANSCRIPT(true, "everything that was said, as it happened, with every attachment"),
  MESSAGES(false, "one line of JSON per message, for jq, DuckDB and pandas"),
  CSV(false, "one row per message, for a spreadsheet; --fields chooses the columns"),
  OVERVIEW(true, "one row per conversation, for many ids");

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

  /** Whether its columns can be chosen. */
  public boolean hasColumns() {
    return this == TABLE || this == CSV;
  }

  /** Whether it has a place for what the reader should know, such as what is missing. */
  public boolean saysNotes() {
    return this != MESSAGES && this != CSV;
  }

  /**
   * What writes documents in this format.
   *
   * @param out takes many small pieces, so a buffer must stand behind it; it is never flushed or
   *     closed here
   */
  public Renderer renderer(Writer out, Layout layout) {
    return switch (this) {
      case TABLE ->
          layout.wanted().fields().isEmpty()
              ? new TableRenderer(out, layout)
              : new FieldsRenderer(out, layout);
      case JSON -> JsonRenderer.pretty(out);
      case JSONL -> JsonRenderer.lines(out);
      case TRANSCRIPT -> new TranscriptRenderer(out, layout);
      case MESSAGES -> new MessagesRenderer(out);
      case CSV -> new CsvRenderer(out, layout);
      case OVERVIEW -> new OverviewRenderer(out, layout);
    };
  }
}

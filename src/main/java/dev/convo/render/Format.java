package dev.convo.render;

import dev.convo.json.JsonOut;
import java.io.Writer;
import java.util.Locale;

/** The formats that render documents. */
public enum Format {
  TABLE(Medium.SCREEN, "the conversation's fields, then its messages (the default)"),
  TRANSCRIPT(Medium.SCREEN, "everything that was said, as it happened, with every attachment"),
  OVERVIEW(
      Medium.SCREEN,
      "one row per conversation, for many ids",
      "says how soon a human first replied (human), how long the customer waited at most (longest),"
          + " who is to act (waits for us, or for the customer), how many messages failed, and"
          + " whether all messages are there (complete). convo help insight defines the times."),
  MARKDOWN(
      Medium.PAGE,
      "the transcript to paste into a ticket or a wiki",
      "is never wrapped. A word that a tracker would make a mention, a reference, a commit, an"
          + " emoji or a formula of is written as code: `@ines`, `#12`."),
  HTML(
      Medium.PAGE,
      "the transcript as one file for a browser, to read, print or attach",
      "is one file without scripts, which loads nothing: it opens where there is no network, and"
          + " tells nobody that it was read. Matches of --grep are marked. The number of a message"
          + " is a link to it (#m12; #c2-m12 in the second conversation), and so is the number of"
          + " the message that another answers."),
  JSON(Medium.DATA, "one pretty document per conversation; --json is the same"),
  JSONL(Medium.DATA, "one line per conversation"),
  MESSAGES(Medium.DATA, "one line of JSON per message, for jq, DuckDB and pandas"),
  CSV(
      Medium.DATA,
      "one row per message, for a spreadsheet; --fields chooses the columns",
      "is comma-separated UTF-8; some spreadsheets ask for both when they open it. What they would"
          + " take for a formula has an apostrophe in front: '=1+1.");

  /** Where a format is read. */
  private enum Medium {
    /** On a terminal, with its width and colours. */
    SCREEN,
    /** On a page of another program, which breaks lines and chooses colours itself. */
    PAGE,
    /** By a program. */
    DATA
  }

  private final Medium medium;
  private final String help;
  private final String more;

  Format(Medium medium, String help) {
    this(medium, help, "");
  }

  Format(Medium medium, String help, String more) {
    this.medium = medium;
    this.help = help;
    this.more = more;
  }

  /** The word people type. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it is, in a line of help. */
  public String help() {
    return help;
  }

  /** What else its user should know, as a sentence that begins with its word; may be empty. */
  public String more() {
    return more.isEmpty() ? "" : word() + " " + more;
  }

  /** Whether people read it, so that a zone applies. */
  public boolean forPeople() {
    return medium != Medium.DATA;
  }

  /** Whether it is for a terminal, so that width, colour and pager apply. */
  public boolean onScreen() {
    return medium == Medium.SCREEN;
  }

  /** Whether its columns can be chosen. */
  public boolean hasColumns() {
    return this == TABLE || this == CSV;
  }

  /** Whether it shows notes for the reader, such as what is missing. */
  public boolean saysNotes() {
    return this != MESSAGES && this != CSV;
  }

  /**
   * A renderer of this format.
   *
   * @param out takes many small pieces, so it should be buffered; it is never flushed or closed
   *     here
   */
  public Renderer renderer(Writer out, Layout layout) {
    return switch (this) {
      case TABLE ->
          layout.wanted().fields().isEmpty()
              ? new ViewRenderer(out, layout.atMost(TableView.LONGEST), TableView::new)
              : new ViewRenderer(out, layout, FieldsView::new);
      case TRANSCRIPT ->
          new ViewRenderer(out, layout.atMost(TranscriptView.LONGEST), TranscriptView::new);
      case OVERVIEW -> new OverviewRenderer(out, layout);
      case MARKDOWN -> new ViewRenderer(out, layout, MarkdownView::new);
      case HTML -> new HtmlRenderer(out, layout);
      case JSON -> new JsonRenderer(out, JsonOut.pretty(out));
      case JSONL -> new JsonRenderer(out, JsonOut.compact(out));
      case MESSAGES -> new MessagesRenderer(out);
      case CSV -> new CsvRenderer(out, layout);
    };
  }
}

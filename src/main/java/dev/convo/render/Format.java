package dev.convo.render;

import java.io.Writer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats of {@code --output}, each with what makes its renderer. */
public enum Format {
  TABLE,
  JSON,
  JSONL,
  TRANSCRIPT,
  /** The platform's own bytes. They are copied, never decoded into a document. */
  RAW;

  /** The format with this word, such as {@code jsonl}. */
  public static Optional<Format> of(String word) {
    return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
  }

  /** The word people type. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is for people's eyes, so that width, zone, colour and pager apply. */
  public boolean forPeople() {
    return switch (this) {
      case TABLE, TRANSCRIPT -> true;
      case JSON, JSONL, RAW -> false;
    };
  }

  /**
   * What writes documents in this format; none for {@link #RAW}, which shows no documents.
   *
   * @param out takes many small pieces, so a buffer must stand behind it; it is never flushed or
   *     closed here
   */
  public Optional<Renderer> renderer(Writer out, Layout layout) {
    return switch (this) {
      case TABLE -> Optional.of(new TableRenderer(out, layout));
      case JSON -> Optional.of(JsonRenderer.pretty(out));
      case JSONL -> Optional.of(JsonRenderer.lines(out));
      case TRANSCRIPT -> Optional.of(new TranscriptRenderer(out, layout));
      case RAW -> Optional.empty();
    };
  }
}

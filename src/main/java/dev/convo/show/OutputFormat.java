package dev.convo.show;

import dev.convo.render.Format;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code --output} can name: a format that renders documents, or {@code raw}, the platform's
 * own bytes.
 *
 * @param format null for {@code raw}
 */
public record OutputFormat(@Nullable Format format) {
  /** The bytes of the platform's answer. */
  public static final OutputFormat RAW = new OutputFormat(null);

  /** All formats, in the order of help. */
  public static List<OutputFormat> all() {
    return Stream.concat(Arrays.stream(Format.values()).map(OutputFormat::new), Stream.of(RAW))
        .toList();
  }

  public static List<String> words() {
    return all().stream().map(OutputFormat::word).toList();
  }

  /** The format with this word, such as {@code jsonl}. */
  public static Optional<OutputFormat> of(String word) {
    return all().stream().filter(one -> one.word().equals(word)).findFirst();
  }

  /** The format that a file of this name usually has. */
  public static Optional<OutputFormat> usualIn(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    String suffix = name.substring(name.lastIndexOf('.') + 1);
    return of(
        switch (suffix) {
          case "md" -> Format.MARKDOWN.word();
          case "htm" -> Format.HTML.word();
          default -> suffix;
        });
  }

  public boolean isRaw() {
    return format == null;
  }

  /** Whether it is for people rather than programs. */
  public boolean forPeople() {
    return format != null && format.forPeople();
  }

  public boolean hasColumns() {
    return format != null && format.hasColumns();
  }

  /** Whether it has a place for notes, such as what is missing. */
  public boolean saysNotes() {
    return format == null || format.saysNotes();
  }

  /** Whether it is for a terminal, so that width, colour and pager apply. */
  public boolean onScreen() {
    return format != null && format.onScreen();
  }

  /** The word people type. */
  public String word() {
    return format == null ? "raw" : format.word();
  }

  /** What it is, in one line. */
  public String help() {
    return format == null
        ? "the body of the platform's documented call, byte for byte"
        : (format.forPeople() ? "for people: " : "for programs: ") + format.help();
  }
}

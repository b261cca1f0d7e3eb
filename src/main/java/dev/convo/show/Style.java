package dev.convo.show;

import dev.convo.failure.Failure;
import dev.convo.failure.Nearest;
import dev.convo.render.Layout;
import dev.convo.terminal.Streams;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How a result is shown: as typed, else as the environment says, else as the profile file does. */
public final class Style {
  private final Presentation typed;
  private final Streams streams;
  private final Map<String, String> variables;
  private final boolean windows;
  private final Supplier<ZoneId> systemZone;
  private final Supplier<Optional<Named>> profileFormat;

  /**
   * A format's name.
   *
   * @param source where it was found, for errors
   */
  public record Named(String word, String source) {}

  /**
   * Decides nothing until it is asked.
   *
   * @param variables the environment variables that apply
   * @param profileFormat the format that the profile file names
   */
  public Style(
      Presentation typed,
      Streams streams,
      Map<String, String> variables,
      boolean windows,
      Supplier<ZoneId> systemZone,
      Supplier<Optional<Named>> profileFormat) {
    this.typed = typed;
    this.streams = streams;
    this.variables = Map.copyOf(variables);
    this.windows = windows;
    this.systemZone = systemZone;
    this.profileFormat = profileFormat;
  }

  /**
   * The format.
   *
   * @throws Failure CONFIG if the environment or the file names one that does not exist
   */
  public OutputFormat format() {
    if (typed.format() != null) {
      return typed.format();
    }
    return variable("CONVO_OUTPUT")
        .map(word -> new Named(word, "CONVO_OUTPUT"))
        .or(profileFormat)
        .map(Style::known)
        .orElseGet(() -> OutputFormat.all().get(0));
  }

  private static OutputFormat known(Named named) {
    List<String> words = OutputFormat.words();
    return OutputFormat.of(named.word())
        .orElseThrow(
            () ->
                Failure.config(
                    named.source() + ": there is no format '" + named.word() + "'",
                    Nearest.question(
                        named.word(), words, "the formats are " + String.join(", ", words))));
  }

  /** The file to write, or null for standard output. */
  @Nullable Path file() {
    Path file = typed.file();
    return file == null || file.toString().equals("-") ? null : file;
  }

  private boolean toTerminal() {
    return file() == null && streams.terminals().out();
  }

  /** Whether the pager is wanted. A dumb terminal gets none: it could only ask for RETURN. */
  boolean paged() {
    boolean dumb = variable("TERM").filter("dumb"::equals).isPresent();
    return format().onScreen() && typed.pager() && !windows && !dumb && toTerminal();
  }

  Map<String, String> variables() {
    return variables;
  }

  /** How text for people is laid out. */
  Layout layout() {
    if (!format().onScreen()) {
      return new Layout(0, zone(), false, false, typed.wanted());
    }
    ColorChoice color = typed.color() == null ? ColorChoice.AUTO : typed.color();
    boolean colour = color.on(variables, toTerminal(), windows);
    // A terminal without colours has no hyperlinks either.
    return new Layout(columns(), zone(), colour, colour && toTerminal(), typed.wanted());
  }

  private int columns() {
    if (typed.width() != null) {
      return typed.width();
    }
    if (file() != null) {
      return 0;
    }
    int exported = variable("COLUMNS").map(Style::positive).orElse(0);
    if (exported > 0) {
      return exported;
    }
    return toTerminal() ? streams.terminals().columns().orElse(0) : 0;
  }

  private static int positive(String written) {
    return written.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(written) : 0;
  }

  private ZoneId zone() {
    return Zones.chosen(typed.zone(), variables, systemZone);
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
  }
}

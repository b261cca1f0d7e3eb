package dev.convo.cli;

import dev.convo.failure.Failure;
import dev.convo.render.Columns;
import dev.convo.render.Highlight;
import dev.convo.render.Layout;
import dev.convo.render.Wanted;
import dev.convo.show.ColorChoice;
import dev.convo.show.OutputFormat;
import dev.convo.show.Presentation;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How text for people looks. */
@Command(addMethodSubcommands = false, optionListHeading = "%nHow it looks:%n")
final class LookOptions {
  @Nullable ZoneId zone;

  @Option(
      order = 2,
      names = "--tz",
      paramLabel = "ZONE",
      description = "Time zone, such as Asia/Tokyo (default: the system's).")
  void zone(ZoneId value) {
    zone = value;
  }

  @Option(order = 3, names = "--utc", description = "The same as --tz UTC.")
  void utc(boolean on) {
    zone = on ? ZoneOffset.UTC : zone;
  }

  @Nullable ColorChoice color;

  @Option(
      order = 4,
      names = "--color",
      paramLabel = "WHEN",
      description = "auto (default), always or never.")
  void color(ColorChoice value) {
    color = value;
  }

  @Option(order = 5, names = "--no-color", description = "The same as --color never.")
  void noColor(boolean on) {
    color = on ? ColorChoice.NEVER : color;
  }

  @Nullable Integer width;

  @Option(
      order = 1,
      names = "--width",
      paramLabel = "N",
      description =
          "Columns to fit into, 32 or more; 0 turns wrapping off (default: the terminal's). A table"
              + " uses 120 at most, a transcript 100.")
  void width(Integer value) {
    if (value > 0 && value < Layout.NARROWEST) {
      throw Failure.usage(
          "--width: " + value + " is too narrow",
          "give " + Layout.NARROWEST + " or more; 0 turns wrapping off");
    }
    width = value;
  }

  List<String> fields = List.of();

  @Option(
      order = 8,
      names = "--fields",
      paramLabel = "F[,F]",
      hideParamSyntax = true,
      split = ",",
      completionCandidates = FieldNames.class,
      description = "Columns of csv and table, such as number,at,text.")
  void fields(List<String> names) {
    Columns.check(names);
    fields = List.copyOf(names);
  }

  static final class FieldNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Columns.known().iterator();
    }
  }

  @Option(
      order = 7,
      names = "--details",
      description = "Also show ids, times and whatever else the platform says.")
  boolean details;

  @Option(order = 6, names = "--no-pager", description = "Do not use a pager.")
  boolean noPager;

  /** The presentation of a result in this format, on standard output unless a file is given. */
  Presentation presentation(
      @Nullable OutputFormat format, @Nullable Path file, Highlight highlight) {
    return new Presentation(
        format, file, zone, color, width, !noPager, new Wanted(details, fields, highlight));
  }
}

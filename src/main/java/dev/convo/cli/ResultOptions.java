package dev.convo.cli;

import dev.convo.render.Format;
import dev.convo.show.OutputFormat;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** In which format a result is shown, and where. */
@Command(addMethodSubcommands = false, optionListHeading = "%nWhat is shown, and where:%n")
final class ResultOptions {
  @Nullable OutputFormat format;

  /** Adds the option {@code --output}, whose help names all formats. */
  void addOutput(CommandSpec command) {
    OptionSpec output = output();
    Objects.requireNonNull(command.mixins().get("result")).addOption(output);
    command.addOption(output);
  }

  private OptionSpec output() {
    String words =
        String.join(", ", OutputFormat.words())
            .replaceFirst(",", " (default),")
            .replaceFirst(", (\\w+)$", " or $1");
    return OptionSpec.builder("-o", "--output")
        .order(2)
        .type(OutputFormat.class)
        .paramLabel("FORMAT")
        .description(words + ". See 'convo help formats'.")
        .setter(Converters.setter(value -> format = (OutputFormat) value))
        .build();
  }

  @Option(order = 3, names = "--json", description = "The same as -o json.")
  void json(boolean on) {
    format = on ? new OutputFormat(Format.JSON) : format;
  }

  @Option(
      order = 4,
      names = {"-O", "--output-file"},
      paramLabel = "FILE",
      description = "Write to this file, whole or not at all; '-' is standard output.")
  @Nullable Path outputFile;

  @Option(
      order = 5,
      names = "--fail-fast",
      description = "With several conversations, stop at the first failure.")
  boolean failFast;
}

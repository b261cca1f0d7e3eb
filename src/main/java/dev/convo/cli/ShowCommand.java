package dev.convo.cli;

import dev.convo.failure.Failure;
import dev.convo.render.Format;
import dev.convo.session.Platform;
import dev.convo.session.Session;
import dev.convo.session.Stage;
import dev.convo.session.What;
import dev.convo.show.OutputFormat;
import dev.convo.show.Presentation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code convo show archive/chatwoot-42}: what was saved, with no network. */
@Command(
    name = "show",
    addMethodSubcommands = false,
    customSynopsis = {"convo show [OPTIONS] PATH...", ""},
    description = ShowCommand.SUMMARY,
    footerHeading = "%nExamples:%n",
    footer = {
      "  convo show archive/chatwoot-42",
      "  convo show archive/* -o jsonl",
      "  convo show --check archive",
      "  convo chatwoot 42 --profile demo --json | convo show - -o transcript",
      "",
      "With --check the exit code is 0 if all are whole, 8 if some are incomplete, and 9 if one"
          + " was changed, has lost a file, or cannot be read: the worst counts.",
    })
final class ShowCommand extends DocumentCommand {
  static final String SUMMARY = "Shows saved conversations, with no network.";

  private static final List<OutputFormat> CHECKED =
      Stream.of(Format.TABLE, Format.JSON, Format.JSONL).map(OutputFormat::new).toList();

  @Parameters(
      paramLabel = "PATH",
      hideParamSyntax = true,
      arity = "0..*",
      description =
          "Folders made by --save, files of json, jsonl or messages output; '-' reads standard"
              + " input.")
  List<String> paths = new ArrayList<>();

  @Option(
      names = "--check",
      description = "Show no messages; say which are as they were saved, which are incomplete.")
  boolean check;

  @Nullable Platform as;

  @Mixin ResultOptions result = new ResultOptions();

  private ShowCommand(Session session, Problems problems) {
    super(session, problems);
  }

  static CommandLine of(Session session, Problems problems) {
    ShowCommand command = new ShowCommand(session, problems);
    CommandLine line = new CommandLine(command);
    command.result.addOutput(line.getCommandSpec());
    line.getCommandSpec().addOption(command.asOption());
    return line;
  }

  private OptionSpec asOption() {
    List<String> names =
        session.platforms().stream().flatMap(one -> one.facts().names().stream()).toList();
    return OptionSpec.builder("--as")
        .type(String.class)
        .paramLabel("PROVIDER")
        .description("The files hold the answers of this platform itself, as -o raw writes them.")
        .completionCandidates(names)
        .converters(Converters.word(names))
        .setter(
            Converters.setter(
                name -> as = Platform.named(name.toString(), session.platforms()).orElseThrow()))
        .build();
  }

  @Override
  Presentation presentation() {
    return look.presentation(result.format, result.outputFile, select.highlight());
  }

  @Override
  What what(List<Stage> stages) {
    return check ? checked(stages) : new What.Saved(paths, as, result.failFast);
  }

  private What checked(List<Stage> stages) {
    if (!stages.isEmpty()) {
      throw shownOnly(stages.get(0).option());
    }
    if (as != null) {
      throw shownOnly("--as");
    }
    if (!look.fields.isEmpty()) {
      throw shownOnly("--fields");
    }
    OutputFormat format = result.format;
    if (format != null && !CHECKED.contains(format)) {
      throw shownOnly("-o " + format.word());
    }
    return new What.Checked(paths);
  }

  private static Failure shownOnly(String option) {
    return Failure.usage(
        option + " cannot be used with --check, which shows no messages",
        "leave out one of the two; --check has a list, -o json and -o jsonl");
  }
}

package dev.convo.cli;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.redact.Redaction;
import dev.convo.render.Format;
import dev.convo.session.Outcome;
import dev.convo.session.Platform;
import dev.convo.session.Session;
import dev.convo.session.Stage;
import dev.convo.session.What;
import dev.convo.show.OutputFormat;
import dev.convo.show.Presentation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code convo show archive/chatwoot-42}: what was saved, with no network. */
@Command(
    name = "show",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    synopsisHeading = "Usage: ",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    customSynopsis = {"convo show [OPTIONS] PATH...", ""},
    description = ShowCommand.SUMMARY,
    footerHeading = "%nExamples:%n",
    footer = {
      "  convo show archive/chatwoot-42",
      "  convo show archive/* -o jsonl",
      "  convo show --check archive",
      "  convo chatwoot 42 --profile demo --json | convo show - -o transcript",
      "",
      "With --check the exit code is 0 if all are whole, 8 if some are incomplete, and",
      "9 if one was changed, has lost a file, or cannot be read.",
    })
final class ShowCommand implements Callable<Integer> {
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
      description = "Show none, but say which are as they were saved, and which are incomplete.")
  boolean check;

  @Nullable Platform as;

  @Mixin ResultOptions result = new ResultOptions();
  @Mixin SelectOptions select = new SelectOptions();
  @Mixin RedactOptions redact = new RedactOptions();
  @Mixin LookOptions look = new LookOptions();
  @Mixin ReportOptions report = new ReportOptions();
  @Mixin ErrorOptions errors = new ErrorOptions();

  private final Session session;
  private final Problems problems;

  private ShowCommand(Session session, Problems problems) {
    this.session = session;
    this.problems = problems;
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
        session.platforms().stream()
            .flatMap(one -> one.provider().descriptor().names().stream())
            .toList();
    return OptionSpec.builder("--as")
        .type(String.class)
        .paramLabel("PROVIDER")
        .description("The files hold the answers of this platform itself, as -o raw writes them.")
        .completionCandidates(names)
        .converters(Converters.word(names))
        .setter(
            new ISetter() {
              @Override
              public <T> T set(T value) {
                session.platforms().stream()
                    .filter(one -> one.provider().descriptor().names().contains(value))
                    .forEach(one -> as = one);
                return value;
              }
            })
        .build();
  }

  @Override
  public Integer call() {
    boolean terminal = session.machine().streams().terminals().err();
    problems.listen(report.quiet, report.verbose.length, terminal);
    Redaction redaction = redact.redaction(session.machine().environment().user());
    List<Stage> stages = Stages.of(select, redaction, look.zone, session);
    Presentation presentation = look.presentation(result, select.highlight());
    if (check) {
      return checked(stages, presentation);
    }
    Outcome outcome =
        session.run(
            new What.Saved(paths, as, result.failFast),
            stages,
            presentation,
            RedactedReport.of(problems, redaction));
    return ExitCode.of(outcome, result.failFast);
  }

  private int checked(List<Stage> stages, Presentation presentation) {
    if (!stages.isEmpty()) {
      throw shownOnly(stages.get(0).option());
    }
    if (as != null) {
      throw shownOnly("--as");
    }
    if (presentation.choosesColumns()) {
      throw shownOnly("--fields");
    }
    OutputFormat format = result.format;
    if (format != null && !CHECKED.contains(format)) {
      throw shownOnly("-o " + format.word());
    }
    Session.Checked checked = session.check(new What.Checked(paths), presentation, problems);
    int trouble = ExitCode.of(checked.outcome(), false);
    return trouble != ExitCode.OK
        ? trouble
        : switch (checked.worst()) {
          case WHOLE -> ExitCode.OK;
          case INCOMPLETE -> ExitCode.of(Kind.PARTIAL);
          case CHANGED, UNREADABLE -> ExitCode.of(Kind.BAD_ANSWER);
        };
  }

  private static Failure shownOnly(String option) {
    return new Failure(
        Kind.USAGE,
        option + " cannot be used with --check, which shows no messages",
        "leave out one of the two; --check has a list, -o json and -o jsonl");
  }
}

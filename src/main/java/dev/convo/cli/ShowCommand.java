package dev.convo.cli;

import dev.convo.redact.Redaction;
import dev.convo.session.Outcome;
import dev.convo.session.Session;
import dev.convo.session.What;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      "  convo chatwoot 42 --profile demo --json | convo show - -o transcript",
    })
final class ShowCommand implements Callable<Integer> {
  static final String SUMMARY = "Shows saved conversations, with no network.";

  @Parameters(
      paramLabel = "PATH",
      hideParamSyntax = true,
      arity = "0..*",
      description =
          "Folders made by --save, files of json, jsonl or messages output; '-' reads standard"
              + " input.")
  List<String> paths = new ArrayList<>();

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
    return line;
  }

  @Override
  public Integer call() {
    boolean terminal = session.machine().streams().terminals().err();
    problems.listen(report.quiet, report.verbose.length, terminal);
    Redaction redaction = redact.redaction(session.machine().environment().user());
    Outcome outcome =
        session.run(
            new What.Saved(paths, null, result.failFast),
            Stages.of(select, redaction, look.zone, session),
            look.presentation(result, select.highlight()),
            RedactedReport.of(problems, redaction));
    return ExitCode.of(outcome, result.failFast);
  }
}

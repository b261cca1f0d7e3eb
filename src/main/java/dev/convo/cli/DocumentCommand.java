package dev.convo.cli;

import dev.convo.redact.Redaction;
import dev.convo.session.Machine;
import dev.convo.session.Session;
import dev.convo.session.Stage;
import dev.convo.session.What;
import dev.convo.show.Presentation;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What all commands that show conversations have in common. */
@Command(sortOptions = false, mixinStandardHelpOptions = true, addMethodSubcommands = false)
abstract class DocumentCommand implements Callable<Integer> {
  @Mixin SelectOptions select = new SelectOptions();
  @Mixin RedactOptions redact = new RedactOptions();
  @Mixin LookOptions look = new LookOptions();
  @Mixin ReportOptions report = new ReportOptions();
  @Mixin ErrorOptions errors = new ErrorOptions();

  final Session session;
  private final Problems problems;

  DocumentCommand(Session session, Problems problems) {
    this.session = session;
    this.problems = problems;
  }

  /**
   * What is asked for.
   *
   * @param stages the changes made to it before it is shown
   * @throws dev.convo.failure.Failure USAGE if the options cannot be used together
   */
  abstract What what(List<Stage> stages);

  abstract Presentation presentation();

  @Override
  public final Integer call() {
    Machine machine = session.machine();
    problems.listen(report.quiet, report.verbose.length, machine.streams().terminals().err());
    Redaction redaction = redact.redaction(machine.environment().user());
    if (redaction != null) {
      problems.redact(redaction::line);
    }
    List<Stage> stages = Stages.of(select, redaction, look.zone, session);
    What what = what(stages);
    return ExitCode.of(session.run(what, stages, presentation(), problems), what.failFast());
  }
}

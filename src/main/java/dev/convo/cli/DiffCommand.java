package dev.convo.cli;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.redact.Redaction;
import dev.convo.render.Format;
import dev.convo.session.Session;
import dev.convo.session.Stage;
import dev.convo.session.What;
import dev.convo.show.OutputFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code convo diff archive/chatwoot-42}: what changed since a conversation was saved. */
@Command(
    name = DiffCommand.NAME,
    sortOptions = false,
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    synopsisHeading = "Usage: ",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    customSynopsis = {"convo diff [OPTIONS] OLD [NEW]", ""},
    description = DiffCommand.SUMMARY,
    footerHeading = "%nExamples:%n",
    footer = {
      "  convo diff archive/FOLDER",
      "  convo diff archive/FOLDER.1 archive/FOLDER",
      "  convo diff archive/FOLDER --json | jq '.messages[].change'",
      "",
      "The exit code is 0 where nothing changed, 1 where something did, and 2 or more",
      "in trouble, as 'convo help exit-codes' says; only a bug is 70 here.",
    })
final class DiffCommand implements Callable<Integer> {
  static final String NAME = "diff";

  static final String SUMMARY = "Shows what changed in a conversation since it was saved.";

  /** Of a bug: 1 says that something changed, and must say nothing else. */
  static final int BUG = 70;

  private static final int SAME = 0;
  private static final int DIFFERENT = 1;

  @Parameters(
      index = "0",
      paramLabel = "OLD",
      description = "A folder that --save has made, or a file of json output.")
  String old = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "NEW",
      description = "The same; without it, the conversation is fetched now, as OLD was.")
  @Nullable String now;

  @Option(
      names = {"-p", "--profile"},
      paramLabel = "NAME",
      description = "Profile to fetch with (default: the one that OLD was fetched with).")
  @Nullable String profile;

  @Option(names = "--json", description = "For programs: one document, convo-diff/1.")
  boolean json;

  @Option(
      names = {"-O", "--output-file"},
      paramLabel = "FILE",
      description = "Write to this file, whole or not at all; '-' is standard output.")
  @Nullable Path outputFile;

  @Mixin SelectOptions select = new SelectOptions();
  @Mixin RedactOptions redact = new RedactOptions();
  @Mixin LookOptions look = new LookOptions();
  @Mixin NetworkOptions network = new NetworkOptions();
  @Mixin ReportOptions report = new ReportOptions();
  @Mixin ErrorOptions errors = new ErrorOptions();

  private final Session session;
  private final Problems problems;

  DiffCommand(Session session, Problems problems) {
    this.session = session;
    this.problems = problems;
  }

  @Override
  public Integer call() {
    boolean terminal = session.machine().streams().terminals().err();
    problems.listen(report.quiet, report.verbose.length, terminal);
    if (!look.fields.isEmpty()) {
      throw new Failure(
          Kind.USAGE,
          "--fields chooses columns, and a comparison has none",
          "leave it out; --json has every field that differs");
    }
    Redaction redaction = redact.redaction(session.machine().environment().user());
    List<Stage> stages = Stages.of(select, redaction, look.zone, session);
    What.Compared what =
        new What.Compared(
            old,
            now,
            new What.Login(profile, Map.of(), network.baseUrl, !errors.noInput),
            network.network());
    OutputFormat format = new OutputFormat(json ? Format.JSON : Format.TABLE);
    Session.Compared compared =
        session.compare(
            what,
            stages,
            look.presentation(format, outputFile, select.highlight()),
            RedactedReport.of(problems, redaction));
    int trouble = ExitCode.of(compared.outcome(), false);
    return trouble != ExitCode.OK ? trouble : compared.same() ? SAME : DIFFERENT;
  }
}

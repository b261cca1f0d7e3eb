package dev.convo.cli;

import dev.convo.provider.CredentialSpec;
import dev.convo.provider.Descriptor;
import dev.convo.provider.Setting;
import dev.convo.redact.Redaction;
import dev.convo.session.Outcome;
import dev.convo.session.Platform;
import dev.convo.session.Session;
import dev.convo.session.What;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;

/** {@code convo chatwoot 42}: one class, one instance for each provider. */
@Command(
    sortOptions = false,
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    synopsisHeading = "Usage: ",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n")
final class ProviderCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "ID",
      hideParamSyntax = true,
      arity = "0..*",
      description = "Conversation ids or links; '-' reads them from standard input, one per line.")
  List<String> ids = new ArrayList<>();

  @Mixin FetchOptions fetch = new FetchOptions();
  @Mixin ResultOptions result = new ResultOptions();
  @Mixin SelectOptions select = new SelectOptions();
  @Mixin KeepOptions keep = new KeepOptions();
  @Mixin RedactOptions redact = new RedactOptions();
  @Mixin LookOptions look = new LookOptions();
  @Mixin NetworkOptions network = new NetworkOptions();
  @Mixin ReportOptions report = new ReportOptions();
  @Mixin ErrorOptions errors = new ErrorOptions();

  private final Platform platform;
  private final Session session;
  private final Problems problems;
  private final Map<String, String> settings = new HashMap<>();

  private ProviderCommand(Platform platform, Session session, Problems problems) {
    this.platform = platform;
    this.session = session;
    this.problems = problems;
  }

  /** The subcommand of a provider, its own options first. */
  static CommandLine of(Platform platform, Session session, Problems problems) {
    Descriptor facts = platform.provider().descriptor();
    ProviderCommand command = new ProviderCommand(platform, session, problems);
    CommandLine line = new CommandLine(command);
    CommandSpec spec = line.getCommandSpec().name(facts.name());
    spec.aliases(facts.aliases().toArray(new String[0]));
    spec.usageMessage().customSynopsis("convo " + facts.name() + " [OPTIONS] ID...", "");
    spec.usageMessage().description(facts.summary());
    spec.usageMessage().footer(footer(facts));
    command.result.addOutput(spec);
    for (Setting setting : facts.settings()) {
      if (setting.option() != null) {
        spec.addOption(command.option(setting));
      }
    }
    return line;
  }

  private OptionSpec option(Setting setting) {
    OptionSpec.Builder option =
        OptionSpec.builder(String.valueOf(setting.option())).description(setting.help());
    if (setting instanceof Setting.Flag) {
      option.type(boolean.class).arity("0").setter(setter(setting));
    } else {
      option
          .type(String.class)
          .converters(Converters.of(setting))
          .paramLabel(setting.parameter())
          .completionCandidates(setting.values())
          .setter(setter(setting));
    }
    return option.build();
  }

  private CommandLine.Model.ISetter setter(Setting setting) {
    return new CommandLine.Model.ISetter() {
      @Override
      public <T> T set(T value) {
        if (value != null) {
          settings.put(setting.key(), value.toString());
        }
        return value;
      }
    };
  }

  private static String[] footer(Descriptor facts) {
    String command = "  convo " + facts.name() + " ";
    List<String> lines =
        new ArrayList<>(
            List.of(
                command + facts.example() + " --profile demo",
                command + facts.example() + " -o transcript",
                command + facts.example() + " --json | jq -r '.messages[].text'",
                command + "- -o jsonl < ids.txt > conversations.jsonl",
                "",
                "Keys of a profile, and variables that replace them:"));
    for (Setting setting : facts.settings()) {
      if (!(setting instanceof Setting.Flag)) {
        lines.add(key(facts, setting.key(), setting.required() ? "needed" : ""));
      }
    }
    for (CredentialSpec credential : facts.credentials()) {
      String kind = credential.required() ? "secret, needed" : "secret";
      lines.add(key(facts, credential.key(), kind));
    }
    lines.add(key(facts, "base_url", ""));
    lines.addAll(
        List.of(
            "",
            "An id looks like " + facts.example() + ": " + facts.idHelp().replace("%", "%%") + ".",
            facts.docs().toString()));
    return lines.toArray(new String[0]);
  }

  private static String key(Descriptor facts, String key, String kind) {
    String after = kind.isEmpty() ? "" : " (" + kind + ")";
    return String.format("  %-16s  %s%s", key, facts.variable(key), after);
  }

  @Override
  public Integer call() {
    boolean terminal = session.machine().streams().terminals().err();
    problems.listen(report.quiet, report.verbose.length, terminal);
    Redaction redaction = redact.redaction(session.machine().environment().user());
    Outcome outcome =
        session.run(
            what(),
            Stages.of(select, redaction, look.zone, session),
            look.presentation(result, select.highlight()),
            RedactedReport.of(problems, redaction));
    return ExitCode.of(outcome, result.failFast);
  }

  private What what() {
    return new What.Fetch(
        platform,
        ids,
        new What.Login(fetch.profile, settings, network.baseUrl, !errors.noInput),
        network.network(),
        new What.Manner(!fetch.noMessages, fetch.dryRun, result.failFast),
        keep.keeping());
  }
}

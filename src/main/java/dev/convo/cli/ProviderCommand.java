package dev.convo.cli;

import dev.convo.provider.CredentialSpec;
import dev.convo.provider.Descriptor;
import dev.convo.provider.Setting;
import dev.convo.session.Platform;
import dev.convo.session.Session;
import dev.convo.session.Stage;
import dev.convo.session.What;
import dev.convo.show.Presentation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;

/** {@code convo chatwoot 42}: one class, one instance for each provider. */
@Command(addMethodSubcommands = false, footerHeading = "%nExamples:%n")
final class ProviderCommand extends DocumentCommand {
  @Parameters(
      paramLabel = "ID",
      hideParamSyntax = true,
      arity = "0..*",
      description = "Conversation ids or links; '-' reads them from standard input, one per line.")
  List<String> ids = new ArrayList<>();

  @Mixin FetchOptions fetch = new FetchOptions();
  @Mixin ResultOptions result = new ResultOptions();
  @Mixin KeepOptions keep = new KeepOptions();
  @Mixin NetworkOptions network = new NetworkOptions();

  private final Platform platform;
  private final Map<String, String> settings = new HashMap<>();

  private ProviderCommand(Platform platform, Session session, Problems problems) {
    super(session, problems);
    this.platform = platform;
  }

  /** The subcommand of a provider, its own options first. */
  static CommandLine of(Platform platform, Session session, Problems problems) {
    Descriptor facts = platform.facts();
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
    option.setter(Converters.setter(value -> settings.put(setting.key(), String.valueOf(value))));
    if (setting instanceof Setting.Flag) {
      option.type(boolean.class).arity("0");
    } else {
      option
          .type(String.class)
          .converters(Converters.of(setting))
          .paramLabel(setting.parameter())
          .completionCandidates(setting.values());
    }
    return option.build();
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
        lines.add(key(facts, setting.key(), facts.needs(setting) ? "needed" : ""));
      }
    }
    for (CredentialSpec credential : facts.credentials()) {
      String kind = credential.required() ? "secret, needed" : "secret";
      lines.add(key(facts, credential.key(), kind));
    }
    lines.add(key(facts, "base_url", ""));
    lines.add("");
    lines.add("Secrets, which 'convo profile add " + facts.name() + "' asks for:");
    for (CredentialSpec credential : facts.credentials()) {
      lines.add(String.format("  %-16s  %s", credential.key(), percent(credential.help())));
    }
    lines.addAll(
        List.of(
            "",
            "An id looks like " + facts.example() + ": " + percent(facts.idHelp()) + ".",
            facts.docs().toString()));
    return lines.toArray(new String[0]);
  }

  /** A text that picocli may format. */
  private static String percent(String text) {
    return text.replace("%", "%%");
  }

  private static String key(Descriptor facts, String key, String kind) {
    String after = kind.isEmpty() ? "" : " (" + kind + ")";
    return String.format("  %-16s  %s%s", key, facts.variable(key), after);
  }

  @Override
  Presentation presentation() {
    return look.presentation(result.format, result.outputFile, select.highlight());
  }

  @Override
  What what(List<Stage> stages) {
    return new What.Fetch(
        platform,
        ids,
        new What.Login(fetch.profile, settings, network.baseUrl, !errors.noInput),
        network.network(),
        new What.Manner(!fetch.noMessages, fetch.dryRun, result.failFast),
        keep.keeping());
  }
}

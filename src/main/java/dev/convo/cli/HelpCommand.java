package dev.convo.cli;

import dev.convo.failure.Failure;
import dev.convo.failure.Nearest;
import dev.convo.render.Format;
import dev.convo.show.OutputFormat;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code convo help}: a command's help, or a page on one topic. */
@Command(
    name = "help",
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    description = "Shows the help of a command, or a page on one topic.",
    footerHeading = "%nTopics:%n",
    footer = {
      "  convo help exit-codes     what each exit code means",
      "  convo help environment    the variables convo reads",
      "  convo help formats        {words}",
      "  convo help insight        what the times in insight and overview mean",
      "  convo help profiles       accounts, secrets and the profile file",
      "  convo help recipes        common tasks, ready to copy",
      "  convo help redact         sharing a conversation without personal data"
    })
final class HelpCommand implements Runnable {
  /** The topics, each a text of its own beside this class. */
  static final List<String> TOPICS =
      List.of("exit-codes", "environment", "formats", "insight", "profiles", "recipes", "redact");

  @Spec CommandSpec spec;

  private final IntSupplier columns;

  @Mixin ErrorOptions errors = new ErrorOptions();

  @Parameters(
      arity = "0..*",
      paramLabel = "COMMAND",
      description = "A command such as 'chatwoot' or 'profile add', or a topic.")
  List<String> words = new ArrayList<>();

  private HelpCommand(IntSupplier columns) {
    this.columns = columns;
  }

  /**
   * The command, with all formats in its footer.
   *
   * @param columns the width of a topic
   */
  static CommandLine of(IntSupplier columns) {
    CommandLine line = new CommandLine(new HelpCommand(columns));
    UsageMessageSpec usage = line.getCommandSpec().usageMessage();
    usage.footer(
        Arrays.stream(usage.footer())
            .map(text -> text.replace("{words}", words()))
            .toArray(String[]::new));
    return line;
  }

  @Override
  public void run() {
    CommandLine command = spec.commandLine().getParent();
    PrintWriter out = spec.commandLine().getOut();
    if (words.size() == 1 && TOPICS.contains(words.get(0))) {
      out.print(Wrapped.page(columns.getAsInt(), topic(words.get(0))));
      return;
    }
    for (String word : words) {
      CommandLine sub = command.getSubcommands().get(word);
      if (sub == null) {
        throw unknown(word, command);
      }
      command = sub;
    }
    command.usage(out);
  }

  private static Failure unknown(String word, CommandLine command) {
    List<String> known = new ArrayList<>(command.getSubcommands().keySet());
    known.addAll(TOPICS);
    return Failure.usage(
        "there is no command or topic '" + word + "'",
        Nearest.to(word, known)
            .map(near -> "did you mean 'convo help " + near + "'?")
            .orElse("see 'convo help'"));
  }

  /** The text of a topic, filled in. */
  static String topic(String name) {
    return Resource.text("cli/help/" + name + ".txt")
        .replace("{table}\n", ExitCode.table())
        .replace("{formats}\n", formats())
        .replace("{more}", more())
        .replace("{screen}", screen())
        .replace("{words}", words());
  }

  /** A line for each format, those for people first. */
  private static String formats() {
    return OutputFormat.all().stream()
        .map(one -> String.format("  %-10s  %s\n", one.word(), one.help()))
        .collect(Collectors.joining());
  }

  private static String more() {
    return Arrays.stream(Format.values())
        .map(Format::more)
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  /** {@code table, transcript and overview}. */
  private static String screen() {
    return Arrays.stream(Format.values())
        .filter(Format::onScreen)
        .map(Format::word)
        .collect(Collectors.joining(", "))
        .replaceFirst(", (\\w+)$", " and $1");
  }

  private static String words() {
    return String.join(", ", OutputFormat.words());
  }
}

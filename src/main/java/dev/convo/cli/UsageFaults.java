package dev.convo.cli;

import dev.convo.failure.Failure;
import dev.convo.failure.Nearest;
import dev.convo.provider.Link;
import dev.convo.session.Platform;
import dev.convo.session.Session;
import dev.convo.show.OutputFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Picocli's error handlers, and a check for a mistake that picocli misses. Each becomes one message
 * and an exit code.
 */
final class UsageFaults
    implements IParameterExceptionHandler, IExecutionExceptionHandler, IExecutionStrategy {
  private final Problems problems;
  private final List<Platform> platforms;

  UsageFaults(Problems problems, List<Platform> platforms) {
    this.problems = problems;
    this.platforms = List.copyOf(platforms);
  }

  @Override
  public int handleParseException(ParameterException fault, String[] args) {
    Failure failure = failure(fault);
    problems.failure(failure);
    return ExitCode.of(failure.kind());
  }

  private Failure failure(ParameterException fault) {
    if (fault instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched.getUnmatched().get(0), unmatched);
    }
    if (fault instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return missing(missing.getMissing().get(0));
    }
    CommandLine command = fault.getCommandLine();
    if (fault.getCause() instanceof Failure wrong) {
      // The converter does not know the name of its option.
      String message = name(fault) + wrong.message();
      return wrong.hint() == null ? usage(message, command) : Failure.usage(message, wrong.hint());
    }
    return fault.getCause() instanceof TypeConversionException wrong
        ? usage(name(fault) + wrong.getMessage(), command)
        : usage(String.valueOf(fault.getMessage()), command);
  }

  /** The failure of an option without its value, or of a command without an argument. */
  private static Failure missing(ArgSpec lacking) {
    String label = lacking.paramLabel();
    return Failure.usage(
        lacking instanceof OptionSpec option
            ? option.longestName() + " needs a value: " + label
            : label + " is missing",
        label + ": " + String.join(" ", lacking.description()));
  }

  @Override
  public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
    return problems.ended(thrown);
  }

  /** With --help, picocli ignores a command that does not exist, and shows another's help. */
  @Override
  public int execute(ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    CommandLine command = last.commandSpec().commandLine();
    if (!last.unmatched().isEmpty() && !command.getSubcommands().isEmpty()) {
      throw new UnmatchedArgumentException(command, last.unmatched());
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  /** The failure of an unexpected word, with what was most likely meant. */
  private Failure unmatched(String word, UnmatchedArgumentException fault) {
    Slips slips = new Slips(platforms);
    CommandLine command = fault.getCommandLine();
    if (fault.isUnknownOption()) {
      if (command.getParent() == null && isKnownBelow(command, word)) {
        return Failure.usage(
            "which platform? " + word + " needs the name of one",
            "for example: convo chatwoot 42 --profile demo");
      }
      List<String> options = new ArrayList<>();
      command.getCommandSpec().options().forEach(o -> options.addAll(List.of(o.names())));
      String option = word.replaceFirst("=.*", "");
      String message = "there is no option " + option;
      return slips
          .option(option, command.getCommandName())
          .map(hint -> Failure.usage(message, hint))
          .orElseGet(() -> usage(message, command, Nearest.to(option, options)));
    }
    if (command.getSubcommands().isEmpty()) {
      return usage("unexpected argument '" + word + "'", command);
    }
    boolean root = command.getParent() == null;
    Optional<String> near =
        Nearest.to(word, command.getSubcommands().keySet())
            .or(() -> root ? Link.meant(word).or(() -> Session.showing(word)) : Optional.empty());
    Optional<Failure> id = root && near.isEmpty() ? slips.withoutPlatform(word) : Optional.empty();
    if (id.isPresent()) {
      return id.get();
    }
    String message =
        "there is no command '" + (root ? "" : command.getCommandName() + " ") + word + "'";
    return (root ? optionOf(command, word) : Slips.ofProfile(word))
        .map(hint -> Failure.usage(message, hint))
        .orElseGet(() -> usage(message, command, near));
  }

  /** What somebody meant who wrote a format or an option where a command belongs. */
  private static Optional<String> optionOf(CommandLine root, String word) {
    return OutputFormat.of(word).isPresent()
        ? Optional.of("it is a format: convo chatwoot 42 -o " + word)
        : isKnownBelow(root, "--" + word)
            ? Optional.of("it is an option: convo chatwoot 42 --" + word)
            : Optional.empty();
  }

  private static Failure usage(String message, CommandLine command, Optional<String> near) {
    return near.map(word -> Failure.usage(message, "did you mean " + word + "?"))
        .orElseGet(() -> usage(message, command));
  }

  private static Failure usage(String message, CommandLine command) {
    return Failure.usage(message, "see '" + command.getCommandSpec().qualifiedName() + " --help'");
  }

  private static boolean isKnownBelow(CommandLine root, String option) {
    String name = option.replaceFirst("=.*", "");
    return root.getSubcommands().values().stream()
        .anyMatch(command -> command.getCommandSpec().findOption(name) != null);
  }

  private static String name(ParameterException fault) {
    return fault.getArgSpec() instanceof OptionSpec option
        ? option.longestName() + ": "
        : fault.getArgSpec() == null ? "" : fault.getArgSpec().paramLabel() + ": ";
  }
}

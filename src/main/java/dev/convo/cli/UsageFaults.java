package dev.convo.cli;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.failure.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Both of picocli's handlers: what went wrong becomes one message and a code. */
final class UsageFaults implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final Problems problems;

  UsageFaults(Problems problems) {
    this.problems = problems;
  }

  @Override
  public int handleParseException(ParameterException fault, String[] args) {
    Failure failure =
        fault instanceof UnmatchedArgumentException unmatched
            ? unmatched(unmatched.getUnmatched().get(0), unmatched)
            : usage(message(fault), fault.getCommandLine(), Optional.empty());
    problems.failure(failure);
    return ExitCode.of(failure.kind());
  }

  @Override
  public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
    if (thrown instanceof Failure failure) {
      problems.failure(failure);
      return ExitCode.of(failure.kind());
    }
    problems.bug(thrown);
    return ExitCode.of(Kind.BUG);
  }

  /** A word that has no place: most likely another one was meant. */
  private static Failure unmatched(String word, UnmatchedArgumentException fault) {
    CommandLine command = fault.getCommandLine();
    if (fault.isUnknownOption()) {
      if (command.getParent() == null && isKnownBelow(command, word)) {
        return new Failure(
            Kind.USAGE,
            "which platform? " + word + " goes with the name of one",
            "for example: convo chatwoot 42 --profile demo");
      }
      List<String> options = new ArrayList<>();
      command.getCommandSpec().options().forEach(o -> options.addAll(List.of(o.names())));
      return usage("there is no option " + word, command, Nearest.to(word, options));
    }
    if (command.getSubcommands().isEmpty()) {
      return usage("'" + word + "' is one argument too many", command, Optional.empty());
    }
    String before = command.getParent() == null ? "" : command.getCommandName() + " ";
    return usage(
        "there is no command '" + before + word + "'",
        command,
        Nearest.to(word, command.getSubcommands().keySet()));
  }

  private static Failure usage(String message, CommandLine command, Optional<String> near) {
    return new Failure(
        Kind.USAGE,
        message,
        near.map(word -> "did you mean " + word + "?")
            .orElse("see '" + command.getCommandSpec().qualifiedName() + " --help'"));
  }

  private static boolean isKnownBelow(CommandLine root, String option) {
    String name = option.replaceFirst("=.*", "");
    return root.getSubcommands().values().stream()
        .anyMatch(command -> command.getCommandSpec().findOption(name) != null);
  }

  private static String message(ParameterException fault) {
    if (fault instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return missing.getMissing().get(0) instanceof OptionSpec option
          ? option.longestName() + " needs a value: " + option.paramLabel()
          : missing.getMissing().get(0).paramLabel() + " is missing";
    }
    if (fault.getArgSpec() != null && fault.getCause() instanceof TypeConversionException wrong) {
      String name =
          fault.getArgSpec() instanceof OptionSpec option
              ? option.longestName()
              : fault.getArgSpec().paramLabel();
      return name + ": " + wrong.getMessage();
    }
    return String.valueOf(fault.getMessage());
  }
}

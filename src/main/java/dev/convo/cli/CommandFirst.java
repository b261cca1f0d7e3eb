package dev.convo.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Allows options before the subcommand or a link: {@code convo --json chatwoot 42}. */
final class CommandFirst {
  private CommandFirst() {}

  /** The arguments with the subcommand or link moved to the front; unchanged without either. */
  static String[] of(CommandLine root, String... args) {
    int at = 0;
    while (at < args.length && args[at].startsWith("-") && args[at].length() > 1) {
      if (args[at].equals("--")) {
        return args;
      }
      at += takesValue(root, args[at]) ? 2 : 1;
    }
    boolean found =
        at > 0
            && at < args.length
            && (root.getSubcommands().containsKey(args[at]) || isLink(args[at]));
    if (!found) {
      return args;
    }
    List<String> ordered = new ArrayList<>(List.of(args[at]));
    ordered.addAll(Arrays.asList(args).subList(0, at));
    ordered.addAll(Arrays.asList(args).subList(at + 1, args.length));
    return ordered.toArray(new String[0]);
  }

  /** Whether this is a link, well-formed or not. */
  static boolean isLink(String word) {
    return word.regionMatches(true, 0, "https://", 0, 8)
        || word.regionMatches(true, 0, "http://", 0, 7);
  }

  /** Whether an option of any subcommand takes the next argument as its value. */
  private static boolean takesValue(CommandLine root, String word) {
    for (CommandLine command : root.getSubcommands().values()) {
      OptionSpec option = command.getCommandSpec().findOption(word);
      if (option != null) {
        return option.arity().min() > 0;
      }
    }
    return false;
  }
}

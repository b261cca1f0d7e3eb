package dev.convo.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Allows options before the subcommand or the link: {@code convo --json chatwoot 42}. */
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
    if (at >= args.length || !root.getSubcommands().containsKey(args[at]) && !isLink(args[at])) {
      return args;
    }
    List<String> ordered = new ArrayList<>(List.of(args));
    ordered.add(0, ordered.remove(at));
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

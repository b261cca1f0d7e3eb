package dev.convo.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code convo} itself. Without arguments it lists its commands. */
@Command(
    name = "convo",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    customSynopsis = {"convo COMMAND [OPTIONS] ID...", "       convo [OPTIONS] LINK...", ""},
    description = "Shows a support conversation in your terminal.",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nStart here:%n",
    footer = {
      "  convo chatwoot 42 --profile demo   a sample, no account",
      "  convo profile init chatwoot        your credentials",
      "  convo chatwoot 42                  one of your own",
      "  convo https://...                  the same, by its link",
      "",
      "More: convo help COMMAND, and convo help recipes, profiles, formats, insight, redact,"
          + " environment, exit-codes."
    })
final class RootCommand implements Runnable {
  @Spec CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}

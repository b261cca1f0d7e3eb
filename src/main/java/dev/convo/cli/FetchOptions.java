package dev.convo.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What to fetch, and with which account. */
@Command(addMethodSubcommands = false, optionListHeading = "%nWhat is fetched:%n")
final class FetchOptions {
  @Option(
      names = {"-p", "--profile"},
      paramLabel = "NAME",
      description = "Profile to use; 'demo' needs no account.")
  @Nullable String profile;

  @Option(
      names = "--no-messages",
      description = "Fetch the conversation without its messages, in one request.")
  boolean noMessages;

  @Option(
      names = "--dry-run",
      description = "Print the requests as curl commands; send nothing and read no secrets.")
  boolean dryRun;
}

package dev.convo.cli;

import dev.convo.render.Format;
import dev.convo.show.OutputFormat;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What to fetch with which account, and where the result goes. */
@Command(addMethodSubcommands = false, optionListHeading = "%nWhat is shown, and where:%n")
final class FetchOptions {
  @Option(
      order = 1,
      names = {"-p", "--profile"},
      paramLabel = "NAME",
      description = "Profile to use; 'demo' needs no account.")
  @Nullable String profile;

  @Nullable OutputFormat format;

  @Option(
      order = 2,
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "table (default), json, jsonl, transcript or raw. See 'convo help formats'.")
  void format(OutputFormat value) {
    format = value;
  }

  @Option(order = 3, names = "--json", description = "The same as -o json.")
  void json(boolean on) {
    format = on ? new OutputFormat(Format.JSON) : format;
  }

  @Option(
      order = 4,
      names = {"-O", "--output-file"},
      paramLabel = "FILE",
      description = "Write to this file, whole or not at all; '-' is standard output.")
  @Nullable Path outputFile;

  @Option(
      order = 5,
      names = "--public-only",
      description = "Only what the customer could see: no private, system or unsent messages.")
  boolean publicOnly;

  @Option(
      order = 6,
      names = "--no-messages",
      description = "Fetch the conversation without its messages, in one request.")
  boolean noMessages;

  @Option(
      order = 7,
      names = "--dry-run",
      description = "Print the requests as curl commands; read no secret, send nothing.")
  boolean dryRun;

  @Option(
      order = 8,
      names = "--fail-fast",
      description = "With several conversations, stop at the first failure.")
  boolean failFast;
}

package dev.convo.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is written to standard error. */
@Command(addMethodSubcommands = false, optionListHeading = "%nErrors and notes:%n")
final class ReportOptions {
  @Option(
      names = {"-v", "--verbose"},
      description = "Show each request and its outcome; -vv also shows headers, never secrets.")
  boolean[] verbose = new boolean[0];

  @Option(
      names = {"-q", "--quiet"},
      description = "Show errors only, without notes.")
  boolean quiet;
}

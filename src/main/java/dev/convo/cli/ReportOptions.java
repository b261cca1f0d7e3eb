package dev.convo.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is said on standard error. */
@Command(addMethodSubcommands = false, optionListHeading = "%nWhat is said on standard error:%n")
final class ReportOptions {
  @Option(
      names = {"-v", "--verbose"},
      description = "Say what is sent and what came back; twice: with headers, without secrets.")
  boolean[] verbose = new boolean[0];

  @Option(
      names = {"-q", "--quiet"},
      description = "No notes.")
  boolean quiet;
}

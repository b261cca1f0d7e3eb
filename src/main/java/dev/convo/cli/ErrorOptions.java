package dev.convo.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How convo reports errors. Every command has these options. */
final class ErrorOptions {
  enum ErrorFormat {
    TEXT,
    JSON
  }

  @Option(
      order = 20,
      names = "--error-format",
      paramLabel = "FORMAT",
      description = "How errors are written: text (default) or json.")
  @Nullable ErrorFormat errorFormat;

  @Option(order = 21, names = "--no-input", description = "Never ask anything.")
  boolean noInput;

  /** Whether errors are JSON, judged by the bare words, before parsing them can fail. */
  static boolean json(String[] args, Map<String, String> variables) {
    String format = variables.getOrDefault("CONVO_ERROR_FORMAT", "");
    for (int i = 0; i < args.length; i++) {
      if (args[i].startsWith("--error-format=")) {
        format = args[i].substring("--error-format=".length());
      } else if (args[i].equals("--error-format") && i + 1 < args.length) {
        format = args[i + 1];
      }
    }
    return format.equalsIgnoreCase("json");
  }
}

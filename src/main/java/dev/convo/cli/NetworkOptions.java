package dev.convo.cli;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How the platform is reached. Null is the default, which a profile may set. */
@Command(addMethodSubcommands = false, optionListHeading = "%nThe network:%n")
final class NetworkOptions {
  @Option(
      names = "--base-url",
      paramLabel = "URI",
      description = "Where the platform's API is, instead of the profile's base_url.")
  @Nullable String baseUrl;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "Limit for the whole of one request: 500ms, 30s, 2m (default: 30s).")
  @Nullable Duration timeout;

  @Option(
      names = "--retries",
      paramLabel = "N",
      description = "How often a passing fault is tried again (default: 3).")
  @Nullable Integer retries;

  @Option(
      names = "--max-wait",
      paramLabel = "TIME",
      description = "How long to wait for a rate limit in all (default: 30s; several ids: 5m).")
  @Nullable Duration maxWait;

  @Option(
      names = "--max-body",
      paramLabel = "SIZE",
      description = "Largest answer, decompressed: 500k, 64M, 1G (default: 256M).")
  @Nullable ByteSize maxBody;

  @Option(
      names = "--max-size",
      paramLabel = "SIZE",
      description = "Largest conversation, all answers together (default: 1G).")
  @Nullable ByteSize maxSize;

  @Option(
      names = "--max-time",
      paramLabel = "TIME",
      description = "Limit for a whole conversation; what was read is shown (default: 10m).")
  @Nullable Duration maxTime;

  @Option(
      names = "--ca-bundle",
      paramLabel = "FILE",
      description = "Trust the authorities in this PEM file, too. It adds; curl's replaces.")
  @Nullable Path caBundle;

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      description = "Requests under way at once (default: 4; workspace: 2).")
  @Nullable Integer concurrency;
}

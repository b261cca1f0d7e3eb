package dev.convo.cli;

import dev.convo.failure.Failure;
import dev.convo.session.What;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How the platform is reached. Null where the profile, the platform or the number of ids decides.
 */
@Command(addMethodSubcommands = false, optionListHeading = "%nThe network:%n")
final class NetworkOptions {
  @Option(
      names = "--base-url",
      paramLabel = "URI",
      description = "Address of the API, replacing the profile's base_url.")
  @Nullable String baseUrl;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "Time limit for one request, such as 500ms, 30s or 2m (default: 30s).")
  @Nullable Duration timeout;

  @Option(
      names = "--retries",
      paramLabel = "N",
      description = "Number of retries after a temporary failure (default: 3).")
  int retries = 3;

  @Option(
      names = "--max-wait",
      paramLabel = "TIME",
      description = "Time limit for waiting on rate limits (default: 30s; several ids: 5m).")
  @Nullable Duration maxWait;

  @Option(
      names = "--max-body",
      paramLabel = "SIZE",
      description = "Largest answer to read, such as 500k, 64M or 1G (default: 256M).")
  long maxBody = 256L << 20;

  @Option(
      names = "--max-size",
      paramLabel = "SIZE",
      description = "Largest conversation, all answers together (default: 1G).")
  long maxSize = 1L << 30;

  @Option(
      names = "--max-time",
      paramLabel = "TIME",
      description = "Time limit for a whole conversation; what was read is shown (default: 10m).")
  Duration maxTime = Duration.ofMinutes(10);

  @Option(
      names = "--ca-bundle",
      paramLabel = "FILE",
      description = "Also trust the certificate authorities in this PEM file.")
  @Nullable Path caBundle;

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      description =
          "Number of requests at the same time (default: 4, fewer where a platform limits them).")
  @Nullable Integer concurrency;

  /**
   * All of it but the base URI.
   *
   * @throws Failure USAGE if {@code --concurrency} is 0
   */
  What.Network network() {
    if (concurrency != null && concurrency == 0) {
      throw Failure.usage("--concurrency must be at least 1", "give 1 or more");
    }
    return new What.Network(
        caBundle,
        concurrency,
        new What.Limits(timeout, retries, maxWait, maxBody, maxSize, maxTime));
  }
}

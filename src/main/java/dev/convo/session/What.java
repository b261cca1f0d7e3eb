package dev.convo.session;

import dev.convo.source.Ids;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a line asks for. Null is "not said": the environment, the profile or a default decides.
 *
 * @param ids ids, links and {@code -} as they were typed
 * @param messages whether messages are wanted, and not the conversation alone
 * @param dryRun whether the requests are wanted as {@code curl} commands
 * @param failFast whether the first failure ends the run
 */
public record What(
    Platform platform,
    List<String> ids,
    Login login,
    boolean messages,
    boolean dryRun,
    boolean failFast,
    Network network) {

  public What {
    ids = List.copyOf(ids);
  }

  /**
   * The account to use.
   *
   * @param settings the provider's settings typed as options, by key
   * @param mayAsk whether a program that fetches a secret may ask the user
   */
  public record Login(
      @Nullable String profile,
      Map<String, String> settings,
      @Nullable String baseUrl,
      boolean mayAsk) {
    public Login {
      settings = Map.copyOf(settings);
    }
  }

  /**
   * How the platform is reached.
   *
   * @param caBundle a PEM file of further authorities to trust
   * @param concurrency requests under way at once
   */
  public record Network(@Nullable Path caBundle, @Nullable Integer concurrency, Limits limits) {}

  /**
   * What a conversation may use up.
   *
   * @param timeout for the whole of one request
   * @param maxWait for rate limits in all
   * @param maxBody bytes of one answer
   * @param maxSize bytes of one conversation
   * @param maxTime for one conversation
   */
  public record Limits(
      @Nullable Duration timeout,
      @Nullable Integer retries,
      @Nullable Duration maxWait,
      @Nullable Long maxBody,
      @Nullable Long maxSize,
      @Nullable Duration maxTime) {}

  /** Whether there may be more than one conversation. */
  boolean several() {
    return ids.size() > 1 || ids.contains(Ids.STDIN);
  }

  /** How many ids there are in all; empty where standard input has more. */
  OptionalInt count() {
    return ids.contains(Ids.STDIN) ? OptionalInt.empty() : OptionalInt.of(ids.size());
  }
}

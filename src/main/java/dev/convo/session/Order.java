package dev.convo.session;

import dev.convo.render.Format;
import dev.convo.show.ColorChoice;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for. Null is "not said": the environment, the profile or a default
 * decides.
 *
 * @param ids ids, links and {@code -} as they were typed
 * @param settings settings typed as options, by key
 * @param noInput whether nothing may be asked
 * @param statusLine whether standard error may say what is going on, on a line that is wiped again
 * @param verbosity 1 to hear of each request, 2 of its headers, too
 */
public record Order(
    Platform platform,
    List<String> ids,
    @Nullable String profile,
    Map<String, String> settings,
    @Nullable Format format,
    @Nullable Path outputFile,
    boolean publicOnly,
    boolean noMessages,
    boolean dryRun,
    boolean failFast,
    boolean noInput,
    int verbosity,
    boolean statusLine,
    Network network,
    Look look) {

  public Order {
    ids = List.copyOf(ids);
    settings = Map.copyOf(settings);
  }

  /**
   * How the platform is reached.
   *
   * @param concurrency requests under way at once
   */
  public record Network(
      @Nullable String baseUrl,
      @Nullable Path caBundle,
      @Nullable Integer concurrency,
      Limits limits) {}

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

  /**
   * How text for people looks.
   *
   * @param width display cells; 0 means neither cut nor wrap
   */
  public record Look(
      @Nullable ZoneId zone,
      @Nullable ColorChoice color,
      @Nullable Integer width,
      boolean noPager) {}
}

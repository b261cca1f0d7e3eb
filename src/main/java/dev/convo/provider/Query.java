package dev.convo.provider;

import dev.convo.failure.Excerpt;
import dev.convo.failure.Failure;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What to fetch from a provider.
 *
 * @param id the conversation's id, its form checked by the descriptor
 * @param base the URI all requests go below
 * @param settings the account's settings by key, such as {@code account_id}; no secret among them
 * @param messages whether messages are wanted; if not, only the documented call is made
 */
public record Query(String id, URI base, Map<String, String> settings, boolean messages) {
  /** For an unknown id: accepts an answer about any conversation. Never a real id. */
  public static final String ANY = "?";

  /** Code points of a wrong id that a message shows. */
  private static final int SHOWN = 129;

  private static final Pattern UUID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  public Query {
    settings = Map.copyOf(settings);
  }

  /**
   * Refuses an answer about another conversation: a proxy or a cache may mix answers up. UUIDs are
   * the same in capitals.
   *
   * @param answered the id in the answer; null if it has none, which is accepted
   * @throws Failure BAD_ANSWER if it is another id than the one asked for
   */
  public void checkId(@Nullable String answered) {
    if (answered == null || answered.equals(id) || id.equals(ANY)) {
      return;
    }
    if (!UUID.matcher(id).matches() || !answered.equalsIgnoreCase(id)) {
      throw Failure.badAnswer(
          "the answer is about another conversation, " + Excerpt.of(answered, SHOWN),
          "try again; if that does not help, check whether base_url leads through a proxy or a"
              + " cache");
    }
  }

  public Optional<String> setting(String key) {
    return Optional.ofNullable(settings.get(key));
  }

  /** The setting under this key, which the descriptor calls required. */
  public String required(String key) {
    return setting(key)
        .orElseThrow(() -> new IllegalStateException("required and not resolved: " + key));
  }
}

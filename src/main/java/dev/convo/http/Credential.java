package dev.convo.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A secret and the header it goes into. */
public interface Credential {
  /** What the profile file calls it, such as {@code api_access_token}. */
  String key();

  /** The header's spellings, in the order they are tried. */
  List<String> headers();

  /** The key of the setting that chooses one of the spellings, or null. */
  @Nullable String spelledBy();

  /** What comes before the secret in the header: {@code "Bearer "} or nothing. */
  String prefix();

  /**
   * The secret: printable ASCII, and always the same. Asked for with the first request.
   *
   * @throws dev.convo.failure.Failure CONFIG if it cannot be read; INTERRUPTED
   */
  String value();

  /** Where it came from, for hints: {@code profiles.toml:6}. */
  String cameFrom();
}

package dev.convo.provider;

import java.util.List;

/**
 * A secret that a platform asks for, as a key of its section.
 *
 * @param key the key in the profile file, such as {@code api_access_token}
 * @param required whether the platform is known to refuse every call without it
 * @param headers the header's spellings, the documented one first; the next is tried where the
 *     platform says that it saw none
 * @param prefix what stands before the secret in the header: {@code "Bearer "} or nothing
 * @param help where a user finds it, one line
 */
public record Credential(
    String key, boolean required, List<String> headers, String prefix, String help) {
  public Credential {
    headers = List.copyOf(headers);
  }
}

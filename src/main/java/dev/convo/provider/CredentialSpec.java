package dev.convo.provider;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A secret that a platform asks for, as a key of its section.
 *
 * @param key the key in the profile file, such as {@code api_access_token}
 * @param required whether the platform is known to refuse every call without it
 * @param headers the header's spellings, the documented one first; the next is tried where the
 *     platform says that it saw none
 * @param spelledBy the key of the setting that leaves only one of the spellings, or null
 * @param prefix what comes before the secret in the header: {@code "Bearer "} or nothing
 * @param help where a user finds it, one line
 */
public record CredentialSpec(
    String key,
    boolean required,
    List<String> headers,
    @Nullable String spelledBy,
    String prefix,
    String help) {
  public CredentialSpec {
    headers = List.copyOf(headers);
  }

  /** A required secret that is a header's whole value. */
  public static CredentialSpec header(String key, String header, String help) {
    return new CredentialSpec(key, true, List.of(header), null, "", help);
  }

  /** A required secret that follows {@code Authorization: Bearer}. */
  public static CredentialSpec bearer(String key, String help) {
    return new CredentialSpec(key, true, List.of("Authorization"), null, "Bearer ", help);
  }

  public CredentialSpec optional() {
    return new CredentialSpec(key, false, headers, spelledBy, prefix, help);
  }

  /** The same secret, its header spelled in another way too; the setting chooses one spelling. */
  public CredentialSpec orSpelled(String other, String setting) {
    List<String> all = Stream.concat(headers.stream(), Stream.of(other)).toList();
    return new CredentialSpec(key, required, all, setting, prefix, help);
  }

  public CredentialSpec onlySpelled(String header) {
    return new CredentialSpec(key, required, List.of(header), spelledBy, prefix, help);
  }
}

package dev.convo.profile;

import dev.convo.failure.Nearest;
import dev.convo.provider.CredentialSpec;
import dev.convo.provider.Descriptor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds the key of a provider's section that a mistyped one was most likely meant to be. */
final class NearestKey {
  private static final Set<String> SECRET_WORDS =
      Set.of("token", "key", "apikey", "secret", "password", "auth", "bearer");

  private NearestKey() {}

  /**
   * The most likely key.
   *
   * @param typed a key, in capitals or not
   * @return empty if no key is spelled like it or contains its words
   */
  static Optional<String> to(String typed, Descriptor descriptor) {
    String word = typed.toLowerCase(Locale.ROOT).replace('-', '_');
    List<String> words = List.of(word.split("_"));
    List<String> keys = Variables.keys(descriptor);
    List<String> secrets = descriptor.credentials().stream().map(CredentialSpec::key).toList();
    return secrets.stream()
        .filter(key -> hasAll(key, words))
        .findFirst()
        .or(() -> Nearest.to(word, keys))
        .or(() -> keys.stream().filter(key -> hasAll(key, words)).findFirst())
        .or(
            () ->
                secrets.size() == 1 && words.stream().anyMatch(SECRET_WORDS::contains)
                    ? Optional.of(secrets.get(0))
                    : Optional.empty());
  }

  private static boolean hasAll(String key, List<String> words) {
    return Arrays.asList(key.split("_")).containsAll(words);
  }
}

package dev.convo.session;

import dev.convo.provider.Descriptor;
import dev.convo.provider.Provider;
import dev.convo.sandbox.Service;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A provider and the sandbox that stands in for its platform.
 *
 * @param sandbox makes the sandbox, whose rate limits follow the given clock
 */
public record Platform(Provider provider, Function<InstantSource, Service> sandbox) {
  /** What is known of the platform without asking it. */
  public Descriptor facts() {
    return provider.descriptor();
  }

  public static List<Descriptor> facts(List<Platform> platforms) {
    return platforms.stream().map(Platform::facts).toList();
  }

  /** The platform with this name or alias. */
  public static Optional<Platform> named(String name, List<Platform> platforms) {
    return platforms.stream().filter(one -> one.facts().names().contains(name)).findFirst();
  }
}

package dev.convo.profile;

import dev.convo.failure.Failure;
import dev.convo.http.Origin;
import dev.convo.profile.Profiles.Home;
import dev.convo.profile.value.Sourced;
import dev.convo.provider.Link;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The accounts on a link's host: their base URI, or their platform's own, has the link's origin.
 */
final class Homes {
  private final Profiles profiles;
  private final URI link;

  /** Accounts that serve the link's path too: several platforms may share one host. */
  private final List<Home> exact = new ArrayList<>();

  private final List<Home> onHost = new ArrayList<>();

  Homes(Profiles profiles, URI link) {
    this.profiles = profiles;
    this.link = link;
  }

  /**
   * The accounts in the order of the file.
   *
   * @param typed the only profile to look at, typed with {@code -p}; or null for all
   */
  List<Home> find(@Nullable String typed) {
    Sourced chosen = profiles.chosen(typed);
    Set<String> names = new LinkedHashSet<>(typed == null ? profiles.written() : List.of());
    names.add(chosen.value());
    for (String name : names) {
      boolean isChosen = name.equals(chosen.value());
      Choice choice = new Choice(isChosen ? typed : name, Map.of());
      profiles.descriptors.forEach(one -> look(new Home(one, name, isChosen), choice));
    }
    return exact.isEmpty() ? onHost : exact;
  }

  private void look(Home home, Choice choice) {
    try {
      Lookup lookup = new Lookup(profiles, home.platform(), choice);
      if (lookup.isEmpty()) {
        return;
      }
      Optional<URI> base = lookup.base().map(BaseUri::uri);
      Origin origin = Origin.of(link);
      boolean isHere =
          base.map(uri -> Origin.of(uri).equals(origin))
              .orElseGet(() -> lookup.homes().contains(origin));
      if (isHere) {
        onHost.add(home);
        String prefix = base.map(URI::getRawPath).orElse("");
        if (Link.matches(home.platform().links(), prefix, link)) {
          exact.add(home);
        }
      }
    } catch (Failure e) {
      // A faulty account is skipped: the link may be about another one.
    }
  }
}

package dev.convo.profile;

import dev.convo.http.Limits;
import dev.convo.http.Proxies;
import dev.convo.http.Transport;
import dev.convo.http.Transport.Authorities;
import dev.convo.model.Note;
import dev.convo.profile.secret.Secret;
import dev.convo.profile.value.Source;
import dev.convo.profile.value.Sourced;
import dev.convo.provider.CredentialSpec;
import dev.convo.provider.Descriptor;
import dev.convo.provider.Setting;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything a run needs to query one platform under one account.
 *
 * @param profile the profile's name; null if the environment alone defines the account
 * @param base the URI below which all requests go, cleaned and allowed
 * @param settings the provider's own keys that are set, each checked against its form
 * @param secrets the secrets to send, in the provider's order; none has been read
 * @param authorities PEM files of authorities to trust beside the usual ones
 * @param proxies which proxy to use for which host
 * @param notes what the user should know about the file and the environment
 */
public record Account(
    @Nullable String profile,
    URI base,
    Map<String, Sourced> settings,
    List<Secret> secrets,
    List<Authorities> authorities,
    Proxies proxies,
    List<Note> notes) {

  private static final Proxies NO_PROXIES = new Proxies(Map.of(), null, "");

  public Account {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    secrets = List.copyOf(secrets);
    authorities = List.copyOf(authorities);
    notes = List.copyOf(notes);
  }

  /**
   * An account that neither file nor environment defines.
   *
   * @param values the provider's keys and secrets, by key
   */
  public static Account builtIn(
      String profile, Descriptor facts, URI base, Map<String, String> values) {
    Map<String, Sourced> settings = new LinkedHashMap<>();
    for (Setting setting : facts.settings()) {
      String value = values.get(setting.key());
      if (value != null) {
        settings.put(setting.key(), new Sourced(value, Source.BUILT_IN));
      }
    }
    List<Secret> secrets = new ArrayList<>();
    for (CredentialSpec credential : facts.credentials()) {
      String value = values.get(credential.key());
      if (value != null) {
        secrets.add(new Secret(credential, Source.BUILT_IN, null, () -> value));
      }
    }
    return new Account(profile, base, settings, secrets, List.of(), NO_PROXIES, List.of());
  }

  /**
   * How the platform and the files of conversations are reached.
   *
   * @param caBundle the authorities named on the command line, or null
   */
  public Transport.Settings connection(@Nullable Path caBundle, Limits limits, String userAgent) {
    List<Authorities> all = new ArrayList<>(authorities);
    if (caBundle != null) {
      all.add(new Authorities(caBundle, "--ca-bundle"));
    }
    return new Transport.Settings(base, limits, proxies::forBase, all, userAgent);
  }

  /** The settings without their sources, for a query. */
  public Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    settings.forEach((key, sourced) -> values.put(key, sourced.value()));
    return values;
  }
}

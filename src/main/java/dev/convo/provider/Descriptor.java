package dev.convo.provider;

import dev.convo.model.Shown;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The facts about a provider. Everything that help, profiles, completion and dry runs need to know
 * of it is here, so that none of them names a provider.
 *
 * @param name the subcommand and the section's name, such as {@code crm}
 * @param aliases other names of the subcommand
 * @param title the platform's own name, such as {@code oHallo}
 * @param summary one line for help
 * @param hosts the platform's own base URIs, by the value of the setting {@code environment}; under
 *     the empty string where there is one only
 * @param credentials its secrets, in the order a user is asked for them
 * @param settings its other keys, in that order
 * @param idForm what an id looks like
 * @param idHelp the same in words, for the error and for help
 * @param example an id that the sandbox knows
 * @param links the paths of links and API addresses, behind the base URI
 * @param shown the attributes that people want to see
 * @param concurrency how many requests may be under way at once unless the user says otherwise
 * @param docs the platform's own page about the documented call
 * @param baseTails paths that people copy behind a base URI, such as {@code /app}: from there on it
 *     is cut
 */
public record Descriptor(
    String name,
    List<String> aliases,
    String title,
    String summary,
    Map<String, URI> hosts,
    List<Credential> credentials,
    List<Setting> settings,
    Pattern idForm,
    String idHelp,
    String example,
    List<Link> links,
    List<Shown> shown,
    int concurrency,
    URI docs,
    List<String> baseTails) {

  public Descriptor {
    aliases = List.copyOf(aliases);
    hosts = Map.copyOf(hosts);
    credentials = List.copyOf(credentials);
    settings = List.copyOf(settings);
    links = List.copyOf(links);
    shown = List.copyOf(shown);
    baseTails = List.copyOf(baseTails);
  }

  /** The names of the subcommand, the usual one first. */
  public List<String> names() {
    return Stream.concat(Stream.of(name), aliases.stream()).toList();
  }

  /** The setting with this key. */
  public Optional<Setting> setting(String key) {
    return settings.stream().filter(setting -> setting.key().equals(key)).findFirst();
  }

  /** What an id looks like with these settings, by key. */
  public Pattern idForm(Map<String, String> chosen) {
    return settings.stream()
        .filter(setting -> "true".equals(chosen.get(setting.key())))
        .map(Setting::idForm)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(idForm);
  }

  /** The variable that holds a key of this provider: {@code CONVO_CHATWOOT_ACCOUNT_ID}. */
  public String variable(String key) {
    return "CONVO_" + (name + "_" + key).toUpperCase(java.util.Locale.ROOT);
  }
}

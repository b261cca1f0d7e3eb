package dev.convo.provider;

import dev.convo.model.Glossary;
import dev.convo.model.Shown;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a provider. Everything that help, profiles, completion and dry runs need to know
 * about it is here, so that none of them names a provider.
 *
 * @param name the subcommand and the section's name, such as {@code crm}
 * @param aliases other names of the subcommand
 * @param title the platform's own name, such as {@code oHallo}
 * @param summary one line for help
 * @param hosts the platform's own base URIs, by the value of the setting that chooses one; under
 *     the empty string where there is only one
 * @param hostKey the key of the setting that chooses one; null where there is only one
 * @param credentials its secrets, in the order a user is asked for them
 * @param settings its other keys, in that order
 * @param idForm what an id looks like
 * @param idHelp the same in words, for the error and for help
 * @param example an id that the sandbox knows
 * @param links the paths of links and API addresses, behind the base URI
 * @param glossary how its own words are shown to people
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
    @Nullable String hostKey,
    List<CredentialSpec> credentials,
    List<Setting> settings,
    Pattern idForm,
    String idHelp,
    String example,
    List<Link> links,
    Glossary glossary,
    int concurrency,
    URI docs,
    List<String> baseTails) {

  public Descriptor {
    aliases = List.copyOf(aliases);
    hosts = Map.copyOf(hosts);
    credentials = List.copyOf(credentials);
    settings = List.copyOf(settings);
    links = List.copyOf(links);
    baseTails = List.copyOf(baseTails);
  }

  public static Builder of(String name, String title, String summary) {
    return new Builder(name, title, summary);
  }

  public List<String> names() {
    return Stream.concat(Stream.of(name), aliases.stream()).toList();
  }

  /** The platform's own base URI; empty where a setting chooses among several. */
  public Optional<URI> host() {
    return Optional.ofNullable(hosts.get(""));
  }

  /** The base URI for this value of the setting that chooses the host. */
  public Optional<URI> host(String value) {
    return hostKey == null ? Optional.empty() : Optional.ofNullable(hosts.get(value));
  }

  public boolean choosesHost(Setting setting) {
    return setting.key().equals(hostKey);
  }

  /** Whether nothing can be fetched without it, unless another base URL is set. */
  public boolean needs(Setting setting) {
    return setting.required() || choosesHost(setting);
  }

  public Optional<Setting> setting(String key) {
    return settings.stream().filter(setting -> setting.key().equals(key)).findFirst();
  }

  /** What an id looks like with these settings, by key. */
  public Pattern idForm(Map<String, String> chosen) {
    return settings.stream()
        .filter(setting -> "true".equals(chosen.get(setting.key())))
        .flatMap(setting -> setting instanceof Setting.Flag flag ? Stream.of(flag) : Stream.of())
        .map(Setting.Flag::idForm)
        .findFirst()
        .orElse(idForm);
  }

  /** The variable that holds a key of this provider: {@code CONVO_CHATWOOT_ACCOUNT_ID}. */
  public String variable(String key) {
    return "CONVO_" + (name + "_" + key).toUpperCase(Locale.ROOT);
  }

  /** Builds a descriptor. A host, the form of ids and the page of the docs are required. */
  public static final class Builder {
    private final String name;
    private final String title;
    private final String summary;
    private List<String> aliases = List.of();
    private Map<String, URI> hosts = Map.of();
    private @Nullable String hostKey;
    private List<CredentialSpec> credentials = List.of();
    private List<Setting> settings = List.of();
    private Pattern idForm = Pattern.compile("");
    private String idHelp = "";
    private String example = "";
    private List<Link> links = List.of();
    private List<Shown> shown = List.of();
    private Map<String, String> channels = Map.of();
    private Set<String> finalStatuses = Set.of();
    private int concurrency = 4;
    private URI docs = URI.create("");
    private List<String> baseTails = List.of();

    private Builder(String name, String title, String summary) {
      this.name = name;
      this.title = title;
      this.summary = summary;
    }

    public Builder aliases(String... to) {
      aliases = List.of(to);
      return this;
    }

    /** The platform's only base URI. */
    public Builder host(String uri) {
      hosts = Map.of("", URI.create(uri));
      return this;
    }

    /** The platform's base URIs, by the values of the setting with this key. */
    public Builder hosts(String chosenBy, Map<String, String> uris) {
      hostKey = chosenBy;
      Map<String, URI> read = new HashMap<>();
      uris.forEach((value, uri) -> read.put(value, URI.create(uri)));
      hosts = read;
      return this;
    }

    public Builder credentials(CredentialSpec... to) {
      credentials = List.of(to);
      return this;
    }

    public Builder settings(Setting... to) {
      settings = List.of(to);
      return this;
    }

    /**
     * The ids.
     *
     * @param help the form in words
     * @param known an id that the sandbox knows
     */
    public Builder ids(String form, String help, String known) {
      idForm = Pattern.compile(form);
      idHelp = help;
      example = known;
      return this;
    }

    /** The paths of links and API addresses, as {@link Link} reads them. */
    public Builder links(String... paths) {
      links = Stream.of(paths).map(Link::new).toList();
      return this;
    }

    public Builder shown(Shown... to) {
      shown = List.of(to);
      return this;
    }

    /** Its words for channels, in plain words. */
    public Builder channels(Map<String, String> words) {
      channels = words;
      return this;
    }

    /** The statuses in which nobody waits for anybody. */
    public Builder finalStatuses(String... words) {
      finalStatuses = Set.of(words);
      return this;
    }

    public Builder concurrency(int to) {
      concurrency = to;
      return this;
    }

    public Builder docs(String uri) {
      docs = URI.create(uri);
      return this;
    }

    public Builder baseTails(String... to) {
      baseTails = List.of(to);
      return this;
    }

    /**
     * The descriptor.
     *
     * @throws IllegalStateException if it lacks a host, the form of ids or the page of the docs
     */
    public Descriptor build() {
      if (hosts.isEmpty() || example.isEmpty() || docs.toString().isEmpty()) {
        throw new IllegalStateException(name + " lacks a host, the form of ids or the docs");
      }
      return new Descriptor(
          name,
          aliases,
          title,
          summary,
          hosts,
          hostKey,
          credentials,
          settings,
          idForm,
          idHelp,
          example,
          links,
          new Glossary(shown, channels, finalStatuses),
          concurrency,
          docs,
          baseTails);
    }
  }
}

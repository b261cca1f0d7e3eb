package dev.convo.profile;

import dev.convo.failure.Nearest;
import dev.convo.http.Origin;
import dev.convo.profile.file.Item;
import dev.convo.profile.secret.Secret;
import dev.convo.profile.secret.Secrets;
import dev.convo.profile.value.Source;
import dev.convo.profile.value.Sourced;
import dev.convo.provider.CredentialSpec;
import dev.convo.provider.Descriptor;
import dev.convo.provider.Setting;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the command line, the environment and a section of the file say about one provider, in this
 * order: each value with its source, and which values are missing.
 */
final class Lookup {
  final Profiles profiles;
  final Descriptor descriptor;

  /** The profile's name; the file may not have such a profile. */
  final Sourced chosen;

  final Optional<Item.Table> profile;
  final Optional<Item.Table> section;
  private final Choice choice;

  /**
   * Finds the profile and its section.
   *
   * @throws dev.convo.failure.Failure CONFIG if the profile was asked for by name and is not there
   */
  Lookup(Profiles profiles, Descriptor descriptor, Choice choice) {
    this.profiles = profiles;
    this.descriptor = descriptor;
    this.choice = choice;
    this.chosen = profiles.chosen(choice.profile());
    this.profile = profiles.profile(chosen);
    this.section = profile.flatMap(table -> section(table, descriptor.name()));
  }

  private static Optional<Item.Table> section(Item.Table profile, String name) {
    return profile
        .get(name)
        .map(
            item -> {
              if (item instanceof Item.Table table) {
                return table;
              }
              throw item.source()
                  .fault(
                      profile.label(name) + " must be a table, not " + item.kind(),
                      "write [" + profile.label(name) + "] and the keys below");
            });
  }

  /** Whether variables are read: a profile given with {@code -p} defines everything. */
  boolean readsVariables() {
    return choice.profile() == null;
  }

  /** Whether neither the file nor the environment sets anything. */
  boolean isEmpty() {
    return section.isEmpty() && (!readsVariables() || variablesSet().isEmpty());
  }

  /** A text key such as {@code base_url}, or a setting, from the first place that has it. */
  Optional<Sourced> first(String key) {
    return at(Source.Origin.OPTION, key)
        .or(() -> at(Source.Origin.VARIABLE, key))
        .or(() -> at(Source.Origin.FILE, key));
  }

  /**
   * The same from one place.
   *
   * @throws dev.convo.failure.Failure USAGE or CONFIG if it is not of the setting's form
   */
  Optional<Sourced> at(Source.Origin origin, String key) {
    Optional<Setting> setting = descriptor.setting(key);
    Optional<Sourced> found =
        switch (origin) {
          case OPTION -> Optional.ofNullable(choice.typed().get(key));
          case VARIABLE -> variable(key);
          case FILE -> file(key, setting);
          case BUILT_IN -> Optional.empty();
        };
    if (found.isPresent() && setting.isPresent()) {
      check(setting.get(), found.get());
    }
    return found;
  }

  /**
   * The secret, unread.
   *
   * @throws dev.convo.failure.Failure CONFIG if the file writes it in no known form
   */
  Optional<Secret> secret(CredentialSpec credential) {
    Secrets secrets = profiles.secrets;
    String key = credential.key();
    CredentialSpec spec = spelled(credential);
    return variable(key)
        .map(value -> secrets.variable(spec, descriptor.variable(key), value.value()))
        .or(
            () ->
                section.flatMap(
                    table -> table.get(key).map(item -> secrets.of(spec, item, table.label(key)))));
  }

  Optional<Sourced> variable(String key) {
    return readsVariables() ? profiles.machine.sourced(descriptor.variable(key)) : Optional.empty();
  }

  /** The word that chooses the platform's host. */
  Optional<Sourced> hostWord(Source.Origin origin) {
    return Optional.ofNullable(descriptor.hostKey()).flatMap(key -> at(origin, key));
  }

  /** The variables of this provider that are set, read or not. */
  List<String> variablesSet() {
    return Variables.of(descriptor).stream()
        .filter(name -> profiles.machine.variable(name).isPresent())
        .toList();
  }

  /**
   * The origins that the section's secrets may go to: its base URL's, or else the platform's own.
   */
  SortedSet<Origin> homes() {
    Optional<URI> one =
        at(Source.Origin.FILE, "base_url")
            .map(value -> BaseUri.of(value, descriptor.baseTails()).uri())
            .or(() -> hostWord(Source.Origin.FILE).flatMap(word -> descriptor.host(word.value())));
    SortedSet<Origin> homes = new TreeSet<>(Comparator.comparing(Origin::toString));
    one.ifPresentOrElse(
        uri -> homes.add(Origin.of(uri)),
        () -> descriptor.hosts().values().forEach(uri -> homes.add(Origin.of(uri))));
    return homes;
  }

  /** The base URI, from the first place that sets one or chooses one of the platform's. */
  Optional<BaseUri> base() {
    for (Source.Origin origin : Source.Origin.values()) {
      Optional<Sourced> written = at(origin, "base_url");
      if (written.isPresent()) {
        return Optional.of(BaseUri.of(written.get(), descriptor.baseTails()));
      }
      Optional<BaseUri> known =
          hostWord(origin)
              .flatMap(
                  word ->
                      descriptor
                          .host(word.value())
                          .map(uri -> new BaseUri(uri, word.source(), "")));
      if (known.isPresent()) {
        return known;
      }
    }
    return descriptor.host().map(uri -> new BaseUri(uri, Source.BUILT_IN, ""));
  }

  /** The settings that have a value, in the order of the descriptor. */
  Map<String, Sourced> settings() {
    Map<String, Sourced> settings = new LinkedHashMap<>();
    for (Setting setting : descriptor.settings()) {
      first(setting.key()).ifPresent(value -> settings.put(setting.key(), value));
    }
    return settings;
  }

  /** The secrets that have a value; none is read. */
  List<Secret> secrets() {
    return descriptor.credentials().stream().flatMap(one -> secret(one).stream()).toList();
  }

  /** The credential with a single spelling of its header, where a setting chooses one. */
  private CredentialSpec spelled(CredentialSpec credential) {
    return Optional.ofNullable(credential.spelledBy())
        .flatMap(this::first)
        .map(Sourced::value)
        .filter(credential.headers()::contains)
        .map(credential::onlySpelled)
        .orElse(credential);
  }

  /** The required keys without a value, the most helpful one to name first. */
  List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (base().isEmpty()) {
      missing.add(Objects.requireNonNullElse(descriptor.hostKey(), "base_url"));
    }
    descriptor.settings().stream()
        .filter(Setting::required)
        .map(Setting::key)
        .filter(key -> first(key).isEmpty())
        .forEach(missing::add);
    descriptor.credentials().stream()
        .filter(CredentialSpec::required)
        .filter(credential -> secret(credential).isEmpty())
        .map(CredentialSpec::key)
        .forEach(missing::add);
    return missing;
  }

  private Optional<Sourced> file(String key, Optional<Setting> setting) {
    if (section.isEmpty()) {
      return Optional.empty();
    }
    Item.Table table = section.get();
    Item item = table.get(key).orElse(null);
    Setting of = setting.orElse(null);
    if (of instanceof Setting.Flag && item instanceof Item.Flag flag) {
      return flag.value() ? Optional.of(new Sourced("true", flag.source())) : Optional.empty();
    }
    if (!(of instanceof Setting.WholeNumber) || item == null || item instanceof Item.Text) {
      return table.text(key);
    }
    Optional<Sourced> digits = table.digits(key);
    if (digits.isEmpty()) {
      throw item.source()
          .fault(
              table.label(key) + " must be a whole number, not " + item.kind(),
              "write " + key + " = " + of.example());
    }
    return digits;
  }

  private static void check(Setting setting, Sourced found) {
    if (setting.form().matcher(found.value()).matches()) {
      return;
    }
    String must = setting.key() + " must be " + setting.formHelp();
    throw found
        .source()
        .fault(
            must,
            Nearest.to(found.value(), setting.values())
                .map(near -> "write " + near)
                .orElse("for example " + setting.example()));
  }
}

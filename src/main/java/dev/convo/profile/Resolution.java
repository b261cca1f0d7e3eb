package dev.convo.profile;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Origin;
import dev.convo.model.Note;
import dev.convo.profile.file.Item;
import dev.convo.profile.value.Source;
import dev.convo.profile.value.Sourced;
import dev.convo.provider.CredentialSpec;
import dev.convo.provider.Descriptor;
import dev.convo.provider.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One account, put together from the command line, the environment and the file. */
final class Resolution {
  private final Profiles profiles;
  private final Descriptor descriptor;
  private final Sourced chosen;
  private final Optional<Item.Table> profile;
  private final Optional<Item.Table> section;
  private final Layers layers;

  /**
   * Looks for the profile and its section.
   *
   * @throws Failure CONFIG if the profile was asked for by name and is not there
   */
  Resolution(Profiles profiles, Descriptor descriptor, Choice choice) {
    this.profiles = profiles;
    this.descriptor = descriptor;
    this.chosen = profiles.chosen(choice.profile());
    this.profile = profiles.profile(chosen);
    this.section = profile.flatMap(table -> section(table, descriptor.name()));
    this.layers =
        new Layers(
            descriptor, choice, profiles.machine(), choice.profile() == null, section.orElse(null));
  }

  private static Optional<Item.Table> section(Item.Table profile, String name) {
    return profile
        .get(name)
        .map(
            item -> {
              if (item instanceof Item.Table table) {
                return table;
              }
              throw item.place()
                  .fault(
                      profile.label(name) + " must be a table, not " + item.kind(),
                      "write [" + profile.label(name) + "] and the keys below");
            });
  }

  Account account() {
    Missing missing = new Missing(profiles, descriptor, chosen, profile, layers);
    boolean nothing =
        section.isEmpty() && (!layers.readsVariables() || layers.variablesSet().isEmpty());
    if (nothing) {
      throw missing.everything();
    }
    Optional<BaseUri> base = base();
    List<Account.Key> keys = keys();
    Map<String, Sourced> settings = settings();
    missing.check(base.isPresent(), keys, settings);
    BaseUri known = base.orElseThrow();
    known.checkScheme(fileAllowsHttp(known) || variableAllowsHttp());
    keys.forEach(key -> checkOrigin(key, known));
    keys.forEach(key -> checkHttp(key, known));
    List<Note> notes = advice();
    known.note().ifPresent(text -> notes.add(new Note("base_url_cut", text)));
    return new Account(
        profile.isPresent() ? chosen.value() : null,
        known.uri(),
        known.source(),
        settings,
        keys,
        authorities(),
        proxy().orElse(null),
        notes);
  }

  List<Note> advice() {
    return new Advice(profiles, descriptor, profile, layers).notes();
  }

  /** The base URI: the first place decides that names one, or chooses one of the platform's. */
  Optional<BaseUri> base() {
    for (Source.Origin origin : Source.Origin.values()) {
      Optional<Sourced> written = layers.at(origin, "base_url");
      if (written.isPresent()) {
        return Optional.of(BaseUri.of(written.get(), descriptor.baseTails()));
      }
      Optional<BaseUri> known =
          layers
              .hostWord(origin)
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

  Map<String, Sourced> settings() {
    Map<String, Sourced> settings = new LinkedHashMap<>();
    for (Setting setting : descriptor.settings()) {
      layers.first(setting.key()).ifPresent(value -> settings.put(setting.key(), value));
    }
    return settings;
  }

  List<Account.Key> keys() {
    List<Account.Key> keys = new ArrayList<>();
    for (CredentialSpec credential : descriptor.credentials()) {
      layers
          .secret(credential, profiles.secrets())
          .ifPresent(secret -> keys.add(new Account.Key(credential, headers(credential), secret)));
    }
    return keys;
  }

  /** The setting that chooses the header's spelling leaves no other. */
  private List<String> headers(CredentialSpec credential) {
    return Optional.ofNullable(credential.spelledBy())
        .flatMap(layers::first)
        .map(Sourced::value)
        .filter(credential.headers()::contains)
        .map(List::of)
        .orElse(credential.headers());
  }

  private boolean variableAllowsHttp() {
    return layers.variable("allow_http").filter(word -> word.value().equals("true")).isPresent();
  }

  private boolean fileAllowsHttp(BaseUri base) {
    boolean file = section.flatMap(table -> table.flag("allow_http")).orElse(false);
    return file && layers.homes().contains(Origin.of(base.uri()));
  }

  /** What a variable allows is not allowed for a secret of the file. */
  private void checkHttp(Account.Key key, BaseUri base) {
    Source from = key.secret().source();
    if (from.origin() == Source.Origin.FILE && base.leavesInClear() && !fileAllowsHttp(base)) {
      throw base.source()
          .fault(
              "the base URL is plain http, and "
                  + key.credential().key()
                  + " from "
                  + from
                  + " goes there only if its section says so",
              "write https://, or allow_http = true in that section; "
                  + descriptor.variable("allow_http")
                  + " is for secrets of the environment");
    }
  }

  /** A secret of the file goes nowhere but where its section says. */
  private void checkOrigin(Account.Key key, BaseUri base) {
    boolean fromFile = key.secret().source().origin() == Source.Origin.FILE;
    if (fromFile && !layers.homes().contains(Origin.of(base.uri()))) {
      String name = descriptor.variable(key.credential().key());
      throw new Failure(
          Kind.USAGE,
          base.source()
              + " leads to "
              + Origin.of(base.uri()).authority()
              + ", but "
              + key.credential().key()
              + " from "
              + key.secret().source()
              + " is for "
              + layers.homes().stream().map(Origin::toString).collect(Collectors.joining(", "))
              + " only; nothing was sent",
          layers.readsVariables()
              ? "write a section for that address, or set " + name
              : "write a section for that address, or set " + name + " and leave out -p");
    }
  }

  /** All that are named anywhere: each adds to the usual authorities. */
  List<Account.Authorities> authorities() {
    List<Account.Authorities> all = new ArrayList<>();
    section.ifPresent(table -> addFile(all, table));
    profile.ifPresent(table -> addFile(all, table));
    profiles.root().table(Profiles.SETTINGS).ifPresent(table -> addFile(all, table));
    layers.variable("ca_bundle").ifPresent(value -> addVariable(all, value));
    for (String name : List.of(Variables.CONVO_CA_BUNDLE.name(), "SSL_CERT_FILE")) {
      profiles
          .machine()
          .variable(name)
          .ifPresent(value -> addVariable(all, new Sourced(value, Source.variable(name))));
    }
    return all;
  }

  private void addFile(List<Account.Authorities> all, Item.Table table) {
    Path folder = profiles.file().path().resolveSibling("");
    table
        .text("ca_bundle")
        .ifPresent(
            value -> {
              Source at = value.source();
              String text = at.text() + ": " + table.label("ca_bundle");
              all.add(
                  new Account.Authorities(
                      profiles.machine().path(value, folder),
                      new Source(at.origin(), text, at.where())));
            });
  }

  private void addVariable(List<Account.Authorities> all, Sourced value) {
    Path path = profiles.machine().path(value, Path.of("").toAbsolutePath());
    all.add(new Account.Authorities(path, value.source()));
  }

  Optional<Sourced> proxy() {
    return profile.flatMap(table -> table.text("proxy")).or(() -> profiles.setting("proxy"));
  }

  Layers layers() {
    return layers;
  }

  Sourced chosen() {
    return chosen;
  }

  Optional<Item.Table> profile() {
    return profile;
  }

  Optional<Item.Table> section() {
    return section;
  }
}

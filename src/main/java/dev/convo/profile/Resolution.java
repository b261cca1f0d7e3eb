package dev.convo.profile;

import dev.convo.failure.Failure;
import dev.convo.http.Origin;
import dev.convo.http.Proxies;
import dev.convo.http.Transport.Authorities;
import dev.convo.model.Note;
import dev.convo.profile.file.Item;
import dev.convo.profile.secret.Secret;
import dev.convo.profile.value.Source;
import dev.convo.profile.value.Sourced;
import dev.convo.provider.Descriptor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One account, put together from the command line, the environment and the file. */
final class Resolution {
  private final Profiles profiles;
  private final Descriptor descriptor;
  private final Lookup lookup;

  Resolution(Lookup lookup) {
    this.profiles = lookup.profiles;
    this.descriptor = lookup.descriptor;
    this.lookup = lookup;
  }

  Account account() {
    Missing missing = new Missing(lookup);
    if (lookup.isEmpty()) {
      throw missing.everything();
    }
    Optional<BaseUri> base = lookup.base();
    List<Secret> secrets = lookup.secrets();
    Map<String, Sourced> settings = lookup.settings();
    missing.check();
    BaseUri known = base.orElseThrow();
    known.checkScheme(fileAllowsHttp(known) || variableAllowsHttp());
    secrets.forEach(secret -> checkOrigin(secret, known));
    secrets.forEach(secret -> checkHttp(secret, known));
    List<Note> notes = new Advice(lookup).notes();
    known.note().ifPresent(text -> notes.add(new Note("base_url_cut", text)));
    return new Account(
        lookup.profile.map(Item.Table::name).orElse(null),
        known.uri(),
        settings,
        secrets,
        authorities(),
        proxies(),
        notes);
  }

  private boolean variableAllowsHttp() {
    return lookup.variable("allow_http").filter(word -> word.value().equals("true")).isPresent();
  }

  private boolean fileAllowsHttp(BaseUri base) {
    boolean file = lookup.section.flatMap(table -> table.flag("allow_http")).orElse(false);
    return file && lookup.homes().contains(Origin.of(base.uri()));
  }

  /** A variable cannot allow plain HTTP for a secret from the file. */
  private void checkHttp(Secret secret, BaseUri base) {
    Source from = secret.source();
    if (from.origin() == Source.Origin.FILE && base.leavesInClear() && !fileAllowsHttp(base)) {
      throw base.source()
          .fault(
              "the base URL is plain http, and "
                  + secret.spec().key()
                  + " from "
                  + from
                  + " is sent over http only if its section allows it",
              "write https://, or allow_http = true in that section; "
                  + descriptor.variable("allow_http")
                  + " applies to secrets from the environment");
    }
  }

  /** A secret from the file is sent only where its section says. */
  private void checkOrigin(Secret secret, BaseUri base) {
    boolean fromFile = secret.source().origin() == Source.Origin.FILE;
    if (fromFile && !lookup.homes().contains(Origin.of(base.uri()))) {
      String name = descriptor.variable(secret.spec().key());
      throw Failure.usage(
          base.source()
              + " leads to "
              + Origin.of(base.uri()).authority()
              + ", but "
              + secret.spec().key()
              + " from "
              + secret.source()
              + " is for "
              + lookup.homes().stream().map(Origin::toString).collect(Collectors.joining(", "))
              + " only; nothing was sent",
          lookup.readsVariables()
              ? "write a section for that address, or set " + name
              : "write a section for that address, or set " + name + " and leave out -p");
    }
  }

  /** Every file of authorities named anywhere. They are trusted in addition to the usual ones. */
  private List<Authorities> authorities() {
    Path folder = profiles.file().path().resolveSibling("");
    List<Authorities> all = new ArrayList<>();
    Stream.of(lookup.section, lookup.profile, profiles.root.table(Profiles.SETTINGS))
        .flatMap(Optional::stream)
        .forEach(
            table ->
                table
                    .text("ca_bundle")
                    .map(at -> authorities(at, folder, ": " + table.label("ca_bundle")))
                    .ifPresent(all::add));
    Stream.of(
            lookup.variable("ca_bundle"),
            profiles.machine.sourced(Variables.CONVO_CA_BUNDLE.name()),
            profiles.machine.sourced("SSL_CERT_FILE"))
        .flatMap(Optional::stream)
        .forEach(at -> all.add(authorities(at, Path.of("").toAbsolutePath(), "")));
    return all;
  }

  private Authorities authorities(Sourced written, Path folder, String key) {
    return new Authorities(profiles.machine.path(written, folder), written.source() + key);
  }

  /** The key {@code proxy} wins over the variables. */
  private Proxies proxies() {
    Map<String, String> variables = profiles.machine.variables();
    return lookup
        .profile
        .flatMap(table -> table.text("proxy"))
        .or(() -> profiles.setting("proxy"))
        .map(key -> new Proxies(variables, key.value(), key.source().text()))
        .orElseGet(() -> new Proxies(variables, null, ""));
  }
}

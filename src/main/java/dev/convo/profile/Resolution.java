package dev.convo.profile;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Origin;
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
        proxy().orElse(null),
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
                  + secret.key()
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
      String name = descriptor.variable(secret.key());
      throw new Failure(
          Kind.USAGE,
          base.source()
              + " leads to "
              + Origin.of(base.uri()).authority()
              + ", but "
              + secret.key()
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
  List<Account.Authorities> authorities() {
    List<Account.Authorities> all = new ArrayList<>();
    lookup.section.ifPresent(table -> addFile(all, table));
    lookup.profile.ifPresent(table -> addFile(all, table));
    profiles.root.table(Profiles.SETTINGS).ifPresent(table -> addFile(all, table));
    lookup.variable("ca_bundle").ifPresent(value -> addVariable(all, value));
    for (String name : List.of(Variables.CONVO_CA_BUNDLE.name(), "SSL_CERT_FILE")) {
      profiles
          .machine
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
              all.add(
                  new Account.Authorities(
                      profiles.machine.path(value, folder),
                      at.as(at + ": " + table.label("ca_bundle"))));
            });
  }

  private void addVariable(List<Account.Authorities> all, Sourced value) {
    Path path = profiles.machine.path(value, Path.of("").toAbsolutePath());
    all.add(new Account.Authorities(path, value.source()));
  }

  Optional<Sourced> proxy() {
    return lookup.profile.flatMap(table -> table.text("proxy")).or(() -> profiles.setting("proxy"));
  }
}

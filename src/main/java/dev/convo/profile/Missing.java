package dev.convo.profile;

import dev.convo.failure.Failure;
import dev.convo.failure.Nearest;
import dev.convo.profile.file.Item;
import dev.convo.profile.file.Starter;
import dev.convo.provider.Descriptor;
import dev.convo.provider.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what an account lacks, and where to write it. */
final class Missing {
  private final Profiles profiles;
  private final Descriptor descriptor;
  private final Lookup lookup;

  Missing(Lookup lookup) {
    this.profiles = lookup.profiles;
    this.descriptor = lookup.descriptor;
    this.lookup = lookup;
  }

  /**
   * Checks that every required key has a value.
   *
   * @throws Failure CONFIG naming the first key that has none
   */
  void check() {
    List<String> missing = lookup.missing();
    if (!missing.isEmpty()) {
      String key = missing.get(0);
      throw lookup.section.map(section -> inSection(section, key)).orElseGet(() -> incomplete(key));
    }
  }

  private Failure inSection(Item.Table section, String key) {
    List<String> unknown =
        section.keys().stream()
            .filter(written -> !Variables.keys(descriptor).contains(written))
            .toList();
    Optional<String> meant =
        unknown.stream()
            .filter(word -> NearestKey.to(word, descriptor).filter(key::equals).isPresent())
            .findFirst();
    String hint =
        meant
            .map(
                word ->
                    "line "
                        + section.get(word).orElseThrow().source().line()
                        + " has "
                        + word
                        + "; write "
                        + key)
            .orElseGet(() -> fill(section) + "write " + example(key) + " there" + otherWays(key));
    return section.source().fault("[" + section.name() + "] has no " + key, hint);
  }

  /** The first way for a section of a starter, in which nothing is set. */
  private String fill(Item.Table section) {
    boolean usual = lookup.chosen.value().equals(profiles.chosen(null).value());
    return section.keys().isEmpty()
        ? "run " + add() + (usual ? "" : " -p " + lookup.chosen.value()) + ", or "
        : "";
  }

  private String example(String key) {
    return descriptor
        .setting(key)
        .map(setting -> Starter.line(setting))
        .orElse(key + " = { env = \"NAME\" }");
  }

  private String otherWays(String key) {
    List<String> ways = new ArrayList<>();
    if (lookup.readsVariables()) {
      ways.add("set " + descriptor.variable(key));
    }
    descriptor.setting(key).map(Setting::option).ifPresent(option -> ways.add("add " + option));
    return ways.isEmpty() ? "" : ", or " + String.join(", or ", ways);
  }

  /** The environment sets some of the keys, and no section of the file sets the rest. */
  private Failure incomplete(String key) {
    String variable = descriptor.variable(key) + " is not set, and there is ";
    String hint = "set it" + (profiles.found() ? "" : ", or write the file: " + add());
    return profiles.found()
        ? Failure.config(
            variable + "no section [" + header() + "] in " + profiles.file().path(), hint)
        : profiles.noFile(variable, hint);
  }

  /** Neither the environment nor the file sets anything. */
  Failure everything() {
    if (!profiles.found()) {
      return profiles.noFile("", "to write one: " + add() + "; or try " + demo());
    }
    String path = profiles.file().path().toString();
    Optional<Failure> bare = bareSection();
    if (bare.isPresent()) {
      return bare.get();
    }
    if (lookup.profile.isEmpty()) {
      List<String> names = profiles.written();
      return Failure.config(
          "no profile " + lookup.chosen.value() + " in " + path,
          names.isEmpty()
              ? "to add one: " + add() + "; or try " + demo()
              : "choose one with -p: " + String.join(", ", names));
    }
    List<String> others =
        profiles.written().stream()
            .filter(name -> profiles.sections(name).contains(descriptor.name()))
            .toList();
    String hint =
        nearSection()
            .orElseGet(
                () ->
                    others.isEmpty()
                        ? "to add one: " + add()
                        : "profiles that have one: " + String.join(", ", others));
    return Failure.config("no section [" + header() + "] in " + path, hint);
  }

  /** A table {@code [chatwoot]} defines a profile of that name, most likely by mistake. */
  private Optional<Failure> bareSection() {
    return descriptor.names().stream()
        .flatMap(name -> profiles.root.table(name).stream())
        .findFirst()
        .map(
            table ->
                table
                    .source()
                    .fault(
                        "[" + table.name() + "] is not in a profile",
                        "write [" + header() + "] instead"));
  }

  private Optional<String> nearSection() {
    Item.Table table = lookup.profile.orElseThrow();
    List<String> unknown =
        table.keys().stream()
            .filter(key -> table.table(key).isPresent() && profiles.provider(key).isEmpty())
            .toList();
    return unknown.stream()
        .filter(descriptor.aliases()::contains)
        .findFirst()
        .or(() -> Nearest.to(descriptor.name(), unknown))
        .map(
            word ->
                "line "
                    + table.get(word).orElseThrow().source().line()
                    + " has ["
                    + table.label(word)
                    + "]; write ["
                    + header()
                    + "]");
  }

  private String header() {
    return lookup.chosen.value() + "." + descriptor.name();
  }

  private String add() {
    return "convo profile add " + descriptor.name();
  }

  private String demo() {
    return "convo " + descriptor.name() + " " + descriptor.example() + " --profile demo";
  }
}

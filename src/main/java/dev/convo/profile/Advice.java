package dev.convo.profile;

import dev.convo.failure.Nearest;
import dev.convo.model.Note;
import dev.convo.profile.file.Item;
import dev.convo.provider.Descriptor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Warnings about likely mistakes: unknown keys and variables, and variables that are not read. */
final class Advice {
  private static final String PREFIX = "CONVO_";

  private final Profiles profiles;
  private final Descriptor descriptor;
  private final Lookup lookup;
  private final List<Note> notes = new ArrayList<>();

  Advice(Lookup lookup) {
    this.profiles = lookup.profiles;
    this.descriptor = lookup.descriptor;
    this.lookup = lookup;
  }

  List<Note> notes() {
    topLevel();
    profiles.root.table(Profiles.SETTINGS).ifPresent(it -> unknown(it, Profiles.SETTING_KEYS));
    lookup.profile.ifPresent(this::sections);
    lookup.section.ifPresent(this::section);
    unreadVariables();
    unknownVariables();
    return notes;
  }

  private void section(Item.Table section) {
    List<String> known = Variables.keys(descriptor);
    section.keys().stream()
        .filter(key -> !known.contains(key))
        .forEach(key -> unknownKey(section, key, writeInstead(key, known)));
  }

  private String writeInstead(String key, List<String> known) {
    return NearestKey.to(key, descriptor)
        .map(near -> "write " + near)
        .orElse("the keys are " + String.join(", ", known));
  }

  private void topLevel() {
    Item.Table root = profiles.root;
    for (String key : root.keys()) {
      if (root.table(key).isEmpty()) {
        unknownKey(
            root,
            key,
            Profiles.SETTING_KEYS.contains(key)
                ? "write it below [convo]"
                : "no such setting exists");
      }
    }
  }

  private void sections(Item.Table table) {
    List<String> known = new ArrayList<>(List.of("ca_bundle", "proxy"));
    profiles.descriptors.stream().map(Descriptor::name).forEach(known::add);
    for (String key : table.keys()) {
      Optional<Descriptor> byAlias =
          profiles.descriptors.stream().filter(one -> one.aliases().contains(key)).findFirst();
      if (byAlias.isPresent()) {
        unknownKey(table, key, "write " + byAlias.get().name());
      } else if (profiles.provider(table.name()).isPresent() && !known.contains(key)) {
        unknownKey(table, key, "write the section as [default." + table.name() + "]");
      } else {
        unknown(table, key, known);
      }
    }
  }

  private void unknown(Item.Table table, List<String> known) {
    table.keys().forEach(key -> unknown(table, key, known));
  }

  private void unknown(Item.Table table, String key, Collection<String> known) {
    if (!known.contains(key)) {
      unknownKey(
          table,
          key,
          Nearest.to(key, known)
              .map(near -> "write " + near)
              .orElse("the keys are " + String.join(", ", known)));
    }
  }

  private void unknownKey(Item.Table table, String key, String advice) {
    notes.add(
        new Note(
            "unknown_key",
            table.get(key).orElseThrow().source().where()
                + ": "
                + table.label(key)
                + " is not a known key; "
                + advice));
  }

  private void unreadVariables() {
    List<String> set = lookup.variablesSet();
    if (!lookup.readsVariables() && !set.isEmpty()) {
      notes.add(
          new Note(
              "variables_not_read", String.join(", ", set) + ": ignored, because -p was given"));
    }
  }

  private void unknownVariables() {
    List<String> known = variables();
    List<String> named = new ArrayList<>();
    variablesNamedIn(profiles.root, named);
    profiles.machine.variables().keySet().stream()
        .filter(name -> name.startsWith(PREFIX))
        .filter(name -> !known.contains(name) && !named.contains(name))
        .sorted()
        .forEach(
            name ->
                notes.add(
                    new Note(
                        "unknown_variable",
                        name
                            + " is not a variable that convo knows"
                            + meant(name).map(near -> "; set " + near).orElse(""))));
  }

  private List<String> variables() {
    return Stream.concat(
            Stream.of(Variables.values()).map(Variables::name),
            profiles.descriptors.stream().flatMap(one -> Variables.of(one).stream()))
        .toList();
  }

  /**
   * Compares names without the prefix that all of them share, which would make any two look alike.
   */
  private Optional<String> meant(String name) {
    for (Descriptor one : profiles.descriptors) {
      for (String provider : one.names()) {
        String prefix = PREFIX + provider.toUpperCase(Locale.ROOT) + "_";
        if (name.startsWith(prefix)) {
          return NearestKey.to(name.substring(prefix.length()), one).map(one::variable);
        }
      }
    }
    return Nearest.to(
            name.substring(PREFIX.length()),
            variables().stream().map(known -> known.substring(PREFIX.length())).toList())
        .map(near -> PREFIX + near);
  }

  /** A variable that the file itself names as the source of a secret is no mistake. */
  private static void variablesNamedIn(Item.Table table, List<String> named) {
    for (String key : table.keys()) {
      table.table(key).ifPresent(inner -> variablesNamedIn(inner, named));
      if (key.equals("env") && table.get(key).orElse(null) instanceof Item.Text text) {
        named.add(text.value());
      }
    }
  }
}

package dev.convo.profile;

import dev.convo.failure.Nearest;
import dev.convo.http.Origin;
import dev.convo.profile.file.Item;
import dev.convo.profile.secret.Secret;
import dev.convo.profile.secret.Secrets;
import dev.convo.profile.value.Environment;
import dev.convo.profile.value.Source;
import dev.convo.profile.value.Sourced;
import dev.convo.provider.CredentialSpec;
import dev.convo.provider.Descriptor;
import dev.convo.provider.Setting;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The three places that can say something of a provider, in their order: the command line, the
 * environment, the section of the file.
 *
 * @param readsVariables false where the profile was typed: then it says everything
 */
record Layers(
    Descriptor descriptor,
    Choice choice,
    Environment machine,
    boolean readsVariables,
    Item.@Nullable Table section) {

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
   * @throws dev.convo.failure.Failure CONFIG if the file gives it in no known form
   */
  Optional<Secret> secret(CredentialSpec credential, Secrets secrets) {
    String key = credential.key();
    return variable(key)
        .map(value -> secrets.variable(descriptor.variable(key), value.value(), key))
        .or(
            () ->
                Optional.ofNullable(section)
                    .flatMap(
                        table -> table.get(key).map(item -> secrets.of(item, table.label(key)))));
  }

  Optional<Sourced> variable(String key) {
    String name = descriptor.variable(key);
    return readsVariables
        ? machine.variable(name).map(value -> new Sourced(value, Source.variable(name)))
        : Optional.empty();
  }

  /** The value of the setting that chooses the platform's host. */
  Optional<Sourced> hostWord(Source.Origin origin) {
    return Optional.ofNullable(descriptor.hostKey()).flatMap(key -> at(origin, key));
  }

  /** The variables of this provider that are set, read or not. */
  List<String> variablesSet() {
    return Variables.of(descriptor).stream()
        .filter(name -> machine.variable(name).isPresent())
        .toList();
  }

  /**
   * The origins that the section is about, and that its secrets may go to: its base URL's, or the
   * platform's own.
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

  private Optional<Sourced> file(String key, Optional<Setting> setting) {
    Item.Table table = section;
    if (table == null) {
      return Optional.empty();
    }
    Optional<Item> item = table.get(key);
    if (setting.isPresent()) {
      if (setting.get() instanceof Setting.WholeNumber
          && item.orElse(null) instanceof Item.Whole whole) {
        return Optional.of(new Sourced(Long.toString(whole.value()), whole.place().source()));
      }
      if (setting.get() instanceof Setting.Flag && item.orElse(null) instanceof Item.Flag flag) {
        return flag.value()
            ? Optional.of(new Sourced("true", flag.place().source()))
            : Optional.empty();
      }
      if (setting.get() instanceof Setting.WholeNumber
          && item.isPresent()
          && !(item.get() instanceof Item.Text)) {
        throw item.get()
            .place()
            .fault(
                table.label(key) + " must be a whole number, not " + item.get().kind(),
                "write " + key + " = " + setting.get().example());
      }
    }
    return table.text(key);
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

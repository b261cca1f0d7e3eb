package dev.convo.profile;

import dev.convo.profile.Profiles.Row;
import dev.convo.profile.file.Item;
import dev.convo.profile.secret.Secret;
import dev.convo.profile.value.Source;
import dev.convo.profile.value.Sourced;
import dev.convo.provider.CredentialSpec;
import dev.convo.provider.Descriptor;
import dev.convo.provider.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A profile, key by key. Runs no command and reads no secret. */
final class Rows {
  private static final String MASK = "********";
  private static final String NEEDED = "not set: needed";

  private final Profiles profiles;
  private final Choice choice;
  private final List<Row> rows = new ArrayList<>();

  Rows(Profiles profiles, Choice choice) {
    this.profiles = profiles;
    this.choice = choice;
  }

  List<Row> all() {
    for (String key : Profiles.SETTING_KEYS) {
      profiles
          .setting(key)
          .ifPresent(value -> add(Profiles.SETTINGS, key, value.value(), value.source()));
    }
    Sourced chosen = profiles.chosen(choice.profile());
    profiles
        .profile(chosen)
        .ifPresent(
            table -> {
              text(table, "ca_bundle");
              text(table, "proxy");
            });
    profiles.descriptors.forEach(descriptor -> section(chosen.value(), descriptor));
    return rows;
  }

  private void section(String profile, Descriptor descriptor) {
    Lookup lookup = new Lookup(profiles, descriptor, choice);
    if (lookup.isEmpty()) {
      return;
    }
    String name = profile + "." + descriptor.name();
    lookup.base().ifPresent(base -> add(name, "base_url", base.uri().toString(), base.source()));
    lookup
        .section
        .flatMap(table -> table.flag("allow_http").flatMap(flag -> table.get("allow_http")))
        .ifPresent(item -> add(name, "allow_http", flag(item), item.source()));
    lookup.section.ifPresent(table -> text(table, "ca_bundle"));
    for (Setting setting : descriptor.settings()) {
      Optional<Sourced> value = lookup.first(setting.key());
      value.ifPresent(it -> add(name, setting.key(), it.value(), it.source()));
      if (value.isEmpty()) {
        unset(setting, descriptor, lookup)
            .ifPresent(text -> rows.add(new Row(name, setting.key(), "", text)));
      }
    }
    for (CredentialSpec credential : descriptor.credentials()) {
      Optional<Secret> secret = lookup.secret(credential);
      secret.ifPresent(it -> add(name, credential.key(), MASK, it.source()));
      if (secret.isEmpty()) {
        String unset = credential.required() ? NEEDED : "not set: requests are sent without it";
        rows.add(new Row(name, credential.key(), "", unset));
      }
    }
  }

  /** What it means that a setting is not set; empty if it means nothing. */
  private static Optional<String> unset(Setting setting, Descriptor descriptor, Lookup lookup) {
    if (descriptor.choosesHost(setting)) {
      return lookup.base().isEmpty() ? Optional.of(NEEDED) : Optional.empty();
    } else if (setting.required()) {
      return Optional.of(NEEDED);
    }
    boolean optional = setting instanceof Setting.Flag || !setting.values().isEmpty();
    return optional ? Optional.empty() : Optional.of("not set: " + setting.help());
  }

  private static String flag(Item item) {
    return item instanceof Item.Flag flag && flag.value() ? "true" : "false";
  }

  private void text(Item.Table table, String key) {
    table.text(key).ifPresent(value -> add(table.name(), key, value.value(), value.source()));
  }

  private void add(String section, String key, String value, Source source) {
    // A proxy may hold a password.
    String shown =
        key.equals("proxy") ? value.replaceFirst("^([^/@]*//)?[^/]*@", "$1" + MASK + "@") : value;
    rows.add(new Row(section, key, shown, source.text()));
  }
}

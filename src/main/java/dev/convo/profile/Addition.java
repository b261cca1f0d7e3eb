package dev.convo.profile;

import dev.convo.failure.Failure;
import dev.convo.profile.file.FileRules;
import dev.convo.profile.file.Item;
import dev.convo.profile.file.ProfileFile;
import dev.convo.profile.file.TomlEdit;
import dev.convo.profile.file.TomlFile;
import dev.convo.provider.Descriptor;
import dev.convo.terminal.Prompt;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds a section to the profile file, question by question. */
public final class Addition {
  private Addition() {}

  /**
   * Checks, before anything is asked, that the section can be added.
   *
   * @throws Failure CONFIG if the profile has it, and a key in it; USAGE if no profile may have
   *     this name
   */
  public static void check(Profiles profiles, Descriptor descriptor, String profile) {
    Optional<String> why = FileRules.whyNoName(profile);
    if (why.isPresent()) {
      throw Failure.usage(why.get(), "choose another name: -p NAME");
    }
    Optional<Item> there =
        profiles.root.table(profile).flatMap(table -> table.get(descriptor.name()));
    if (there.isPresent() && !profiles.emptySections(profile).contains(descriptor.name())) {
      throw there
          .get()
          .source()
          .fault(
              "[" + profile + "." + descriptor.name() + "] already exists",
              "edit it, or choose another name: -p NAME");
    }
  }

  /**
   * Asks for everything that a section needs, and appends it, or fills it if it has no keys yet; no
   * other line of the file changes, unless the user makes the profile the default. The file is
   * created if there is none.
   *
   * @return the command that tries the new section
   * @throws Failure CONFIG if the file would not be valid afterwards; INTERRUPTED if the user
   *     stopped; OUTPUT if it cannot be written. The file is then as it was.
   */
  public static String ask(
      Profiles profiles, Descriptor descriptor, String profile, Prompt prompt) {
    check(profiles, descriptor, profile);
    Questions questions = new Questions(profiles.machine, descriptor, prompt);
    String keys = questions.keys();
    boolean makeDefault = isNew(profiles, profile) && wantsDefault(profiles, profile, prompt);
    write(profiles, List.of(profile, descriptor.name()), keys, makeDefault ? profile : null);
    boolean applies =
        Profiles.chosen(profiles.machine, null)
            .map(chosen -> chosen.value().equals(profile))
            .orElse(makeDefault || profiles.chosen(null).value().equals(profile));
    return "convo "
        + descriptor.name()
        + " "
        + questions.linked().orElse("ID")
        + (applies ? "" : " -p " + profile);
  }

  private static boolean isNew(Profiles profiles, String profile) {
    return !profiles.written().contains(profile) && !profiles.chosen(null).value().equals(profile);
  }

  private static boolean wantsDefault(Profiles profiles, String profile, Prompt prompt) {
    boolean none = !profiles.names().contains(profiles.chosen(null).value());
    String answer =
        prompt.ask(
            "Use " + profile + " when no -p is given? y or n",
            none ? "y" : "n",
            List.of("y", "yes", "n", "no")::contains,
            "Type y or n.");
    return answer.startsWith("y");
  }

  private static void write(
      Profiles profiles, List<String> name, String keys, @Nullable String newDefault) {
    ProfileFile file = profiles.file();
    String section = "[" + String.join(".", name) + "]\n" + keys;
    if (!file.present()) {
      file.create(
          newDefault == null ? section : TomlEdit.withDefault(section, newDefault, file.path()));
      return;
    }
    file.change(
        text -> {
          Optional<Item.Table> empty = section(TomlFile.read(text, file.path()), name);
          String longer =
              empty.isPresent()
                  ? TomlEdit.filled(text, empty.get(), keys)
                  : TomlEdit.appended(text, section);
          String whole =
              newDefault == null ? longer : TomlEdit.withDefault(longer, newDefault, file.path());
          FileRules.checkLiterals(checked(whole, name, keys, file), file, profiles.descriptors);
          return whole;
        });
  }

  /** The file as it will be, which must have all the keys where they belong. */
  private static Item.Table checked(String text, List<String> name, String keys, ProfileFile file) {
    try {
      Item.Table root = TomlFile.read(text, file.path());
      if (section(root, name).filter(it -> it.keys().size() == keys.lines().count()).isPresent()) {
        return root;
      }
    } catch (Failure e) {
      // Reported below; the text was valid before.
    }
    throw Failure.config(
        "a section cannot be added to " + file.path() + " in its present form",
        "add the keys by hand, next to the profile's others");
  }

  private static Optional<Item.Table> section(Item.Table root, List<String> name) {
    return root.table(name.get(0)).flatMap(profile -> profile.table(name.get(1)));
  }
}

package dev.convo.profile.file;

import dev.convo.provider.CredentialSpec;
import dev.convo.provider.Descriptor;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Rules for the whole profile file, whichever profile is used. */
public final class FileRules {
  /** The built-in profile; no file may define it. */
  public static final String DEMO = "demo";

  /** The table of convo's settings; it is not a profile. */
  public static final String SETTINGS = "convo";

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]*");

  private static final String FORM =
      "a profile's name may contain a-z, 0-9, _ and -, and begins with a letter or digit";

  private FileRules() {}

  /** Why no profile of the file may have this name; empty if one may. */
  public static Optional<String> whyNoName(String name) {
    if (name.equals(DEMO) || name.equals(SETTINGS)) {
      return Optional.of("the name " + name + " is reserved");
    }
    return NAME.matcher(name).matches() ? Optional.empty() : Optional.of(FORM);
  }

  /**
   * Refuses names that no profile may have.
   *
   * @throws Failure CONFIG naming the line of the first
   */
  public static void checkNames(Item.Table root) {
    if (root.get(SETTINGS).filter(item -> !(item instanceof Item.Table)).isPresent()) {
      throw root.get(SETTINGS)
          .orElseThrow()
          .source()
          .fault("[convo] is the table of settings", "write [convo] with the settings below it");
    }
    for (String name : root.keys()) {
      Optional<Item.Table> profile = root.table(name);
      if (profile.isPresent() && name.equals(DEMO)) {
        throw profile.get().source().fault("the profile demo is built in", "choose another name");
      }
      if (profile.isPresent() && !NAME.matcher(name).matches()) {
        throw profile.get().source().fault(FORM, "rename it");
      }
    }
  }

  /**
   * Refuses secrets in a file that others can read.
   *
   * @throws Failure CONFIG naming the line of the first
   */
  public static void checkLiterals(
      Item.Table root, ProfileFile file, List<Descriptor> descriptors) {
    for (String name : root.keys()) {
      Optional<Item.Table> profile = root.table(name);
      if (profile.isEmpty()) {
        continue;
      }
      if (isChecked(profile.get(), "proxy", file)) {
        return;
      }
      for (Descriptor descriptor : descriptors) {
        Optional<Item.Table> section = profile.get().table(descriptor.name());
        if (section.isPresent()) {
          for (CredentialSpec credential : descriptor.credentials()) {
            if (isChecked(section.get(), credential.key(), file)) {
              return;
            }
          }
        }
      }
    }
  }

  /**
   * Checks one key. Returns true for a literal secret: one is enough, as the mode is the whole
   * file's.
   */
  private static boolean isChecked(Item.Table table, String key, ProfileFile file) {
    // A proxy is a secret if it contains a password.
    if (table.get(key).orElse(null) instanceof Item.Text text
        && (!key.equals("proxy") || text.value().contains("@"))) {
      file.checkPrivate(text.source(), table.label(key));
      return true;
    }
    return false;
  }
}

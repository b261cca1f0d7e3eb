package dev.convo.profile;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.profile.file.FileRules;
import dev.convo.profile.file.Item;
import dev.convo.profile.file.ProfileFile;
import dev.convo.profile.file.Starter;
import dev.convo.profile.file.TomlFile;
import dev.convo.profile.value.Source;
import dev.convo.profile.value.Sourced;
import dev.convo.provider.CredentialSpec;
import dev.convo.provider.Descriptor;
import dev.convo.provider.Setting;
import dev.convo.terminal.Prompt;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A section that is asked for, question by question, and appended to the profile file. */
public final class Addition {
  private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  private final Descriptor descriptor;
  private final String profile;
  private final Prompt prompt;

  private Addition(Descriptor descriptor, String profile, Prompt prompt) {
    this.descriptor = descriptor;
    this.profile = profile;
    this.prompt = prompt;
  }

  /**
   * Checks, before anything is asked, that the section can be added.
   *
   * @throws Failure CONFIG if the profile has it; USAGE if no profile may have this name
   */
  public static void check(Profiles profiles, Descriptor descriptor, String profile) {
    if (!FileRules.isName(profile)) {
      throw new Failure(
          Kind.USAGE,
          profile.equals(Profiles.DEMO) || profile.equals(Profiles.SETTINGS)
              ? "the name " + profile + " is taken by convo itself"
              : "the name of a profile is made of a-z, 0-9, _ and -, a letter or digit first",
          "choose another name: -p NAME");
    }
    Optional<Item> there =
        profiles.root().table(profile).flatMap(table -> table.get(descriptor.name()));
    if (there.isPresent()) {
      throw there
          .get()
          .place()
          .fault(
              "[" + profile + "." + descriptor.name() + "] is there already",
              "edit it, or choose another name: -p NAME");
    }
  }

  /**
   * Asks for all a section needs, and appends it; no other line of the file changes. The file is
   * made if there is none.
   *
   * @throws Failure CONFIG if the file would not be a good one afterwards; INTERRUPTED if the user
   *     stopped; OUTPUT if it cannot be written. The file is then as it was.
   */
  public static void ask(Profiles profiles, Descriptor descriptor, String profile, Prompt prompt) {
    check(profiles, descriptor, profile);
    String section = new Addition(descriptor, profile, prompt).section();
    append(profiles, section);
  }

  private static void append(Profiles profiles, String section) {
    ProfileFile file = profiles.file();
    if (!file.present()) {
      file.create(section);
      return;
    }
    file.append(
        section,
        text -> {
          Item.Table root;
          try {
            root = TomlFile.read(text, file.path());
          } catch (Failure e) {
            throw new Failure(
                Kind.CONFIG,
                "the section cannot be appended to " + file.path() + " as it is written",
                "add the keys by hand where the profile stands");
          }
          FileRules.checkLiterals(root, file, profiles.descriptors());
        });
  }

  private String section() {
    StringBuilder text = new StringBuilder();
    text.append('[').append(profile).append('.').append(descriptor.name()).append("]\n");
    baseUrl().ifPresent(url -> add(text, "base_url", Starter.quote(url)));
    for (Setting setting : descriptor.settings()) {
      setting(setting).ifPresent(value -> add(text, setting.key(), Starter.value(setting, value)));
    }
    for (CredentialSpec credential : descriptor.credentials()) {
      secret(credential).ifPresent(value -> add(text, credential.key(), value));
    }
    return text.toString();
  }

  private static void add(StringBuilder text, String key, String value) {
    text.append(key).append(" = ").append(value).append('\n');
  }

  /** The base URL, where there is one platform and it is not at its usual place. */
  private Optional<String> baseUrl() {
    URI usual = descriptor.host().orElse(null);
    if (usual == null) {
      return Optional.empty();
    }
    while (true) {
      String answer = prompt.ask("base_url", usual.toString());
      if (answer.equals(usual.toString())) {
        return Optional.empty();
      }
      try {
        BaseUri base =
            BaseUri.of(new Sourced(answer, Source.option("base_url")), descriptor.baseTails());
        base.checkScheme(false);
        return Optional.of(base.uri().toString());
      } catch (Failure e) {
        prompt.tell(e.message());
      }
    }
  }

  private Optional<String> setting(Setting setting) {
    if (!setting.values().isEmpty()) {
      return setting.required() || descriptor.choosesHost(setting)
          ? Optional.of(
              setting
                  .values()
                  .get(prompt.choose(setting.key() + ": " + setting.help(), setting.values())))
          : Optional.empty();
    }
    if (setting instanceof Setting.Flag) {
      return Optional.empty();
    }
    String question =
        setting.key()
            + ", such as "
            + setting.example()
            + " ("
            + setting.help()
            + (setting.required() ? ")" : "; empty to leave it out)");
    while (true) {
      String answer = prompt.ask(question, "");
      if (setting.form().matcher(answer).matches()) {
        return Optional.of(answer);
      }
      if (answer.isEmpty() && !setting.required()) {
        return Optional.empty();
      }
      prompt.tell(setting.key() + " must be " + setting.formHelp());
    }
  }

  private Optional<String> secret(CredentialSpec credential) {
    String key = credential.key();
    List<String> ways =
        new ArrayList<>(
            List.of(
                "a program prints it, such as a password manager",
                "a variable of the environment holds it",
                "type it here; it will stand in the file"));
    if (!credential.required()) {
      ways.add("leave it out");
    }
    return switch (prompt.choose("Where is " + key + "? (" + credential.help() + ")", ways)) {
      case 0 -> Optional.of(command());
      case 1 -> Optional.of(variable(key));
      case 2 -> Optional.of(literal(key));
      default -> Optional.empty();
    };
  }

  private String command() {
    while (true) {
      Matcher found = ARGUMENT.matcher(prompt.ask("program and arguments, no shell", ""));
      List<String> arguments = new ArrayList<>();
      while (found.find()) {
        String bare = found.group(3);
        String quoted = found.group(1) == null ? found.group(2) : found.group(1);
        arguments.add(Starter.quote(bare == null ? String.valueOf(quoted) : bare));
      }
      if (!arguments.isEmpty()) {
        return "{ command = [" + String.join(", ", arguments) + "] }";
      }
      prompt.tell("Type a program, for example: pass show " + descriptor.name());
    }
  }

  private String variable(String key) {
    String usual = (descriptor.name() + "_" + key).toUpperCase(Locale.ROOT);
    while (true) {
      String name = prompt.ask("name of the variable", usual);
      if (name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
        return "{ env = " + Starter.quote(name) + " }";
      }
      prompt.tell("The name of a variable is made of letters, digits and _.");
    }
  }

  private String literal(String key) {
    while (true) {
      String value = prompt.askHidden(key);
      if (!value.isEmpty() && value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
        return Starter.quote(value);
      }
      prompt.tell("A secret is not empty and made of printable ASCII.");
    }
  }
}

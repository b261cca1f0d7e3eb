package dev.convo.profile;

import dev.convo.failure.Failure;
import dev.convo.profile.file.Starter;
import dev.convo.profile.value.Environment;
import dev.convo.profile.value.Source;
import dev.convo.profile.value.Sourced;
import dev.convo.provider.CredentialSpec;
import dev.convo.provider.Descriptor;
import dev.convo.provider.Link;
import dev.convo.provider.Setting;
import dev.convo.terminal.Prompt;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Asks for a section's keys and writes them as TOML. */
final class Questions {
  private static final Pattern ARGUMENT = Pattern.compile("\"[^\"]*\"|'[^']*'|\\S+");

  private final Environment machine;
  private final Descriptor descriptor;
  private final Prompt prompt;
  private final Map<String, String> link = new HashMap<>();

  Questions(Environment machine, Descriptor descriptor, Prompt prompt) {
    this.machine = machine;
    this.descriptor = descriptor;
    this.prompt = prompt;
  }

  /** The answers, a line for each key. */
  String keys() {
    StringBuilder text = new StringBuilder();
    baseUrl().ifPresent(url -> add(text, "base_url", Starter.quote(url)));
    for (Setting setting : descriptor.settings()) {
      setting(setting).ifPresent(value -> add(text, setting.key(), Starter.value(setting, value)));
    }
    for (CredentialSpec credential : descriptor.credentials()) {
      secret(credential).ifPresent(value -> add(text, credential.key(), value));
    }
    return text.toString();
  }

  /** The id from a pasted link. */
  Optional<String> linked() {
    return Optional.ofNullable(link.get("id"))
        .filter(id -> descriptor.idForm().matcher(id).matches());
  }

  private static void add(StringBuilder text, String key, String value) {
    text.append(key).append(" = ").append(value).append('\n');
  }

  /** The base URL, where the platform has a usual one and this account uses another. */
  private Optional<String> baseUrl() {
    URI usual = descriptor.host().orElse(null);
    if (usual == null) {
      return Optional.empty();
    }
    prompt.tell("The platform's address, or a link to one of your conversations.");
    while (true) {
      String answer = prompt.ask("base_url", usual.toString());
      try {
        String base = withoutLink(answer);
        BaseUri uri =
            BaseUri.of(new Sourced(base, Source.option("base_url")), descriptor.baseTails());
        uri.checkScheme(false);
        return Optional.of(uri.uri()).filter(other -> !other.equals(usual)).map(URI::toString);
      } catch (Failure e) {
        prompt.tell(e.message());
      }
    }
  }

  /**
   * The base URL within a pasted link, whose other values are remembered; any other answer as it
   * is.
   */
  private String withoutLink(String answer) {
    String address = answer.replaceFirst("[?#].*", "");
    Matcher host = Pattern.compile("https?://[^/]+").matcher(address);
    if (!host.lookingAt()) {
      return answer;
    }
    Optional<Link.Match> match = Link.find(descriptor.links(), address.substring(host.end()));
    match.ifPresent(found -> link.putAll(found.values()));
    return match.map(found -> host.group() + found.prefix()).orElse(answer);
  }

  private Optional<String> setting(Setting setting) {
    String key = setting.key();
    String linked = link.get(key);
    if (linked != null && setting.form().matcher(linked).matches()) {
      prompt.tell(key + " = " + linked + ", from the link");
      return Optional.of(linked);
    }
    if (!setting.values().isEmpty()) {
      return descriptor.needs(setting)
          ? Optional.of(
              setting.values().get(prompt.choose(key + ": " + setting.help(), setting.values())))
          : Optional.empty();
    }
    if (setting instanceof Setting.Flag) {
      return Optional.empty();
    }
    prompt.tell(setting.help());
    String answer =
        prompt.ask(
            key + ", such as " + setting.example() + (setting.required() ? "" : ", or nothing"),
            "",
            text -> setting.form().matcher(text).matches() || text.isEmpty() && !setting.required(),
            key + " must be " + setting.formHelp());
    return answer.isEmpty() ? Optional.empty() : Optional.of(answer);
  }

  private Optional<String> secret(CredentialSpec credential) {
    String key = credential.key();
    List<String> ways =
        new ArrayList<>(
            List.of(
                "in an environment variable",
                "in a password manager, or printed by a program",
                "in a file of its own",
                "in the profile file: type it now"));
    if (!credential.required()) {
      ways.add("nowhere: leave it out");
    }
    prompt.tell(key + ": " + credential.help());
    return switch (prompt.choose("Where is it kept?", ways)) {
      case 0 -> Optional.of(variable(key));
      case 1 -> Optional.of(command());
      case 2 -> Optional.of(file());
      case 3 -> Optional.of(literal(key));
      default -> Optional.empty();
    };
  }

  private String variable(String key) {
    String name =
        prompt.ask(
            "name of the variable",
            descriptor.variable(key),
            text -> text.matches("[A-Za-z_][A-Za-z0-9_]*"),
            "A variable's name is made of letters, digits and _.");
    if (machine.variable(name).isEmpty()) {
      prompt.tell(name + " is not set yet: export it before you use this profile.");
    }
    return "{ env = " + Starter.quote(name) + " }";
  }

  private String command() {
    String line =
        prompt.ask(
            "program and arguments, without a shell",
            "",
            text -> !text.isBlank(),
            "Type a program, for example: pass show " + descriptor.name());
    String arguments =
        ARGUMENT
            .matcher(line)
            .results()
            .map(found -> found.group().replaceFirst("^([\"'])(.*)\\1$", "$2"))
            .map(Starter::quote)
            .collect(Collectors.joining(", "));
    return "{ command = [" + arguments + "] }";
  }

  private String file() {
    while (true) {
      String name = prompt.ask("path of the file", "");
      try {
        Path path = machine.path(new Sourced(name, Source.option("path")), Path.of(""));
        if (path.isAbsolute()) {
          if (!Files.exists(path)) {
            prompt.tell(name + " does not exist yet: write the secret into it, with mode 600.");
          }
          return "{ file = " + Starter.quote(name) + " }";
        }
        prompt.tell("Type the full path, beginning with / or ~/.");
      } catch (Failure e) {
        prompt.tell(e.message());
      }
    }
  }

  private String literal(String key) {
    while (true) {
      String value = prompt.askHidden(key);
      if (!value.isEmpty() && value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
        return Starter.quote(value);
      }
      prompt.tell("A secret must not be empty, and may contain printable ASCII characters only.");
    }
  }
}

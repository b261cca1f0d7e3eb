package dev.convo.profile.secret;

import dev.convo.failure.Nearest;
import dev.convo.files.FileFault;
import dev.convo.files.SecretFile;
import dev.convo.profile.file.Item;
import dev.convo.profile.value.Environment;
import dev.convo.profile.value.Source;
import dev.convo.profile.value.Sourced;
import dev.convo.provider.CredentialSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Creates the secrets that the file and the environment define. Creating one reads nothing. */
public final class Secrets {
  private static final List<String> FORMS = List.of("env", "file", "command");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final int MOST_BYTES = 64 * 1024;

  /** A shorter one could be part of any word, so an echo of it could not be masked. */
  private static final int SHORTEST = 6;

  /** The user may have to unlock a password store first. */
  private static final Duration ASKING = Duration.ofSeconds(60);

  private static final Duration SILENT = Duration.ofSeconds(10);

  /** Capitals only, the convention for variables: anything else with a dollar may be a secret. */
  private static final Pattern SHELL_VARIABLE = Pattern.compile("\\$\\{?([A-Z][A-Z0-9_]*)\\}?");

  private final Environment machine;
  private final Path folder;
  private final Map<List<String>, String> outputs = new HashMap<>();

  /** Relative paths of files are below the folder. */
  public Secrets(Environment machine, Path folder) {
    this.machine = machine;
    this.folder = folder;
  }

  public Secret variable(CredentialSpec spec, String name, String value) {
    Source source = Source.variable(name);
    return new Secret(spec, source, name, () -> printable(value, source, spec.key()));
  }

  /**
   * A secret of the profile file.
   *
   * @throws dev.convo.failure.Failure CONFIG if it has none of the forms of a secret
   */
  public Secret of(CredentialSpec spec, Item item, String label) {
    Source at = item.source();
    if (item instanceof Item.Text text) {
      Matcher variable = SHELL_VARIABLE.matcher(text.value());
      if (variable.matches()) {
        throw at.fault(
            label + " would be sent as written: convo does not expand variables",
            "write { env = \"" + variable.group(1) + "\" }");
      }
      return new Secret(spec, at, null, () -> printable(text.value(), at, label));
    }
    if (!(item instanceof Item.Table table)) {
      throw at.fault(
          label + " is a secret and must be text or a table, not " + item.kind(), forms());
    }
    return switch (form(table, label)) {
      case "env" -> fromVariable(spec, variableName(table, label), at, label);
      case "file" -> fromFile(spec, word(table, "file", label), at, label);
      default -> fromCommand(spec, table, label);
    };
  }

  private static String form(Item.Table table, String label) {
    for (String key : table.keys()) {
      if (!FORMS.contains(key)) {
        throw table
            .source()
            .fault(
                label + " has the unknown key " + key,
                Nearest.to(key, FORMS).map(near -> "write " + near).orElseGet(Secrets::forms));
      }
    }
    if (table.keys().size() != 1) {
      throw table
          .source()
          .fault(
              label
                  + (table.keys().isEmpty()
                      ? " names no source"
                      : " names two sources: " + String.join(" and ", table.keys())),
              forms());
    }
    return table.keys().iterator().next();
  }

  private static String forms() {
    return "write one of { env = \"NAME\" }, { file = \"PATH\" },"
        + " { command = [\"PROGRAM\", \"ARGUMENT\"] }";
  }

  private static String word(Item.Table table, String form, String label) {
    return table
        .get(form)
        .filter(Item.Text.class::isInstance)
        .map(item -> ((Item.Text) item).value())
        .filter(value -> !value.isBlank())
        .orElseThrow(
            () -> table.source().fault(label + ": " + form + " must be text, not empty", forms()));
  }

  /** It must be valid in a shell, where --dry-run uses it. */
  private static String variableName(Item.Table table, String label) {
    String name = word(table, "env", label);
    if (!VARIABLE.matcher(name).matches()) {
      throw table
          .source()
          .fault(
              label + ": env must be the name of a variable",
              "a name is made of letters, digits and _, such as CHATWOOT_TOKEN");
    }
    return name;
  }

  private Secret fromVariable(CredentialSpec spec, String name, Source at, String label) {
    Source source = placeOf(name, at);
    return new Secret(
        spec,
        source,
        name,
        () ->
            printable(
                machine
                    .variable(name)
                    .orElseThrow(
                        () ->
                            at.fault(
                                label
                                    + " should come from the variable "
                                    + name
                                    + ", which is not"
                                    + " set",
                                "export " + name + "=...")),
                source,
                label));
  }

  private Secret fromFile(CredentialSpec spec, String name, Source at, String label) {
    Source source = placeOf("file " + name, at);
    return new Secret(
        spec,
        source,
        null,
        () -> {
          Path path = machine.path(new Sourced(name, at), folder);
          try {
            byte[] bytes =
                SecretFile.read(
                    path,
                    machine.user(),
                    MOST_BYTES + 2,
                    risk -> at.fault(label + ": " + path + " " + risk.what(), risk.hint()));
            String content =
                new String(bytes, StandardCharsets.ISO_8859_1).replaceFirst("\\r?\\n\\z", "");
            if (content.length() > MOST_BYTES) {
              throw at.fault(
                  label + ": " + path + " is larger than 64 KiB, too large for a secret",
                  "is it the right file?");
            }
            return printable(content, source, label);
          } catch (IOException e) {
            throw at.fault(
                label + ": the file " + path + " cannot be read: " + FileFault.words(e),
                "write the secret to that file, or correct the path");
          }
        });
  }

  private Secret fromCommand(CredentialSpec spec, Item.Table table, String label) {
    Source at = table.source();
    if (!(table.get("command").orElseThrow() instanceof Item.Words words)
        || words.values().isEmpty()
        || words.values().get(0).isBlank()) {
      throw at.fault(
          label + ": command must be a list of texts, beginning with the program",
          "write { command = [\"PROGRAM\", \"ARGUMENT\"] }; it runs without a shell");
    }
    Command command = new Command(words.values(), at, label);
    Source source = placeOf("command " + command.program(), at);
    return new Secret(spec, source, null, () -> printable(output(command), source, label));
  }

  /**
   * Runs a command once even if two secrets come from it: each run may ask for a password or a
   * touch.
   */
  private synchronized String output(Command command) {
    String known = outputs.get(command.arguments());
    if (known == null) {
      known = command.firstLine(machine, machine.terminal() ? ASKING : SILENT);
      outputs.put(command.arguments(), known);
    }
    return known;
  }

  private static Source placeOf(String what, Source at) {
    return at.as(what + " (" + at + ")");
  }

  /** Anything but printable ASCII would be mangled in a header. */
  private static String printable(String value, Source source, String label) {
    if (value.isBlank()) {
      throw source.fault(label + " is empty", "put the secret there");
    }
    if (!value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw source.fault(
          label + " contains a character that cannot be part of a secret",
          "only printable ASCII is allowed; look for a line break or a curly quote");
    }
    if (value.length() < SHORTEST) {
      throw source.fault(
          label + " is shorter than " + SHORTEST + " characters, too short for a secret",
          "copy the whole secret from the platform");
    }
    return value;
  }
}

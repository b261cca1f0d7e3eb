package dev.convo.cli;

import dev.convo.failure.Failure;
import dev.convo.model.Role;
import dev.convo.provider.CredentialSpec;
import dev.convo.provider.Descriptor;
import dev.convo.select.Trait;
import dev.convo.session.Platform;
import dev.convo.show.OutputFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Options and commands of other tools, with what convo has in their place. */
final class Slips {
  private static final Pattern DIGITS_IN_A_WORD = Pattern.compile("\\S*[0-9]\\S*");

  /** Options that commands over saved conversations lack. */
  private static final Pattern OF_FETCHING = Pattern.compile("--(base-url|ca-bundle|save)");

  /** What to type instead, and after the bar the options of other tools that it replaces. */
  private static final String OPTIONS =
      """
      for the last N messages: --tail N | --limit -n --last --max --count
      for the first N messages: --head N | --first --top
      convo fetches every page; for the last N messages: --tail N | --page
      by time: --since WHEN; by who wrote it: --author TEXT | --from --start --by
      did you mean --until? | --to --end
      did you mean --author? | --user --sender --name
      did you mean --grep? | --search --filter --find --match --text -g
      did you mean -i, with --grep? | --insensitive --ignorecase
      did you mean --fields? | --columns --field --select
      did you mean --message? | --id --number --msg
      for one kind alone: --only WHAT; for all but it: --without WHAT | --exclude
      did you mean --public-only? | --public --no-private
      convo always checks certificates; to trust your own authority: --ca-bundle FILE \
      | -k --insecure --no-verify
      did you mean --output? | --format --type -f
      did you mean --base-url? | --url --host --server --endpoint
      did you mean --tz? | --timezone --zone
      did you mean -vv? | --debug --trace -vvv
      to fetch the files of messages: --save DIR --attachments | --files --media --download
      did you mean --output-file? | --out --file
      """;

  private static final List<String> SECRETS =
      List.of("--token", "--api-key", "--key", "--secret", "--password", "--api-token");
  private static final List<String> OF_EDITORS =
      List.of("rm", "remove", "delete", "del", "edit", "set", "rename", "mv", "use");
  private static final Map<String, String> OF_PROFILES =
      Map.of("new", "add", "create", "add", "ls", "list", "get", "show", "view", "show");

  private final List<Descriptor> providers;

  Slips(List<Platform> platforms) {
    this.providers = Platform.facts(platforms);
  }

  /** What to type instead of this option, on a command of this name. */
  Optional<String> option(String typed, String command) {
    if (command.equals(DiffCommand.NAME)) {
      return isFormat(typed)
          ? Optional.of("diff has text, and --json for programs; to write a file: -O FILE")
          : Optional.empty();
    }
    Optional<Descriptor> provider =
        providers.stream().filter(one -> one.name().equals(command)).findFirst();
    if (provider.isEmpty() && !command.equals("show")) {
      return Optional.empty();
    }
    if (provider.isPresent() && SECRETS.contains(typed)) {
      return Optional.of(secret(provider.get()));
    }
    if (isNamed(typed)) {
      return Optional.of("did you mean -o " + typed.substring(2) + "?");
    }
    return kind(typed)
        .or(
            () ->
                OPTIONS
                    .lines()
                    .map(line -> line.split(" \\| "))
                    .filter(row -> List.of(row[1].split(" ")).contains(typed))
                    .map(row -> row[0])
                    .filter(hint -> provider.isPresent() || !OF_FETCHING.matcher(hint).find())
                    .findFirst());
  }

  /** {@code -o}, {@code -ohtml}, {@code --output}, {@code --format}, {@code --html}. */
  private static boolean isFormat(String typed) {
    return isNamed(typed)
        || typed.startsWith("-o")
        || List.of("--output", "--format", "--type").contains(typed);
  }

  /** {@code --html}: a format where an option belongs. */
  private static boolean isNamed(String typed) {
    return typed.startsWith("--") && OutputFormat.of(typed.substring(2)).isPresent();
  }

  /** {@code --notes}, {@code --no-system}, {@code --customer}: a value where an option belongs. */
  private static Optional<String> kind(String typed) {
    boolean without = typed.startsWith("--no-");
    String word = typed.replaceFirst("^--(no-)?", "").toUpperCase(Locale.ROOT);
    for (Trait trait : Trait.values()) {
      if (trait.name().equals(word) || trait.name().equals(word + "S")) {
        return Optional.of(
            "did you mean --" + (without ? "without " : "only ") + trait.word() + "?");
      }
    }
    for (Role role : Role.values()) {
      if (!without && role.name().equals(word)) {
        return Optional.of("did you mean --role " + word.toLowerCase(Locale.ROOT) + "?");
      }
    }
    return Optional.empty();
  }

  private static String secret(Descriptor provider) {
    String variables =
        provider.credentials().stream()
            .map(CredentialSpec::key)
            .map(provider::variable)
            .collect(Collectors.joining(" and "));
    return "secrets are never options; set "
        + variables
        + ", or run convo profile add "
        + provider.name();
  }

  /** What to type instead of this subcommand of {@code profile}. */
  static Optional<String> ofProfile(String typed) {
    return OF_EDITORS.contains(typed)
        ? Optional.of("edit the file yourself; 'convo profile path' says where it is")
        : Optional.ofNullable(OF_PROFILES.get(typed)).map(word -> "did you mean " + word + "?");
  }

  /** The failure of an id where a platform's name belongs. */
  Optional<Failure> withoutPlatform(String word) {
    String hint = "put its name first: convo ";
    List<String> names =
        providers.stream()
            .filter(one -> one.idForm().matcher(word).matches())
            // The stricter its form, the likelier the platform.
            .sorted((a, b) -> Boolean.compare(isLoose(a), isLoose(b)))
            .map(Descriptor::name)
            .toList();
    if (names.isEmpty() || !DIGITS_IN_A_WORD.matcher(word).matches()) {
      return Optional.empty();
    }
    String others = names.size() < 2 ? "" : String.join(", ", names.subList(1, names.size()));
    return Optional.of(
        Failure.usage(
            "which platform is conversation " + word + " on?",
            hint + names.get(0) + " " + word + (others.isEmpty() ? "" : " (or " + others + ")")));
  }

  /** Whether nearly any word could be an id of this provider. */
  private static boolean isLoose(Descriptor provider) {
    return provider.idForm().matcher("any-word").matches();
  }

  /** The provider of this name, in capitals or not: its command, an alias, or the platform's. */
  static Optional<Descriptor> provider(List<Descriptor> providers, String typed) {
    String word = typed.toLowerCase(Locale.ROOT);
    return providers.stream()
        .filter(
            one -> one.names().contains(word) || one.title().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }
}

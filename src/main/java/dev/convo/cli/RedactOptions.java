package dev.convo.cli;

import dev.convo.failure.Failure;
import dev.convo.failure.Nearest;
import dev.convo.profile.secret.KeyFile;
import dev.convo.redact.Redaction;
import dev.convo.redact.Sensitive;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What is replaced before a conversation is shared. */
@Command(addMethodSubcommands = false, optionListHeading = "%nSharing:%n")
final class RedactOptions {
  /** What help calls the option's value. */
  static final String WORDS = "WHAT,...";

  private Set<Sensitive> kinds = Set.of();

  @Option(
      order = 1,
      names = "--redact",
      paramLabel = WORDS,
      arity = "0..1",
      preprocessor = OnlyAttached.class,
      description =
          "Replace what identifies people with pseudonyms: card, email, iban, ip, name, phone,"
              + " secret, url; without =WHAT, all of it. See 'convo help redact'.")
  void redact(String words) {
    kinds = EnumSet.noneOf(Sensitive.class);
    for (String word : words.isEmpty() ? Sensitive.words() : List.of(words.split(",", -1))) {
      kinds.add(Sensitive.of(word).orElseThrow(() -> unknown(word)));
    }
  }

  @Option(
      order = 2,
      names = "--redact-key",
      paramLabel = "FILE",
      description = "Derive the pseudonyms from the secret in this file, the same in every run.")
  @Nullable Path key;

  /**
   * The redaction that was asked for, or null.
   *
   * @param user who must own the key
   * @throws Failure USAGE if the key cannot be used
   */
  @Nullable Redaction redaction(String user) {
    if (kinds.isEmpty()) {
      if (key != null) {
        throw Failure.usage("--redact-key needs --redact", "add --redact");
      }
      return null;
    }
    return new Redaction(kinds, key == null ? null : KeyFile.read(key, user));
  }

  private static Failure unknown(String word) {
    List<String> words = Sensitive.words();
    return Failure.usage(
        "--redact: '" + word + "' is not something that can be redacted",
        Nearest.question(word, words, "it can be " + String.join(", ", words)));
  }

  /** Reads {@code --redact=name}, but does not take the 42 of {@code --redact 42} as its value. */
  static final class OnlyAttached implements IParameterPreprocessor {
    @Override
    public boolean preprocess(
        Stack<String> args, CommandSpec command, ArgSpec option, Map<String, Object> info) {
      if (!"=".equals(info.get("separator"))) {
        args.push("");
      }
      return false;
    }
  }
}

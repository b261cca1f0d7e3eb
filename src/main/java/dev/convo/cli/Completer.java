package dev.convo.cli;

import dev.convo.redact.Sensitive;
import dev.convo.show.OutputFormat;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Completes what is being typed. The shells' scripts call {@code convo __complete WORD...} with the
 * words after {@code convo}, the unfinished one last, and get a line for each candidate: the word,
 * a tab, what it means. A line {@link #FILES} asks the shell for file names instead.
 */
final class Completer {
  static final String COMMAND = "__complete";

  static final String FILES = ":files";

  /** Arguments that are files or folders, but not of the type Path, because '-' may be typed. */
  private static final Set<String> PATHS = Set.of("PATH", "OLD", "NEW");

  private final CommandLine root;
  private final List<String> providers;
  private final Supplier<List<String>> profiles;

  /**
   * A completer over a command tree.
   *
   * @param providers the names of the providers
   * @param profiles the names of the profiles; only asked for where a profile may be typed
   */
  Completer(CommandLine root, List<String> providers, Supplier<List<String>> profiles) {
    this.root = root;
    this.providers = List.copyOf(providers);
    this.profiles = profiles;
  }

  /** The candidates for the last of these words, one per line. */
  String complete(List<String> words) {
    String typed = words.isEmpty() ? "" : words.get(words.size() - 1);
    Line line = new Line();
    words.subList(0, Math.max(0, words.size() - 1)).forEach(line::read);
    return line.candidates(typed).entrySet().stream()
        .filter(one -> one.getKey().startsWith(typed) || one.getKey().equals(FILES))
        .map(one -> one.getKey() + (one.getValue().isEmpty() ? "" : "\t" + one.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  /** The finished part of a command line. */
  private final class Line {
    private CommandLine command = root;
    private final List<String> arguments = new ArrayList<>();
    private @Nullable OptionSpec open;
    private boolean onlyArguments;

    void read(String word) {
      if (open != null) {
        open = null;
      } else if (onlyArguments) {
        arguments.add(word);
      } else if (word.equals("--")) {
        onlyArguments = true;
      } else if (word.startsWith("-") && word.length() > 1) {
        OptionSpec option = options().get(word);
        open = option != null && option.arity().min() > 0 ? option : null;
      } else if (arguments.isEmpty() && command.getSubcommands().containsKey(word)) {
        command = command.getSubcommands().get(word);
      } else {
        arguments.add(word);
      }
    }

    /** Words and what they mean, not yet filtered by what is typed. */
    Map<String, String> candidates(String typed) {
      if (open != null) {
        return values(open, "", typed);
      }
      if (!onlyArguments && typed.startsWith("-")) {
        String name = nameIn(typed);
        OptionSpec option = options().get(name);
        if (option == null || option.arity().max() == 0 || typed.equals(name)) {
          return names(typed);
        }
        String before = name.startsWith("--") ? name + "=" : name;
        return values(option, before, typed.substring(before.length()));
      }
      return onlyArguments || !arguments.isEmpty() || command.getSubcommands().isEmpty()
          ? arguments()
          : commands(command, !typed.isEmpty());
    }

    /** The option's name in {@code --output=js} and {@code -ojs}. */
    private String nameIn(String typed) {
      return typed.startsWith("--")
          ? typed.replaceFirst("=.*", "")
          : typed.substring(0, Math.min(2, typed.length()));
    }

    /** The options by name. Before the command, the options of all commands count. */
    private Map<String, OptionSpec> options() {
      Map<String, OptionSpec> options = new LinkedHashMap<>(command.getCommandSpec().optionsMap());
      if (command == root) {
        for (CommandLine sub : root.getSubcommands().values()) {
          sub.getCommandSpec().optionsMap().forEach(options::putIfAbsent);
        }
      }
      return options;
    }

    /** The long names; a short one where there is no other, or where it is typed already. */
    private Map<String, String> names(String typed) {
      Map<String, String> names = new TreeMap<>();
      options()
          .forEach(
              (name, option) -> {
                boolean known = name.startsWith("--") || option.names().length == 1;
                if (!option.hidden() && (known || name.equals(typed))) {
                  names.put(name, first(option.description()));
                }
              });
      return names;
    }

    private Map<String, String> arguments() {
      if (command.getCommandSpec().userObject() instanceof HelpCommand) {
        return topics();
      }
      for (PositionalParamSpec parameter : command.getCommandSpec().positionalParameters()) {
        if (parameter.index().contains(arguments.size())) {
          return values(parameter, "", "");
        }
      }
      return Map.of();
    }

    private Map<String, String> topics() {
      CommandLine about = root;
      for (String word : arguments) {
        about = about == null ? null : about.getSubcommands().get(word);
      }
      Map<String, String> words = about == null ? new LinkedHashMap<>() : commands(about, false);
      if (arguments.isEmpty()) {
        HelpCommand.TOPICS.forEach(topic -> words.put(topic, "topic"));
      }
      return words;
    }
  }

  private static Map<String, String> commands(CommandLine command, boolean aliases) {
    Map<String, String> commands = new LinkedHashMap<>();
    new TreeMap<>(command.getSubcommands())
        .forEach(
            (name, sub) -> {
              if (aliases || name.equals(sub.getCommandName())) {
                commands.put(name, first(sub.getCommandSpec().usageMessage().description()));
              }
            });
    return commands;
  }

  /** The possible values of an argument, found by its type and its label in help. */
  private Map<String, String> values(ArgSpec of, String before, String typed) {
    Map<String, String> values = new LinkedHashMap<>();
    boolean list = !of.splitRegex().isEmpty() || of.paramLabel().equals(RedactOptions.WORDS);
    String done = list ? typed.substring(0, typed.lastIndexOf(',') + 1) : "";
    List<String> named = List.of(done.split(",", -1));
    for (String word : words(of)) {
      if (!named.contains(word)) {
        values.put(word.equals(FILES) ? word : before + done + word, "");
      }
    }
    return values;
  }

  private Collection<String> words(ArgSpec of) {
    if (of.type() == Path.class || PATHS.contains(of.paramLabel())) {
      return List.of(FILES);
    } else if (of.type() == ZoneId.class) {
      return new TreeSet<>(ZoneId.getAvailableZoneIds());
    } else if (of.type() == OutputFormat.class) {
      return OutputFormat.words();
    } else if (of.paramLabel().equals("NAME")) {
      return profiles.get();
    } else if (of.paramLabel().equals("PROVIDER")) {
      return providers;
    } else if (of.paramLabel().equals(RedactOptions.WORDS)) {
      return Sensitive.words();
    }
    List<String> words = new ArrayList<>();
    if (of.completionCandidates() != null) {
      of.completionCandidates().forEach(words::add);
    } else {
      Class<?> type = of.isMultiValue() ? of.auxiliaryTypes()[0] : of.type();
      if (type.isEnum()) {
        List.of(type.getEnumConstants()).forEach(one -> words.add(one.toString()));
      }
    }
    words.replaceAll(word -> word.toLowerCase(Locale.ROOT));
    return words;
  }

  private static String first(String... description) {
    return description.length == 0 ? "" : description[0];
  }
}

package dev.convo.cli;

import dev.convo.failure.Kind;
import dev.convo.profile.Profiles;
import dev.convo.provider.Descriptor;
import dev.convo.session.Machine;
import dev.convo.session.Platform;
import dev.convo.session.Session;
import dev.convo.show.ColorChoice;
import dev.convo.show.StatusLine;
import dev.convo.terminal.Once;
import dev.convo.terminal.Streams;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.IHelpFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Builds the command tree and runs it. Returns the exit code; never ends the process. */
public final class Cli {
  private static final String HELP = "help";

  /** The command lines that only list all commands. */
  private static final Set<List<String>> LISTING =
      Set.of(List.of(), List.of("-h"), List.of("--help"));

  private static final int HELP_COLUMNS = 80;
  private static final int HELP_COLUMNS_LEAST = 56;
  private static final int HELP_COLUMNS_MOST = 110;

  private final Machine machine;
  private final List<Platform> platforms;
  private int helpColumns;

  public Cli(Machine machine, List<Platform> platforms) {
    this.machine = machine;
    this.platforms = List.copyOf(platforms);
  }

  /** Runs one command line and returns the process's exit code. */
  public int run(String... args) {
    Problems problems = problems(args);
    try (Session session = new Session(machine, platforms)) {
      return guarded(session, problems, args);
    } catch (RuntimeException | Error thrown) {
      return problems.ended(thrown);
    }
  }

  /**
   * Reports what ended a thread that nobody waits for; returns the process's exit code.
   *
   * @param args the command line
   */
  public int lost(Throwable thrown, String... args) {
    return problems(args).ended(thrown);
  }

  private Problems problems(String... args) {
    IntSupplier columns = new Once<>(this::errorColumns)::get;
    return new Problems(
        new StatusLine(machine.streams().err(), machine.clock(), columns),
        ErrorOptions.json(args, machine.environment().variables()),
        columns,
        List.of(args).contains(DiffCommand.NAME) ? DiffCommand.BUG : ExitCode.of(Kind.BUG));
  }

  private int guarded(Session session, Problems problems, String... args) {
    StringWriter said = new StringWriter();
    CommandLine root = tree(session, problems, args).setOut(new PrintWriter(said));
    int code;
    if (args.length > 0 && args[0].equals(Completer.COMMAND)) {
      List<String> words = Arrays.asList(args).subList(1, args.length);
      List<String> providers = platforms.stream().map(one -> one.facts().name()).toList();
      said.write(new Completer(root, providers, this::profiles).complete(words));
      code = ExitCode.OK;
    } else {
      String[] line = CommandFirst.of(root, args);
      boolean link = line.length > 0 && CommandFirst.isLink(line[0]);
      code = root.execute(link ? linked(problems, line) : line);
    }
    if (said.getBuffer().length() > 0) {
      Printed.write(machine, said.toString(), List.of(args));
    }
    return code;
  }

  private String[] linked(Problems problems, String... words) {
    List<Descriptor> descriptors = Platform.facts(platforms);
    PastedLink.Line line = new PastedLink(machine.environment(), descriptors, words).line();
    line.note().ifPresent(problems::noteOnceListening);
    return line.words().toArray(new String[0]);
  }

  /** Every command, to write manuals from. Runs nothing. */
  public static CommandLine commands(Machine machine, List<Platform> platforms) {
    Cli cli = new Cli(machine, platforms);
    return cli.tree(new Session(machine, platforms), cli.problems(), HELP);
  }

  /** A command for each provider, then those about convo itself; only the ones this line needs. */
  private CommandLine tree(Session session, Problems problems, String... args) {
    CommandLine root = new CommandLine(new RootCommand());
    needed(parts(session, problems), args)
        .forEach(part -> root.addSubcommand(part.command().get()));
    Converters.register(root);
    UsageFaults faults = new UsageFaults(problems, platforms);
    root.setParameterExceptionHandler(faults);
    root.setExecutionExceptionHandler(faults);
    root.setExecutionStrategy(faults);
    styled(root);
    root.setExpandAtFiles(false);
    root.setOverwrittenOptionsAllowed(true);
    root.setCaseInsensitiveEnumValuesAllowed(true);
    root.setAbbreviatedOptionsAllowed(false);
    root.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
    root.setHelpFactory(helpFactory());
    return root;
  }

  /**
   * Sets what picocli does not pass on to subcommands: the version, without which {@code -V} prints
   * nothing, and the style.
   */
  private static void styled(CommandLine command) {
    command.getCommandSpec().versionProvider(new Version());
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    usage.synopsisHeading("Usage: ").abbreviateSynopsis(true);
    if (usage.customSynopsis().length == 0) {
      usage.descriptionHeading("%n");
    }
    usage.parameterListHeading("%n").optionListHeading("%nOptions:%n");
    command.getSubcommands().values().forEach(Cli::styled);
  }

  /** A command before it is built. */
  private record Part(List<String> names, Supplier<Object> command, @Nullable String summary) {
    Part(List<String> names, Supplier<Object> command) {
      this(names, command, null);
    }

    /** The command as a list of commands shows it. */
    Part listed() {
      return summary == null
          ? this
          : new Part(names, () -> Sections.listed(names, summary), summary);
    }
  }

  private List<Part> parts(Session session, Problems problems) {
    List<Part> parts = new ArrayList<>();
    for (Platform platform : platforms) {
      parts.add(
          new Part(
              platform.facts().names(),
              () -> ProviderCommand.of(platform, session, problems),
              platform.facts().summary()));
    }
    parts.add(
        new Part(List.of("show"), () -> ShowCommand.of(session, problems), ShowCommand.SUMMARY));
    parts.add(
        new Part(
            List.of(DiffCommand.NAME),
            () -> new DiffCommand(session, problems),
            DiffCommand.SUMMARY));
    parts.add(new Part(List.of("profile"), () -> new ProfileCommand(session)));
    parts.add(new Part(List.of("sandbox"), () -> new SandboxCommand(session)));
    parts.add(new Part(List.of("completion"), CompletionCommand::new));
    parts.add(new Part(List.of(HELP), () -> HelpCommand.of(this::helpColumns)));
    return parts;
  }

  /**
   * The commands to build. Building one costs time at the start, and most lines begin with the only
   * one they need. Completion and lines that begin with an option need all of them, help only their
   * names.
   */
  private static List<Part> needed(List<Part> all, String... args) {
    String first = args.length == 0 ? "" : args[0];
    if (args.length == 1 && (first.equals("--version") || first.equals("-V"))) {
      return List.of();
    }
    if (LISTING.contains(List.of(args))) {
      return all.stream().map(Part::listed).toList();
    }
    return all.stream()
        .filter(part -> !first.equals(HELP) && part.names().contains(first))
        .findFirst()
        .map(List::of)
        .orElse(all);
  }

  /**
   * Finds out width and colour only when help is shown, because the width may cost a process. Not a
   * lambda, for the reason given in Converters.
   */
  private IHelpFactory helpFactory() {
    return new IHelpFactory() {
      @Override
      public Help create(CommandSpec command, ColorScheme plain) {
        command.usageMessage().width(helpColumns());
        ColorScheme colours = colour() ? Help.defaultColorScheme(Help.Ansi.ON) : plain;
        CommandSpec shown = Sections.of(command);
        return new Help(shown, colours) {
          @Override
          public String footer(Object... parameters) {
            return Wrapped.page(
                helpColumns(), String.format(String.join("\n", shown.usageMessage().footer())));
          }
        };
      }
    };
  }

  /** The width to wrap errors at; 0 if they go to no terminal. */
  private int errorColumns() {
    return terminals().err() ? terminals().columns().orElse(0) : 0;
  }

  private List<String> profiles() {
    return Profiles.namesIfAny(machine.environment());
  }

  private boolean colour() {
    return ColorChoice.AUTO.on(
        machine.environment().variables(), terminals().out(), machine.environment().windows());
  }

  private Streams.Terminals terminals() {
    return machine.streams().terminals();
  }

  private int helpColumns() {
    if (helpColumns == 0) {
      int columns = terminals().out() ? terminals().columns().orElse(HELP_COLUMNS) : HELP_COLUMNS;
      helpColumns = Math.max(HELP_COLUMNS_LEAST, Math.min(HELP_COLUMNS_MOST, columns));
    }
    return helpColumns;
  }
}

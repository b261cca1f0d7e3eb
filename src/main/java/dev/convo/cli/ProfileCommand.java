package dev.convo.cli;

import dev.convo.failure.Failure;
import dev.convo.failure.Nearest;
import dev.convo.profile.Addition;
import dev.convo.profile.Profiles;
import dev.convo.profile.Profiles.Row;
import dev.convo.profile.file.ProfileFile;
import dev.convo.profile.file.Starter;
import dev.convo.provider.Descriptor;
import dev.convo.session.Platform;
import dev.convo.session.Session;
import dev.convo.text.Plain;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code convo profile}: the accounts that convo knows. */
@Command(
    name = "profile",
    mixinStandardHelpOptions = true,
    description = {
      "Manages profiles: the accounts convo can use.",
      "What a profile is, and how to write one: convo help profiles"
    },
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  convo profile init chatwoot      write a commented starter",
      "  convo profile add asapp -p work  answer questions to add an account",
      "  convo profile show work          every setting and where it comes from"
    })
final class ProfileCommand implements Runnable {
  @Spec CommandSpec spec;
  @Mixin ErrorOptions errors = new ErrorOptions();

  private final Session session;
  private final List<Descriptor> providers;

  ProfileCommand(Session session) {
    this.session = session;
    this.providers = Platform.facts(session.platforms());
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private Profiles profiles() {
    return Profiles.open(session.machine().environment(), providers);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Lists the profiles and their providers.",
      footer = {"", "Example:  convo profile list"})
  void list(@Mixin ErrorOptions options) {
    Profiles profiles = profiles();
    String chosen = profiles.chosen(null).value();
    int width = profiles.names().stream().mapToInt(String::length).max().orElse(0);
    for (String name : profiles.names()) {
      String mark = name.equals(chosen) ? "* " : "  ";
      String has =
          name.equals(Profiles.DEMO) ? "sample conversations, built in" : contents(profiles, name);
      String line = String.format("%s%-" + width + "s  %s", mark, Plain.line(name), has);
      out().println(line.stripTrailing());
    }
    if (!profiles.found()) {
      out().println("\nThere is no profile file yet. To write one: convo profile add PROVIDER");
    }
  }

  /** The providers of a profile; those with an empty section are listed apart. */
  private static String contents(Profiles profiles, String name) {
    List<String> empty = profiles.emptySections(name);
    List<String> filled = new ArrayList<>(profiles.sections(name));
    filled.removeAll(empty);
    String apart = empty.isEmpty() ? "" : "nothing set for " + String.join(", ", empty);
    return String.join(", ", filled) + (filled.isEmpty() || apart.isEmpty() ? "" : "; ") + apart;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Shows a profile's settings and where each comes from.",
      footer = {"", "Example:  convo profile show work"})
  void show(
      @Mixin ErrorOptions options,
      @Parameters(
              arity = "0..1",
              paramLabel = "NAME",
              description = "Profile to show (default: the current one).")
          @Nullable String name) {
    Profiles profiles = profiles();
    if (profiles.chosen(name).value().equals(Profiles.DEMO)) {
      out().println("demo is built in and serves sample conversations. There is nothing to set.");
      out().println("Try: convo chatwoot 42 --profile demo");
      return;
    }
    List<Row> rows = profiles.rows(name);
    int keys = rows.stream().mapToInt(row -> row.key().length()).max().orElse(0);
    int values = rows.stream().mapToInt(row -> Plain.line(row.value()).length()).max().orElse(0);
    String columns = "  %-" + keys + "s  %-" + Math.max(1, values) + "s  %s\n";
    String section = "";
    for (Row row : rows) {
      if (!row.section().equals(section)) {
        out().println((section.isEmpty() ? "" : "\n") + "[" + Plain.line(row.section()) + "]");
        section = row.section();
      }
      out().printf(columns, row.key(), Plain.line(row.value()), Plain.line(row.source()));
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Prints the path of the profile file.",
      footer = {"", "Example:  $$EDITOR \"$$(convo profile path)\""})
  void path(@Mixin ErrorOptions options) {
    out().println(shown(ProfileFile.find(session.machine().environment())));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Writes a starter file with comments; never replaces a file.",
      footer = {"", "Example:  convo profile init chatwoot"})
  void init(
      @Mixin ErrorOptions options,
      @Parameters(
              arity = "0..*",
              paramLabel = "PROVIDER",
              description = "Providers to include (default: all).")
          @Nullable List<String> names) {
    List<Descriptor> wanted = new ArrayList<>();
    for (String name : names == null ? List.<String>of() : names) {
      wanted.add(provider(name));
    }
    ProfileFile file = ProfileFile.find(session.machine().environment());
    String add = "convo profile add " + (wanted.isEmpty() ? "PROVIDER" : wanted.get(0).name());
    if (file.present()) {
      throw Failure.config(
          file.path() + " already exists; nothing was changed", "to add a section: " + add);
    }
    file.create(Starter.text(wanted.isEmpty() ? providers : wanted));
    out().println("wrote " + shown(file));
    out().println("add your credentials to it, or let convo ask: " + add);
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Asks for an account and adds it to the profile file.",
      footer = {"", "Example:  convo profile add chatwoot --profile work"})
  void add(
      @Mixin ErrorOptions options,
      @Parameters(paramLabel = "PROVIDER", description = "The provider, such as chatwoot.")
          String name,
      @Option(
              names = {"-p", "--profile"},
              paramLabel = "NAME",
              description = "Profile to add to (default: the current one).")
          @Nullable String profile) {
    Descriptor provider = provider(name);
    Profiles profiles = profiles();
    String chosen = profile == null ? profiles.chosen(null).value() : profile;
    Addition.check(profiles, provider, chosen);
    String section = chosen + "." + provider.name();
    if (options.noInput || !session.machine().canAsk()) {
      String where = "[" + section + "] by hand in " + profiles.file().path();
      throw Failure.usage(
          "profile add needs a terminal", "write " + where + "; see 'convo help profiles'");
    }
    String command = Addition.ask(profiles, provider, chosen, session.prompt());
    out().println("added [" + section + "] to " + shown(profiles.file()) + "\ntry: " + command);
  }

  private static String shown(ProfileFile file) {
    return Plain.line(file.path().toString());
  }

  private Descriptor provider(String name) {
    List<String> names = providers.stream().map(Descriptor::name).toList();
    String all = "the providers are " + String.join(", ", names);
    return Slips.provider(providers, name)
        .orElseThrow(
            () ->
                Failure.usage(
                    "there is no provider '" + name + "'", Nearest.question(name, names, all)));
  }
}

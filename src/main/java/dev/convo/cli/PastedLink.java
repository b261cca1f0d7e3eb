package dev.convo.cli;

import dev.convo.failure.Failure;
import dev.convo.model.Note;
import dev.convo.profile.Profiles;
import dev.convo.profile.Profiles.Home;
import dev.convo.profile.value.Environment;
import dev.convo.profile.value.Sourced;
import dev.convo.provider.Descriptor;
import dev.convo.provider.Link;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Option;

/** {@code convo LINK}: the link's host says which platform and profile are meant. */
final class PastedLink {
  private final URI link;
  private final List<String> words;
  private final Typed typed;
  private final Environment machine;
  private final List<Descriptor> descriptors;

  /** The options that choose an account, wherever they are on the line. */
  @Command
  private static final class Typed {
    @Option(names = {"-p", "--profile"})
    @Nullable String profile;

    @Option(names = "--base-url")
    @Nullable String baseUrl;
  }

  /** The platform's command line that replaces the link's. */
  record Line(List<String> words, Optional<Note> note) {
    Line {
      words = List.copyOf(words);
    }
  }

  /**
   * A line that begins with a link.
   *
   * @throws Failure USAGE if it only looks like a link
   */
  PastedLink(Environment machine, List<Descriptor> descriptors, String... words) {
    this.machine = machine;
    this.descriptors = List.copyOf(descriptors);
    this.words = List.of(words);
    this.link =
        Link.parse(words[0])
            .orElseThrow(
                () ->
                    Failure.usage(
                        "'" + words[0] + "' is not a link", "paste it whole, from https:// on"));
    this.typed = new Typed();
    try {
      new CommandLine(typed)
          .setUnmatchedArgumentsAllowed(true)
          .setOverwrittenOptionsAllowed(true)
          .setExpandAtFiles(false)
          .parseArgs(words);
    } catch (MissingParameterException e) {
      // The platform's command reports that an option lacks its value.
    }
  }

  /**
   * The line to run instead.
   *
   * @throws Failure USAGE if not exactly one account is meant; CONFIG if the file cannot be used
   */
  Line line() {
    Optional<Descriptor> owner = Link.owner(descriptors, link);
    String chosen = Profiles.chosen(machine, typed.profile).map(Sourced::value).orElse("");
    if (chosen.equals(Profiles.DEMO) || typed.baseUrl != null) {
      return new Line(with(owner.orElseThrow(this::unknown).name()), Optional.empty());
    }
    Profiles profiles = Profiles.open(machine, descriptors);
    List<Home> homes = profiles.homes(link, typed.profile);
    List<Home> inChosen = homes.stream().filter(home -> home.profile().equals(chosen)).toList();
    if (homes.size() > 1 && !inChosen.isEmpty()) {
      homes = inChosen;
    }
    if (homes.size() > 1) {
      throw several(homes);
    }
    if (homes.isEmpty() && typed.profile != null && owner.isPresent()) {
      // The platform's command reports what is wrong with this profile.
      return new Line(with(owner.get().name()), Optional.empty());
    }
    if (homes.isEmpty()) {
      throw none(profiles, owner);
    }
    return to(homes.get(0));
  }

  private Line to(Home home) {
    String command = home.platform().name();
    List<String> line = home.isChosen() ? with(command) : with(command, "-p", home.profile());
    String said = host() + " is " + home.platform().title() + ", profile " + home.profile();
    return new Line(line, Optional.of(new Note("link_account", said)));
  }

  private List<String> with(String... first) {
    List<String> line = new ArrayList<>(List.of(first));
    line.addAll(words);
    return line;
  }

  private Failure several(List<Home> homes) {
    boolean byProfile = homes.stream().map(Home::profile).distinct().count() == homes.size();
    String choices =
        homes.stream()
            .map(
                home ->
                    byProfile
                        ? "-p " + home.profile()
                        : "convo " + home.platform().name() + " LINK -p " + home.profile())
            .collect(Collectors.joining(" or "));
    return Failure.usage(
        homes.size() + " accounts are on " + host() + "; which one?",
        (byProfile ? "add " : "write ") + choices);
  }

  private Failure none(Profiles profiles, Optional<Descriptor> owner) {
    if (owner.isEmpty()) {
      return unknown();
    }
    Descriptor platform = owner.get();
    String where = profiles.file().path().toString();
    String missing =
        profiles.found()
            ? "no section in " + where + " is for " + host()
            : "there is no profile file at " + where;
    String id =
        Link.find(platform.links(), link.getRawPath())
            .map(found -> String.valueOf(found.values().get("id")))
            .orElse("ID");
    String demo = "; for a link of the demo: convo " + platform.name() + " " + id + " -p demo";
    return Failure.usage(
        "this looks like a link to " + platform.title() + ", but " + missing,
        "to add one: convo profile add " + platform.name() + (Link.staysHere(link) ? demo : ""));
  }

  private Failure unknown() {
    return Failure.usage(
        "which platform is this link for? " + host() + " is in no profile",
        "put its name first: convo PROVIDER LINK; to add an account: convo profile add PROVIDER");
  }

  private String host() {
    return Link.host(link);
  }
}

package dev.convo.profile;

import dev.convo.failure.Failure;
import dev.convo.failure.Nearest;
import dev.convo.http.Origin;
import dev.convo.model.Note;
import dev.convo.profile.file.FileRules;
import dev.convo.profile.file.Item;
import dev.convo.profile.file.ProfileFile;
import dev.convo.profile.file.TomlFile;
import dev.convo.profile.secret.Secrets;
import dev.convo.profile.value.Environment;
import dev.convo.profile.value.Source;
import dev.convo.profile.value.Sourced;
import dev.convo.provider.Descriptor;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The profile file, read and checked as a whole, with the environment it was found in. */
public final class Profiles {
  /** The built-in profile; no file may define it. */
  public static final String DEMO = FileRules.DEMO;

  static final String SETTINGS = FileRules.SETTINGS;
  static final List<String> SETTING_KEYS =
      List.of("default_profile", "output", "timeout", "ca_bundle", "proxy");

  /** The profile that is used where none is named. */
  public static final String DEFAULT = "default";

  final Environment machine;
  final List<Descriptor> descriptors;
  final Item.Table root;
  final Secrets secrets;
  private final ProfileFile file;
  private final boolean found;

  /**
   * An account that a link may be about.
   *
   * @param platform whose link it then is
   * @param profile the account's profile
   * @param isChosen whether this profile is used without {@code -p}, so that variables count
   */
  public record Home(Descriptor platform, String profile, boolean isChosen) {}

  /**
   * One key of a profile, as {@code profile show} prints it.
   *
   * @param section the section's name with its profile: {@code work.chatwoot}
   * @param value a mask of fixed length for a secret; empty where the key is not set
   * @param source where the value comes from, or {@code not set} and what that means
   */
  public record Row(String section, String key, String value, String source) {}

  private Profiles(
      Environment machine,
      ProfileFile file,
      List<Descriptor> descriptors,
      Item.Table root,
      boolean found) {
    this.machine = machine;
    this.file = file;
    this.descriptors = List.copyOf(descriptors);
    this.root = root;
    this.found = found;
    this.secrets = new Secrets(machine, file.path().resolveSibling(""));
  }

  /**
   * Finds and reads the profile file, if there is one.
   *
   * @throws Failure CONFIG if it cannot be used: see {@link ProfileFile#find} for which file it is
   */
  public static Profiles open(Environment machine, List<Descriptor> descriptors) {
    ProfileFile file = ProfileFile.find(machine);
    Optional<String> text = file.read(machine.user());
    Item.Table root =
        text.isPresent()
            ? TomlFile.read(text.get(), file.path())
            : new Item.Table(Source.line(file.path(), 1), "", Map.of());
    Profiles profiles = new Profiles(machine, file, descriptors, root, text.isPresent());
    FileRules.checkNames(root);
    FileRules.checkLiterals(root, file, descriptors);
    return profiles;
  }

  /** The names to complete; only the built-in one if the file cannot be used. */
  public static List<String> namesIfAny(Environment machine) {
    try {
      return open(machine, List.of()).names();
    } catch (Failure e) {
      return List.of(DEMO);
    }
  }

  /** Where the file is, or would be. */
  public ProfileFile file() {
    return file;
  }

  /** A setting of {@code [convo]}; a whole number as its digits. */
  public Optional<Sourced> setting(String key) {
    return root.table(SETTINGS).flatMap(table -> table.digits(key).or(() -> table.text(key)));
  }

  /** One of a provider's own keys, from the first place that has it. */
  public Optional<Sourced> setting(Descriptor descriptor, Choice choice, String key) {
    return new Lookup(this, descriptor, choice).first(key);
  }

  /** The profiles in the order of the file, the built-in one last. */
  public List<String> names() {
    List<String> names = new ArrayList<>(written());
    names.add(DEMO);
    return names;
  }

  /** The providers that a profile of the file has a section for. */
  public List<String> sections(String profile) {
    return root.table(profile)
        .map(table -> table.keys().stream().filter(key -> provider(key).isPresent()).toList())
        .orElse(List.of());
  }

  /** The sections of a profile that have no keys, as in a starter file. */
  public List<String> emptySections(String profile) {
    return sections(profile).stream()
        .filter(
            name ->
                root.table(profile)
                    .flatMap(table -> table.table(name))
                    .filter(section -> section.keys().isEmpty())
                    .isPresent())
        .toList();
  }

  public boolean found() {
    return found;
  }

  /** The profile to use: typed, from the environment, from the settings, or {@code default}. */
  public Sourced chosen(@Nullable String typed) {
    return chosen(machine, typed)
        .or(() -> setting("default_profile"))
        .orElse(new Sourced(DEFAULT, Source.BUILT_IN));
  }

  /** The profile to use whatever the file says: typed, or from the environment. */
  public static Optional<Sourced> chosen(Environment machine, @Nullable String typed) {
    return typed != null
        ? Optional.of(new Sourced(typed, Source.option("-p")))
        : machine.sourced("CONVO_PROFILE");
  }

  /**
   * What is needed to call a platform. Reads no secret and runs no command.
   *
   * @throws Failure CONFIG if the file or the environment is wrong or incomplete; USAGE if what was
   *     typed is wrong, or would send a secret of the file elsewhere
   */
  public Account account(Descriptor descriptor, Choice choice) {
    return new Resolution(new Lookup(this, descriptor, choice)).account();
  }

  /** What the user should know about the file and the environment when {@link #account} fails. */
  public List<Note> advice(Descriptor descriptor, Choice choice) {
    return new Advice(new Lookup(this, descriptor, choice)).notes();
  }

  /**
   * A profile, key by key; the secrets are masked and not read.
   *
   * @param typed the profile typed with {@code -p}, or null
   * @throws Failure CONFIG if there is no such profile, a value in it is wrong, or neither the file
   *     nor the environment sets anything
   */
  public List<Row> rows(@Nullable String typed) {
    List<Row> rows = new Rows(this, new Choice(typed, Map.of())).all();
    if (rows.stream().allMatch(row -> row.section().equals(SETTINGS))) {
      String hint = "to add an account: convo profile add PROVIDER";
      if (!found) {
        throw noFile("", hint);
      }
      throw Failure.config(
          "profile " + chosen(typed).value() + " in " + file.path() + " is empty", hint);
    }
    return rows;
  }

  /** The profile whose section of this provider is about the host of this address. */
  public Optional<String> profileFor(Descriptor descriptor, URI address) {
    Origin origin = Origin.of(address);
    return written().stream()
        .filter(name -> sections(name).contains(descriptor.name()))
        .filter(name -> isAbout(name, descriptor, origin))
        .findFirst();
  }

  /**
   * The accounts that this link may be about, in the order of the file.
   *
   * @param typed the profile typed with {@code -p}, the only one to look at; or null for all
   */
  public List<Home> homes(URI link, @Nullable String typed) {
    return new Homes(this, link).find(typed);
  }

  private boolean isAbout(String profile, Descriptor descriptor, Origin origin) {
    try {
      return new Lookup(this, descriptor, new Choice(profile, Map.of())).homes().contains(origin);
    } catch (Failure e) {
      // A faulty profile is skipped: the address may belong to another one.
      return false;
    }
  }

  List<String> written() {
    return root.keys().stream()
        .filter(name -> !name.equals(SETTINGS) && root.table(name).isPresent())
        .toList();
  }

  Optional<Descriptor> provider(String section) {
    return descriptors.stream().filter(one -> one.name().equals(section)).findFirst();
  }

  /**
   * The table of a profile; empty if it is missing and was not asked for by name.
   *
   * @throws Failure CONFIG if it is missing and was asked for by name
   */
  Optional<Item.Table> profile(Sourced chosen) {
    Optional<Item.Table> table =
        chosen.value().equals(SETTINGS) ? Optional.empty() : root.table(chosen.value());
    if (table.isPresent() || chosen.source().origin() == Source.Origin.BUILT_IN) {
      return table;
    }
    if (!found) {
      throw noFile("", "to write one: convo profile add PROVIDER; or try --profile demo");
    }
    String hint =
        written().isEmpty()
            ? "the file has no profiles; to add one: convo profile add PROVIDER"
            : Nearest.to(chosen.value(), written()).map(near -> near + "? ").orElse("")
                + "the profiles are "
                + String.join(", ", names());
    boolean typed = chosen.source().origin() == Source.Origin.OPTION;
    throw Failure.config(
        "no profile "
            + chosen.value()
            + " in "
            + file.path()
            + (typed ? "" : " (asked for by " + chosen.source() + ")"),
        hint);
  }

  Failure noFile(String before, String hint) {
    return Failure.config(before + "no profile file at " + file.path(), hint);
  }
}

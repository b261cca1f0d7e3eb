package dev.convo.cli;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.model.Role;
import dev.convo.model.Selection;
import dev.convo.render.Highlight;
import dev.convo.select.Choice;
import dev.convo.select.Grep;
import dev.convo.select.Place;
import dev.convo.select.Trait;
import dev.convo.select.When;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Which messages are shown: all that pass every one of these. */
@Command(addMethodSubcommands = false, optionListHeading = "%nWhich messages (all that pass):%n")
final class SelectOptions {
  @Option(
      order = 1,
      names = "--since",
      paramLabel = "WHEN",
      description = "From a date, a date and time, or an age such as 90m, 2h, 3d.")
  @Nullable TypedTime since;

  @Option(
      order = 2,
      names = "--until",
      paramLabel = "WHEN",
      description = "Up to then; a date means its whole day.")
  @Nullable TypedTime until;

  @Option(
      order = 3,
      names = "--after",
      paramLabel = "MESSAGE",
      description = "After this message: its number, or id:ID of the platform.")
  @Nullable String after;

  @Option(order = 4, names = "--before", paramLabel = "MESSAGE", description = "Before this one.")
  @Nullable String before;

  @Option(order = 5, names = "--message", paramLabel = "MESSAGE", description = "Only this one.")
  @Nullable String message;

  @Option(
      order = 6,
      names = "--head",
      paramLabel = "N",
      description = "The first N of what the others keep.")
  @Nullable Integer head;

  @Option(
      order = 7,
      names = "--tail",
      paramLabel = "N",
      description = "The last N of what the others keep.")
  @Nullable Integer tail;

  @Option(
      order = 8,
      names = "--role",
      paramLabel = "R[,R]",
      hideParamSyntax = true,
      split = ",",
      description = "By customer, agent, bot, system or unknown.")
  List<Role> roles = new ArrayList<>();

  @Option(
      order = 9,
      names = "--author",
      paramLabel = "TEXT",
      description = "By someone whose name, e-mail or id has this part; may be given twice.")
  List<String> authors = new ArrayList<>();

  @Option(
      order = 10,
      names = "--grep",
      paramLabel = "REGEX",
      description = "Where this matches what people see; may be given twice.")
  List<String> expressions = new ArrayList<>();

  @Option(
      order = 11,
      names = {"-i", "--ignore-case"},
      description = "Let --grep ignore case.")
  boolean ignoreCase;

  @Option(
      order = 12,
      names = {"-C", "--context"},
      paramLabel = "N",
      description = "Also N messages before and after each match.")
  @Nullable Integer context;

  @Option(
      order = 13,
      names = "--only",
      paramLabel = "W[,W]",
      hideParamSyntax = true,
      split = ",",
      description = "Only notes, system, failed, unsent, deleted, attachments, calls or mail.")
  List<Trait> only = new ArrayList<>();

  @Option(
      order = 14,
      names = "--without",
      paramLabel = "W[,W]",
      hideParamSyntax = true,
      split = ",",
      description = "All but these; the same words.")
  List<Trait> without = new ArrayList<>();

  @Option(
      order = 15,
      names = Selection.PUBLIC_ONLY,
      description = "Only what the customer could see: no private, system or unsent messages.")
  boolean publicOnly;

  /** A time, and the word that was typed. */
  record TypedTime(String typed, When when) {
    static TypedTime of(String typed) {
      return new TypedTime(typed, When.of(typed));
    }
  }

  /** Whether anything is chosen, {@code --public-only} aside. */
  boolean chooses() {
    return !typed().isEmpty();
  }

  /**
   * What they choose.
   *
   * @throws Failure USAGE if they do not go together, or an expression cannot be read
   */
  Choice choice(Instant now, Supplier<ZoneId> zone) {
    return new Choice(
        new Choice.Span(
            since == null ? null : since.when().first(now, zone),
            until == null ? null : until.when().last(now, zone),
            after == null ? null : Place.of(after),
            before == null ? null : Place.of(before),
            message == null ? null : Place.of(message),
            head,
            tail),
        roles,
        authors,
        match(),
        only,
        without,
        typed());
  }

  private Choice.@Nullable Match match() {
    if (expressions.isEmpty()) {
      if (ignoreCase || context != null) {
        throw new Failure(
            Kind.USAGE,
            (ignoreCase ? "-i" : "-C") + " is about --grep, which is missing",
            "add --grep REGEX");
      }
      return null;
    }
    return new Choice.Match(grep(), context == null ? 0 : context);
  }

  private Grep grep() {
    return new Grep(expressions, ignoreCase);
  }

  /** What is highlighted: the matches. */
  Highlight highlight() {
    return expressions.isEmpty() ? Highlight.NONE : grep()::spans;
  }

  /** The same, as it was typed. */
  List<String> typed() {
    List<String> typed = new ArrayList<>();
    add(typed, "--since", since == null ? null : since.typed());
    add(typed, "--until", until == null ? null : until.typed());
    add(typed, "--after", after);
    add(typed, "--before", before);
    add(typed, "--message", message);
    add(typed, "--head", head);
    add(typed, "--tail", tail);
    add(typed, "--role", words(roles));
    authors.forEach(author -> add(typed, "--author", author));
    expressions.forEach(expression -> add(typed, "--grep", expression));
    if (ignoreCase) {
      typed.add("-i");
    }
    add(typed, "-C", context);
    add(typed, "--only", words(only));
    add(typed, "--without", words(without));
    return typed;
  }

  private static void add(List<String> typed, String option, @Nullable Object value) {
    if (value != null) {
      typed.add(option + " " + value);
    }
  }

  private static @Nullable String words(List<? extends Enum<?>> constants) {
    return constants.isEmpty()
        ? null
        : constants.stream()
            .map(one -> one.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(","));
  }
}

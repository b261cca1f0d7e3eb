package dev.convo.cli;

import dev.convo.failure.Failure;
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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which messages are shown: those that pass all of these. */
@Command(addMethodSubcommands = false, optionListHeading = "%nWhich messages (all that pass):%n")
final class SelectOptions {
  @Spec CommandSpec spec;

  @Option(
      names = "--since",
      paramLabel = "WHEN",
      description = "From a date, a date and time, or an age such as 90m, 2h, 3d.")
  @Nullable When since;

  @Option(
      names = "--until",
      paramLabel = "WHEN",
      description = "Up to then; a date means its whole day.")
  @Nullable When until;

  @Option(
      names = "--after",
      paramLabel = "MESSAGE",
      description = "After this message: its number, or id:ID of the platform.")
  @Nullable String after;

  @Option(names = "--before", paramLabel = "MESSAGE", description = "Before this one.")
  @Nullable String before;

  @Option(names = "--message", paramLabel = "MESSAGE", description = "Only this one.")
  @Nullable String message;

  @Option(names = "--head", paramLabel = "N", description = "The first N of what the others keep.")
  @Nullable Integer head;

  @Option(names = "--tail", paramLabel = "N", description = "The last N of what the others keep.")
  @Nullable Integer tail;

  @Option(
      names = "--role",
      paramLabel = "R[,R]",
      hideParamSyntax = true,
      split = ",",
      description = "By customer, agent, bot, system or unknown.")
  List<Role> roles = new ArrayList<>();

  @Option(
      names = "--author",
      paramLabel = "TEXT",
      description = "By someone whose name, e-mail or id contains this; may be given twice.")
  List<String> authors = new ArrayList<>();

  @Option(
      names = "--grep",
      paramLabel = "REGEX",
      description = "Where this matches what people see; may be given twice.")
  List<String> expressions = new ArrayList<>();

  @Option(
      names = {"-i", "--ignore-case"},
      description = "Let --grep ignore case.")
  boolean ignoreCase;

  @Option(
      names = {"-C", "--context"},
      paramLabel = "N",
      description = "Also N messages before and after each match.")
  @Nullable Integer context;

  @Option(
      names = "--only",
      paramLabel = "W[,W]",
      hideParamSyntax = true,
      split = ",",
      description = "Only notes, system, failed, unsent, deleted, attachments, calls or mail.")
  List<Trait> only = new ArrayList<>();

  @Option(
      names = "--without",
      paramLabel = "W[,W]",
      hideParamSyntax = true,
      split = ",",
      description = "All but these; the same words as for --only.")
  List<Trait> without = new ArrayList<>();

  @Option(
      names = Selection.PUBLIC_ONLY,
      description =
          "Only what the customer could see: no private, system, unsent, failed or deleted"
              + " messages.")
  boolean publicOnly;

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
            since == null ? null : since.first(now, zone),
            until == null ? null : until.last(now, zone),
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
        throw Failure.usage(
            (ignoreCase ? "-i" : "-C") + " needs --grep REGEX", "add --grep, or leave it out");
      }
      return null;
    }
    return new Choice.Match(new Grep(expressions, ignoreCase), context == null ? 0 : context);
  }

  /** Highlights the matches. */
  Highlight highlight() {
    return expressions.isEmpty() ? Highlight.NONE : new Grep(expressions, ignoreCase)::spans;
  }

  /** The options that were typed, each with its value, except {@code --public-only}. */
  List<String> typed() {
    List<String> typed = new ArrayList<>();
    for (OptionSpec option : spec.options()) {
      String name = option.names()[0];
      List<String> values = option.stringValues();
      if (values.isEmpty() || name.equals(Selection.PUBLIC_ONLY)) {
        continue;
      }
      if (!option.splitRegex().isEmpty()) {
        typed.add(name + " " + String.join(",", values).toLowerCase(Locale.ROOT));
      } else if (option.isMultiValue()) {
        values.forEach(value -> typed.add(name + " " + value));
      } else {
        String last = values.get(values.size() - 1);
        typed.add(option.arity().max() == 0 ? name : name + " " + last);
      }
    }
    return typed;
  }
}

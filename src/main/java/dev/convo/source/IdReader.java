package dev.convo.source;

import dev.convo.failure.Excerpt;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Origin;
import dev.convo.model.Note;
import dev.convo.profile.Account;
import dev.convo.profile.value.Source;
import dev.convo.profile.value.Sourced;
import dev.convo.provider.Descriptor;
import dev.convo.provider.Link;
import dev.convo.provider.Query;
import dev.convo.provider.Setting;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** From an id or a link, as it was typed, to what is asked of the provider. Sends nothing. */
public final class IdReader {
  /** Code points of a wrong id that are shown; whole files get piped in by mistake. */
  private static final int ECHOED = 100;

  /**
   * A conversation that was asked for, after its id or link was read. All conversations of a run
   * use the same credentials.
   */
  public record Asked(Query query, Account account) {}

  private final Descriptor facts;
  private final Accounts accounts;
  private final boolean messages;
  private final Consumer<Note> notes;

  /** Notes are made where a link and the profile disagree. */
  public IdReader(Descriptor facts, Accounts accounts, boolean messages, Consumer<Note> notes) {
    this.facts = facts;
    this.accounts = accounts;
    this.messages = messages;
    this.notes = notes;
  }

  /**
   * What is asked for on the command line and, in place of {@code -}, on standard input.
   *
   * @param typed receives what is asked for on the command line
   * @throws Failure USAGE if something typed is not an id of this platform, or a link elsewhere;
   *     CONFIG if the account is missing. Nothing is sent then.
   */
  public Agenda<Asked> agenda(List<String> names, Supplier<Lines> in, Consumer<Asked> typed) {
    Agenda<Asked> agenda = new Agenda<>();
    for (String name : names) {
      if (name.equals(Lines.STDIN)) {
        agenda.addStream(() -> in.get().next().map(this::read));
      } else {
        Asked one = read(name, name.getBytes(StandardCharsets.UTF_8).length > Lines.LONGEST);
        typed.accept(one);
        agenda.add(one);
      }
    }
    return agenda;
  }

  private Batch.Item<Asked> read(Lines.Line line) {
    try {
      return Batch.Item.of(read(line.text(), line.tooLong()));
    } catch (Failure failure) {
      return Batch.Item.failed(
          failure.kind() == Kind.USAGE
              ? Failure.usage("line " + line.number() + ": " + failure.message(), failure.hint())
              : failure);
    }
  }

  private Asked read(String text, boolean tooLong) {
    if (tooLong) {
      throw Failure.usage(
          "longer than " + Lines.LONGEST / 1024 + " KiB, too long for an id or a link",
          "write one id or link per line");
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.startsWith("https://") || lower.startsWith("http://")) {
      return linked(text);
    }
    Account account = account(Map.of());
    check(text, facts.idForm(account.values()));
    return new Asked(new Query(text, account.base(), account.values(), messages), account);
  }

  private Account account(Map<String, String> linked) {
    try {
      return accounts.account(linked);
    } catch (Failure failure) {
      // A misspelt key may be why another is missing.
      accounts.advice(linked).forEach(notes);
      throw failure;
    }
  }

  private void check(String id, Pattern form) {
    if (!form.matcher(id).matches()) {
      throw Failure.usage(
          "'" + Excerpt.of(id, ECHOED) + "' is not a valid conversation id for " + facts.title(),
          IdSlips.hint(id, facts, form)
              .orElse("an id looks like " + facts.example() + ": " + facts.idHelp()));
    }
  }

  private Asked linked(String text) {
    URI link =
        Link.parse(text)
            .orElseThrow(
                () ->
                    Failure.usage(
                        "'" + Excerpt.of(text, ECHOED) + "' is not a link",
                        "paste the id instead"));
    Map<String, String> said = said(link);
    String id = String.valueOf(said.remove("id"));
    check(id, facts.idForm());
    Account account = account(said);
    boolean here =
        Origin.of(link).equals(Origin.of(account.base()))
            && Link.matches(facts.links(), account.base().getRawPath(), link);
    if (!here) {
      throw Failure.usage(
          "the link is for " + Origin.of(link) + ", not for " + account.base(),
          accounts.elsewhere(link));
    }
    said.forEach(this::agree);
    return new Asked(new Query(id, account.base(), ownIds(account), messages), account);
  }

  /** A link holds the platform's own id, whatever flags say about the ids typed beside it. */
  private Map<String, String> ownIds(Account account) {
    Map<String, String> settings = account.values();
    facts.settings().stream()
        .filter(Setting.Flag.class::isInstance)
        .forEach(flag -> settings.remove(flag.key()));
    return settings;
  }

  /** The values in the link, before the base is known and wherever it may end. */
  private Map<String, String> said(URI link) {
    return Link.find(facts.links(), link.getRawPath())
        .map(found -> new HashMap<>(found.values()))
        .orElseThrow(
            () ->
                accounts
                    .commandFor(link)
                    .map(
                        command -> Failure.usage("this is not a link of " + facts.title(), command))
                    .orElseGet(
                        () ->
                            Failure.usage(
                                "convo does not know this form of link", "paste the id instead")));
  }

  /** A link overrides the profile, but may not contradict an option. */
  private void agree(String key, String value) {
    Optional<Sourced> other =
        accounts.setting(key).filter(sourced -> !sourced.value().equals(value));
    if (other.isEmpty()) {
      return;
    }
    Source source = other.get().source();
    if (source.origin() == Source.Origin.OPTION) {
      String option = facts.setting(key).map(Setting::option).orElse(key);
      throw Failure.usage(
          "the link says " + key + " " + value + ", but " + option + " " + other.get().value(),
          "leave out " + option + ", or paste the id instead of the link");
    }
    notes.accept(
        new Note(
            "link_setting",
            "the link's %s %s is used, not %s from %s"
                .formatted(key, value, other.get().value(), source)));
  }
}

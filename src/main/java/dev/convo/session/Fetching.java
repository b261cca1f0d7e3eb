package dev.convo.session;

import dev.convo.archive.Archive;
import dev.convo.archive.Manifest;
import dev.convo.failure.Details;
import dev.convo.failure.Failure;
import dev.convo.http.Limits;
import dev.convo.http.Origin;
import dev.convo.model.Document;
import dev.convo.profile.Account;
import dev.convo.profile.value.Sourced;
import dev.convo.provider.Descriptor;
import dev.convo.show.Copies;
import dev.convo.show.Report;
import dev.convo.show.Style;
import dev.convo.source.Accounts;
import dev.convo.source.Agenda;
import dev.convo.source.Attachments;
import dev.convo.source.Batch;
import dev.convo.source.HttpStack;
import dev.convo.source.IdReader;
import dev.convo.source.IdReader.Asked;
import dev.convo.source.Keeping;
import dev.convo.source.Live;
import dev.convo.source.Progress;
import dev.convo.source.Saved;
import dev.convo.text.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Conversations from their platform: as documents, as bytes, or only their requests. */
final class Fetching {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration MAX_WAIT_ONE = Duration.ofSeconds(30);
  private static final Duration MAX_WAIT_SEVERAL = Duration.ofMinutes(5);

  private final Session session;
  private final What.Fetch what;
  private final Report report;
  private final Descriptor facts;
  private final Accounts accounts;
  private final Live live;
  private final Optional<Keeping> keeping;

  /**
   * The platform, with the accounts of a login.
   *
   * @throws Failure USAGE if nothing is asked for; CONFIG if the accounts cannot be used
   */
  Fetching(Session session, What.Fetch what, Report report, Progress progress) {
    this.session = session;
    this.what = what;
    this.report = report;
    this.facts = what.platform().facts();
    if (what.names().isEmpty()) {
      throw noId();
    }
    this.accounts = session.accounts(what.platform(), what.login());
    Machine machine = session.machine();
    this.keeping = keeping();
    this.live =
        new Live(
            what.platform().provider(),
            accounts,
            this::stack,
            new NetworkLog(report, machine.clock()),
            machine.clock(),
            progress,
            keeping);
  }

  /** A dry run saves nothing. */
  private Optional<Keeping> keeping() {
    What.Keeping wanted = what.keeping();
    if (wanted == null || what.dryRun()) {
      return Optional.empty();
    }
    return Optional.of(
        new Keeping(
            Archive.open(wanted.folder(), session.machine().environment().user()),
            Map.of(Manifest.DOCUMENT, Copies::json, Manifest.TRANSCRIPT, Copies::transcript),
            wanted.version(),
            wanted.resume() ? Optional.of(new Saved(session.providers())) : Optional.empty(),
            wanted.files()
                ? Optional.of(account -> attachments(account, wanted.largestFile()))
                : Optional.empty()));
  }

  private Attachments attachments(Account account, long largest) {
    return session.attachments(accounts, account, what.network().caBundle(), limits(), largest);
  }

  /** The environment variables that apply. */
  Map<String, String> variables() {
    return accounts.variables();
  }

  /** The format that the profile file names. */
  Optional<Style.Named> format() {
    return accounts
        .general("output")
        .map(set -> new Style.Named(set.value(), set.source().toString()));
  }

  Intake<Asked, Document> documents() {
    return new Conversations<>(what.manner().messages(), live::document);
  }

  /** The bodies of their documented calls. */
  Intake<Asked, List<byte[]>> bodies() {
    return new Conversations<>(false, live::raw);
  }

  /**
   * Their requests as {@code curl} commands.
   *
   * @param raw whether only the documented call is wanted
   */
  Intake<Asked, String> commands(boolean raw) {
    return new Conversations<>(!raw && what.manner().messages(), live::commands) {
      /** Nothing is sent. */
      @Override
      public void prepare() {}

      /** The commands are the result: only a failure needs a last line. */
      @Override
      public Optional<String> summary(Batch<Asked, String> batch) {
        return batch.first() == null ? Optional.empty() : super.summary(batch);
      }
    };
  }

  /** Conversations, each taken in the same way. */
  private class Conversations<T> implements Intake<Asked, T> {
    private final boolean messages;
    private final Function<Asked, Batch.Item<T>> take;
    private volatile @Nullable Asked asked;

    Conversations(boolean messages, Function<Asked, Batch.Item<T>> take) {
      this.messages = messages;
      this.take = take;
    }

    @Override
    public Agenda<Asked> agenda() {
      IdReader reader = new IdReader(facts, accounts, messages, report::note);
      return reader.agenda(what.names(), session.lines(), one -> asked = one);
    }

    @Override
    public int concurrency() {
      return Fetching.this.concurrency();
    }

    /** Reading certificate authorities takes a while. */
    @Override
    public void prepare() {
      try {
        Asked one = asked;
        if (one != null) {
          stack(one.account());
        }
      } catch (Failure e) {
        // Ignored here: the fetch fails the same way and names its conversation.
      }
    }

    @Override
    public Batch.Item<T> take(Asked one) {
      return take.apply(one);
    }

    @Override
    public String nothing() {
      return "standard input held no ids";
    }

    /** Adds who was asked, and for what if that is one conversation. */
    @Override
    public Details around(Details details) {
      Asked one = asked;
      return details.completed(
          facts.name(),
          one == null ? null : one.account().profile(),
          one == null ? null : Origin.of(one.query().base()).authority(),
          one == null || what.several() ? null : one.query().id());
    }

    @Override
    public void end() {
      keeping.ifPresent(kept -> kept.end().forEach(report::note));
    }

    @Override
    public void drop() {
      keeping.ifPresent(Keeping::drop);
    }
  }

  private HttpStack stack(Account account) {
    account.notes().forEach(report::note);
    return session.stack(what.platform(), accounts, account, what.network().caBundle(), limits());
  }

  /**
   * The limits that apply.
   *
   * @throws Failure CONFIG if the file's timeout is not a length of time
   */
  Limits limits() {
    What.Limits typed = what.network().limits();
    Duration maxWait = what.several() ? MAX_WAIT_SEVERAL : MAX_WAIT_ONE;
    return new Limits(
        typed.timeout() == null ? timeout() : typed.timeout(),
        typed.retries(),
        typed.maxWait() == null ? maxWait : typed.maxWait(),
        typed.maxBody(),
        typed.maxSize(),
        typed.maxTime(),
        concurrency());
  }

  private Duration timeout() {
    Sourced set = accounts.general("timeout").orElse(null);
    if (set == null) {
      return TIMEOUT;
    }
    try {
      return Durations.parse(set.value());
    } catch (IllegalArgumentException e) {
      throw Failure.config(
          set.source() + ": timeout: " + e.getMessage(), "write timeout = \"30s\"");
    }
  }

  private int concurrency() {
    Integer typed = what.network().concurrency();
    return typed == null ? facts.concurrency() : typed;
  }

  private Failure noId() {
    String command = "convo " + facts.name();
    String one = command + " " + facts.example();
    return Failure.usage(
        "which conversation? An id or a link is missing",
        session.machine().streams().terminals().in()
            ? "try " + one + " --profile demo"
            : "to name one: " + one + "; to read ids from standard input: " + command + " -");
  }
}

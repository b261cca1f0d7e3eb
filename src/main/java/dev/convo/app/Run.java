package dev.convo.app;

import dev.convo.failure.Details;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Origin;
import dev.convo.model.Note;
import dev.convo.profile.Account;
import dev.convo.profile.Profiles;
import dev.convo.profile.Sourced;
import dev.convo.provider.Descriptor;
import dev.convo.provider.Provider;
import dev.convo.provider.Query;
import dev.convo.render.Format;
import dev.convo.terminal.Sink;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One run of a provider's command: everything between the command line and the exit code. */
public final class Run {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration MAX_WAIT_ONE = Duration.ofSeconds(30);
  private static final Duration MAX_WAIT_SEVERAL = Duration.ofMinutes(5);
  private static final int RETRIES = 3;
  private static final int CTRL_C = 130;
  private static final long MAX_BODY = 256L << 20;
  private static final long MAX_SIZE = 1L << 30;
  private static final Duration MAX_TIME = Duration.ofMinutes(10);

  private final Host host;
  private final List<Platform> platforms;
  private final Order order;
  private final Progress progress;
  private final StatusLine statusLine;
  private final HeldReport report;
  private final Provider provider;
  private final Accounts accounts;
  private final AtomicBoolean summed = new AtomicBoolean();
  private @Nullable Wire wire;
  private Targets.@Nullable Target asked;

  private Run(Host host, List<Platform> platforms, Order order, Report report) {
    this.host = host;
    this.platforms = platforms;
    this.order = order;
    this.progress = new Progress(several(), all());
    this.statusLine =
        new StatusLine(
            host.streams().err(),
            host.clock(),
            () -> host.columns().get().orElse(0),
            progress::words);
    this.report = new HeldReport(report, statusLine);
    this.provider = order.platform().provider();
    this.accounts = accounts();
  }

  /**
   * Does what was asked for.
   *
   * @param platforms all platforms, for what the profile file may say
   * @throws Failure where nothing was tried: USAGE, CONFIG, OUTPUT
   */
  public static Outcome of(Host host, List<Platform> platforms, Order order, Report report) {
    if (order.ids().isEmpty()) {
      throw noId(host, order.platform().provider().descriptor());
    }
    return new Run(host, platforms, order, report).outcome();
  }

  private Outcome outcome() {
    Looks looks = new Looks(host, order, accounts);
    Format format = looks.format();
    if (format == Format.RAW && !order.dryRun()) {
      Output.checkRaw(host, order);
    }
    boolean messages = !order.noMessages() && format != Format.RAW;
    Targets targets =
        new Targets(
            provider.descriptor(),
            accounts,
            messages ? Query.Messages.ALL : Query.Messages.NONE,
            report);
    // A malformed argument sends nothing: all are read before the first is asked for.
    for (String id : order.ids()) {
      if (!id.equals(Ids.STDIN)) {
        asked = targets.target(new Ids.Asked(id, 0));
      }
    }
    Ids ids = new Ids(order.ids(), host.streams().in());
    Fetch fetch =
        new Fetch(provider, targets, accounts, this::wire, host, order.publicOnly(), progress);
    if (order.dryRun()) {
      return dryRun(fetch, ids);
    }
    Output output =
        new Output(
            host,
            format,
            looks::layout,
            looks.file(),
            looks.paged(format),
            accounts.variables(),
            report,
            statusLine);
    openEarly();
    return format == Format.RAW
        ? show(ids, fetch::raw, output::show, output)
        : show(ids, fetch::document, output::show, output);
  }

  /** Before there is a thread to fetch with: reading authorities takes its time. */
  private void openEarly() {
    try {
      if (asked != null) {
        wire(asked.account());
      }
    } catch (Failure e) {
      // Told by the fetch, which fails the same way and knows for whom.
    }
  }

  private <T> Outcome show(
      Ids ids, Function<Ids.Asked, Batch.Item<T>> fetch, Predicate<T> show, Output output) {
    Batch<T> batch =
        new Batch<>(host.executor(), concurrency(), order.failFast(), fetch, show, report);
    Runnable ended = host.whenStopped().apply(exitCode -> stopped(batch, output, exitCode));
    Runnable still = order.statusLine() ? host.ticking().apply(statusLine::tick) : () -> {};
    try {
      Outcome outcome = batch.run(ids);
      output.end();
      summarize(outcome);
      return outcome;
    } catch (RuntimeException | Error e) {
      output.drop();
      throw e;
    } finally {
      statusLine.end();
      still.run();
      ended.run();
    }
  }

  /** Ctrl-C, or the system: what was shown stays, half a file does not. */
  private void stopped(Batch<?> batch, Output output, int exitCode) {
    statusLine.end();
    boolean kept = output.stopped(exitCode == CTRL_C);
    String sentence = "interrupted";
    if (several()) {
      sentence += ": " + batch.soFar(all(), kept);
      summary(sentence);
    }
    Failure failure = new Failure(Kind.INTERRUPTED, sentence, null);
    report.interrupted(failure.with(around(failure.details())), exitCode);
  }

  /**
   * Who was asked, where the command line says so; and for what, where that is one conversation.
   */
  private Details around(Details details) {
    Targets.Target target = asked;
    return details.asked(
        provider.descriptor().name(),
        target == null ? null : target.account().profile(),
        target == null ? null : Origin.of(target.query().base()).authority(),
        target == null || several() ? null : target.query().id());
  }

  /** The last line, once: the run may end while it is being stopped. */
  private void summary(String line) {
    if (summed.compareAndSet(false, true)) {
      report.summary(line);
    }
  }

  private boolean several() {
    return order.ids().size() > 1 || order.ids().contains(Ids.STDIN);
  }

  /** How many ids there are in all; empty where standard input has more. */
  private OptionalInt all() {
    return order.ids().contains(Ids.STDIN)
        ? OptionalInt.empty()
        : OptionalInt.of(order.ids().size());
  }

  private Outcome dryRun(Fetch fetch, Ids ids) {
    Sink sink = new Sink(host.streams().out(), "standard output");
    Outcome outcome =
        new Batch<String>(
                host.executor(),
                concurrency(),
                order.failFast(),
                fetch::commands,
                commands -> sink.write((text, bytes) -> text.append(commands)),
                report)
            .run(ids);
    if (outcome.asked() == 0 || outcome.first() != null) {
      summarize(outcome);
    }
    return outcome;
  }

  private void summarize(Outcome outcome) {
    if (outcome.asked() == 0) {
      report.note(new Note("no_ids", "there was no id on standard input"));
    } else if (outcome.asked() > 1) {
      summary(outcome.sentence());
    }
  }

  private Accounts accounts() {
    Optional<Sourced> chosen =
        Profiles.chosen(host.surroundings(!order.noInput()), order.profile());
    boolean demo = chosen.filter(name -> name.value().equals(Profiles.DEMO)).isPresent();
    return demo ? new DemoAccounts(host, order) : new FileAccounts(host, platforms, order, report);
  }

  /** The run's one wire: every account of a run has the same base and the same credentials. */
  private synchronized Wire wire(Account account) {
    Wire open = wire;
    if (open == null) {
      account.notes().forEach(report::note);
      open =
          new Wire(
              host,
              provider,
              account,
              accounts.variables(),
              order.network().caBundle(),
              limits(),
              report,
              new NetworkLog(
                  report, host.clock(), order.verbosity(), order.statusLine() ? statusLine : null));
      wire = open;
    }
    return open;
  }

  private Wire.Limits limits() {
    Order.Limits typed = order.network().limits();
    boolean several = several();
    return new Wire.Limits(
        typed.timeout() == null ? timeout() : typed.timeout(),
        typed.retries() == null ? RETRIES : typed.retries(),
        typed.maxWait() != null ? typed.maxWait() : several ? MAX_WAIT_SEVERAL : MAX_WAIT_ONE,
        typed.maxBody() == null ? MAX_BODY : typed.maxBody(),
        typed.maxSize() == null ? MAX_SIZE : typed.maxSize(),
        typed.maxTime() == null ? MAX_TIME : typed.maxTime(),
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
      throw new Failure(
          Kind.CONFIG, set.source() + ": timeout: " + e.getMessage(), "write timeout = \"30s\"");
    }
  }

  private int concurrency() {
    Integer typed = order.network().concurrency();
    if (typed != null && typed < 1) {
      throw new Failure(
          Kind.USAGE, "--concurrency: at least one request must be allowed", "give 1 or more");
    }
    return typed == null ? provider.descriptor().concurrency() : typed;
  }

  private static Failure noId(Host host, Descriptor facts) {
    String command = "convo " + facts.name();
    return host.streams().terminals().in()
        ? new Failure(
            Kind.USAGE,
            "which conversation? An id or a link is missing",
            "try " + command + " " + facts.example() + " --profile demo")
        : new Failure(
            Kind.USAGE,
            "which conversation? An id or a link is missing",
            "to read ids from standard input: " + command + " -");
  }
}

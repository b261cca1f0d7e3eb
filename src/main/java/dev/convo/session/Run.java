package dev.convo.session;

import dev.convo.failure.Details;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Origin;
import dev.convo.model.Note;
import dev.convo.profile.Account;
import dev.convo.profile.Profiles;
import dev.convo.profile.value.Sourced;
import dev.convo.provider.Descriptor;
import dev.convo.provider.Provider;
import dev.convo.provider.Query;
import dev.convo.render.Format;
import dev.convo.show.HeldReport;
import dev.convo.show.Output;
import dev.convo.show.Report;
import dev.convo.show.StatusLine;
import dev.convo.source.Accounts;
import dev.convo.source.Batch;
import dev.convo.source.Fetch;
import dev.convo.source.HttpStack;
import dev.convo.source.Ids;
import dev.convo.source.Progress;
import dev.convo.source.Targets;
import dev.convo.terminal.OutputFile;
import dev.convo.terminal.Sink;
import dev.convo.text.Durations;
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
  private @Nullable HttpStack stack;
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
      checkRaw();
    }
    boolean messages = !order.noMessages() && format != Format.RAW;
    Targets targets =
        new Targets(
            provider.descriptor(),
            accounts,
            messages ? Query.Messages.ALL : Query.Messages.NONE,
            report::note);
    // A malformed argument sends nothing: all are read before the first is asked for.
    for (String id : order.ids()) {
      if (!id.equals(Ids.STDIN)) {
        asked = targets.target(new Ids.Asked(id, 0));
      }
    }
    Ids ids = new Ids(order.ids(), host.streams().in());
    Fetch fetch =
        new Fetch(
            provider, targets, accounts, this::stack, host.clock(), order.publicOnly(), progress);
    if (order.dryRun()) {
      return dryRun(fetch, ids);
    }
    Output output =
        new Output(
            host.streams(),
            format,
            looks::layout,
            looks.file() == null ? null : OutputFile.at(looks.file(), host.user()),
            looks.paged(format),
            accounts.variables(),
            report,
            statusLine);
    openEarly();
    return format == Format.RAW
        ? show(ids, fetch::raw, output::show, output)
        : show(ids, fetch::document, output::show, output);
  }

  /** Refuses what no terminal should get: bytes that nobody has made harmless. */
  private void checkRaw() {
    if (order.publicOnly()) {
      throw new Failure(
          Kind.USAGE,
          "--public-only does not go with -o raw, which shows what the platform sent",
          "use -o json");
    }
    if (order.outputFile() == null && host.streams().terminals().out()) {
      throw new Failure(
          Kind.USAGE,
          "-o raw is not shown on a terminal: what a customer wrote could drive it",
          "write it to a file with -O FILE, or pipe it");
    }
  }

  /** Before there is a thread to fetch with: reading authorities takes its time. */
  private void openEarly() {
    try {
      if (asked != null) {
        stack(asked.account());
      }
    } catch (Failure e) {
      // Told by the fetch, which fails the same way and knows for whom.
    }
  }

  private <T> Outcome show(
      Ids ids, Function<Ids.Asked, Batch.Item<T>> fetch, Predicate<T> show, Output output) {
    Batch<T> batch =
        new Batch<>(host.executor(), concurrency(), order.failFast(), fetch, show, report::failure);
    Runnable ended = host.whenStopped().apply(exitCode -> stopped(batch, output, exitCode));
    Runnable still = order.statusLine() ? host.ticking().apply(statusLine::tick) : () -> {};
    try {
      batch.run(ids);
      output.end();
      summarize(batch);
      return outcome(batch);
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
    Batch<String> batch =
        new Batch<>(
            host.executor(),
            concurrency(),
            order.failFast(),
            fetch::commands,
            commands -> sink.write((text, bytes) -> text.append(commands)),
            report::failure);
    batch.run(ids);
    if (batch.asked() == 0 || batch.first() != null) {
      summarize(batch);
    }
    return outcome(batch);
  }

  private static Outcome outcome(Batch<?> batch) {
    return new Outcome(batch.asked(), batch.shown(), batch.first());
  }

  private void summarize(Batch<?> batch) {
    if (batch.asked() == 0) {
      report.note(new Note("no_ids", "there was no id on standard input"));
    } else if (batch.asked() > 1) {
      summary(batch.sentence());
    }
  }

  private Accounts accounts() {
    Optional<Sourced> chosen = Profiles.chosen(host.environment(!order.noInput()), order.profile());
    boolean demo = chosen.filter(name -> name.value().equals(Profiles.DEMO)).isPresent();
    return demo ? new DemoAccounts(host, order) : new FileAccounts(host, platforms, order, report);
  }

  /** The run's one stack: every account of a run has the same base and the same credentials. */
  private synchronized HttpStack stack(Account account) {
    HttpStack open = stack;
    if (open == null) {
      account.notes().forEach(report::note);
      open =
          new HttpStack(
              host.network(),
              host.time(),
              host.executor(),
              provider,
              account,
              accounts.variables(),
              order.network().caBundle(),
              limits(),
              report::note,
              new NetworkLog(
                  report, host.clock(), order.verbosity(), order.statusLine() ? statusLine : null));
      stack = open;
    }
    return open;
  }

  private HttpStack.Limits limits() {
    Order.Limits typed = order.network().limits();
    boolean several = several();
    return new HttpStack.Limits(
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

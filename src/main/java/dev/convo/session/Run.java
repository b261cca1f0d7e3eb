package dev.convo.session;

import dev.convo.failure.Details;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Origin;
import dev.convo.model.Document;
import dev.convo.model.Note;
import dev.convo.profile.Account;
import dev.convo.provider.Descriptor;
import dev.convo.provider.Query;
import dev.convo.show.HeldReport;
import dev.convo.show.Output;
import dev.convo.show.OutputFormat;
import dev.convo.show.Presentation;
import dev.convo.show.Report;
import dev.convo.show.StatusLine;
import dev.convo.show.Style;
import dev.convo.source.Accounts;
import dev.convo.source.Asked;
import dev.convo.source.Batch;
import dev.convo.source.HttpStack;
import dev.convo.source.IdReader;
import dev.convo.source.Ids;
import dev.convo.source.Live;
import dev.convo.source.Progress;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One line's work: from ids through stages to the show, whatever it is that is shown. */
final class Run {
  /** The exit code of a process that Ctrl-C has ended. */
  private static final int CTRL_C = 130;

  private final Session session;
  private final Machine machine;
  private final What what;
  private final List<Stage> stages;
  private final Presentation presentation;
  private final Descriptor facts;
  private final Accounts accounts;
  private final Style style;
  private final Progress progress;
  private final StatusLine statusLine;
  private final HeldReport report;
  private final AtomicBoolean summed = new AtomicBoolean();
  private volatile @Nullable Asked asked;

  Run(Session session, What what, List<Stage> stages, Presentation presentation, Report report) {
    this.session = session;
    this.machine = session.machine();
    this.what = what;
    this.stages = List.copyOf(stages);
    this.presentation = presentation;
    this.facts = what.platform().provider().descriptor();
    this.progress = new Progress(what.several(), what.count());
    this.statusLine =
        new StatusLine(
            machine.streams().err(),
            machine.clock(),
            () -> machine.streams().terminals().columns().orElse(0),
            progress::words);
    this.report = new HeldReport(report, statusLine);
    if (what.ids().isEmpty()) {
      throw noId();
    }
    this.accounts = session.accounts(what.platform(), what.login());
    this.style =
        new Style(
            what.dryRun() ? presentation.toStandardOutput() : presentation,
            machine.streams(),
            accounts.variables(),
            machine.environment().windows(),
            machine.zone(),
            () ->
                accounts
                    .general("output")
                    .map(set -> new Style.Named(set.value(), set.source().toString())));
  }

  Outcome outcome() {
    OutputFormat format = style.format();
    boolean raw = format.isRaw() && !what.dryRun();
    if (raw) {
      checkRaw();
    }
    checkFields(format);
    boolean messages = what.messages() && !format.isRaw();
    IdReader reader =
        new IdReader(
            facts, accounts, messages ? Query.Messages.ALL : Query.Messages.NONE, report::note);
    Ids<Asked> ids = new Ids<>(what.ids(), reader::read, session.lines());
    asked = ids.lastTyped();
    Live live =
        new Live(
            what.platform().provider(),
            accounts,
            this::stack,
            new NetworkLog(report, machine.clock(), statusLine),
            machine.clock(),
            progress);
    Output output =
        new Output(machine.streams(), style, machine.environment().user(), report, what.count());
    if (what.dryRun()) {
      return show(ids, live::commands, (words, place) -> output.text(words), output);
    }
    openEarly();
    return raw
        ? show(ids, live::raw, (bytes, place) -> output.bytes(bytes), output)
        : show(ids, id -> staged(live.document(id)), output::document, output);
  }

  /** Refuses what no terminal should get: bytes that nobody has made harmless. */
  private void checkRaw() {
    if (!stages.isEmpty()) {
      throw new Failure(
          Kind.USAGE,
          stages.get(0).option()
              + " cannot be used with -o raw, which shows what the platform sent",
          "use -o json");
    }
    if (presentation.file() == null && machine.streams().terminals().out()) {
      throw new Failure(
          Kind.USAGE,
          "-o raw is not shown on a terminal: a customer's text could control it",
          "write it to a file with -O FILE, or pipe it");
    }
  }

  /** Reading authorities takes its time, so it begins before there is anything to send. */
  private void openEarly() {
    try {
      Asked one = asked;
      if (one != null) {
        stack(one.account());
      }
    } catch (Failure e) {
      // Ignored here: the fetch fails the same way and names its conversation.
    }
  }

  private HttpStack stack(Account account) {
    account.notes().forEach(report::note);
    return session.stack(
        what.platform(),
        accounts,
        account,
        what.network().caBundle(),
        Defaults.limits(what, accounts));
  }

  /** Refuses columns for a format that has none. */
  private void checkFields(OutputFormat format) {
    if (presentation.choosesColumns() && !format.hasColumns()) {
      throw new Failure(
          Kind.USAGE,
          "--fields chooses columns, and -o " + format.word() + " has none",
          "use -o csv");
    }
  }

  private Batch.Item<Document> staged(Batch.Item<Document> item) {
    Document document = item.result();
    if (document == null) {
      return item;
    }
    for (Stage stage : stages) {
      document = stage.change().apply(document);
    }
    if (!style.format().saysNotes()) {
      document.meta().completeness().notes().forEach(report::note);
    }
    return new Batch.Item<>(document, item.failure());
  }

  private <T> Outcome show(
      Ids<Asked> ids, Function<Asked, Batch.Item<T>> fetch, Batch.Show<T> show, Output output) {
    Batch<Asked, T> batch =
        new Batch<>(
            session.threads(),
            Defaults.concurrency(what),
            what.failFast(),
            fetch,
            show,
            report::failure);
    Machine.Background background = machine.background();
    Runnable ended = background.whenStopped().apply(code -> stopped(batch, output, code));
    Runnable still =
        report.showsProgress() ? background.ticking().apply(statusLine::tick) : () -> {};
    try {
      batch.run(ids);
      output.end();
      summarize(batch);
      return new Outcome(batch.asked(), batch.shown(), batch.first());
    } catch (RuntimeException | Error e) {
      output.drop();
      throw e;
    } finally {
      statusLine.end();
      still.run();
      ended.run();
    }
  }

  /**
   * Ctrl-C, or the system: what was shown stays, half a file does not. While a pager has the
   * terminal, Ctrl-C is the pager's own.
   *
   * @return the exit code that the process shall have
   */
  private int stopped(Batch<?, ?> batch, Output output, int exitCode) {
    statusLine.end();
    boolean kept = output.stop();
    if (exitCode == CTRL_C && output.isLeftToPager()) {
      return 0;
    }
    output.stopPager();
    String sentence = "interrupted";
    if (what.several()) {
      sentence += ": " + batch.soFar(what.count(), kept);
      summary(sentence);
    }
    Failure failure = new Failure(Kind.INTERRUPTED, sentence, null);
    report.interrupted(failure.with(around(failure.details())), exitCode);
    return exitCode;
  }

  /**
   * Who was asked, where the command line says so; and for what, where that is one conversation.
   */
  private Details around(Details details) {
    Asked one = asked;
    return details.completed(
        facts.name(),
        one == null ? null : one.account().profile(),
        one == null ? null : Origin.of(one.query().base()).authority(),
        one == null || what.several() ? null : one.query().id());
  }

  /** The last line, once: the run may end while it is being stopped. */
  private void summary(String line) {
    if (summed.compareAndSet(false, true)) {
      report.summary(line);
    }
  }

  /** How it ended; of a dry run only what went wrong. */
  private void summarize(Batch<?, ?> batch) {
    if (batch.asked() == 0) {
      report.note(new Note("no_ids", "standard input held no ids"));
    } else if (batch.asked() > 1 && (!what.dryRun() || batch.first() != null)) {
      summary(batch.sentence());
    }
  }

  private Failure noId() {
    String command = "convo " + facts.name();
    return new Failure(
        Kind.USAGE,
        "which conversation? An id or a link is missing",
        machine.streams().terminals().in()
            ? "try " + command + " " + facts.example() + " --profile demo"
            : "to read ids from standard input: " + command + " -");
  }
}

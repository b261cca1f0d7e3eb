package dev.convo.session;

import dev.convo.diff.Side;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.model.Document;
import dev.convo.model.Note;
import dev.convo.show.Output;
import dev.convo.show.OutputFormat;
import dev.convo.show.Presentation;
import dev.convo.show.Report;
import dev.convo.show.StatusLine;
import dev.convo.show.Style;
import dev.convo.source.Agenda;
import dev.convo.source.Batch;
import dev.convo.source.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Does what one line asks for: from its source through the stages to the output. */
final class Run {
  /** The exit code of a process that Ctrl-C has ended. */
  private static final int CTRL_C = 130;

  private final Session session;
  private final Machine machine;
  private final What what;
  private final List<Stage> stages;
  private final Presentation presentation;
  private final Progress progress;
  private final StatusLine statusLine;
  private final Report report;
  private final NothingKept nothingKept = new NothingKept();
  private final AtomicBoolean summed = new AtomicBoolean();

  Run(Session session, What what, List<Stage> stages, Presentation presentation, Report report) {
    this.session = session;
    this.machine = session.machine();
    this.what = what;
    this.stages = List.copyOf(stages);
    this.presentation = presentation;
    this.progress = new Progress(what.count());
    this.report = report;
    this.statusLine = report.statusLine();
    statusLine.begin(progress::words);
  }

  Outcome outcome() {
    if (what instanceof What.Fetch fetch) {
      return fetched(fetch, new Fetching(session, fetch, report, progress));
    } else if (what instanceof What.Compared compared) {
      return compared(new Comparing(session, compared, report, progress, this::side));
    } else if (what instanceof What.Checked checked) {
      return show(
          new Checking(checked.names()),
          style(machine.environment().variables(), Optional::empty),
          output -> (verdict, missing, place) -> output.verdict(verdict));
    }
    return saved(new Reading(session, (What.Saved) what));
  }

  private Outcome fetched(What.Fetch fetch, Fetching fetching) {
    Style style = style(fetching.variables(), fetching::format);
    OutputFormat format = style.format();
    checkFields(format);
    if (fetch.dryRun()) {
      return show(
          fetching.commands(format.isRaw()),
          style,
          output -> (commands, missing, place) -> output.text(commands));
    }
    if (format.isRaw()) {
      checkRaw(fetch);
      return show(
          fetching.bodies(), style, output -> (bytes, missing, place) -> output.bytes(bytes));
    }
    if (fetch.keeping() != null && !stages.isEmpty()) {
      report.note(savedAsFetched());
    }
    return documents(fetching.documents(), style);
  }

  private Outcome saved(Reading reading) {
    Style style = style(machine.environment().variables(), Optional::empty);
    checkFields(style.format());
    if (style.format().isRaw()) {
      throw Failure.usage(
          "-o raw cannot be used with saved conversations",
          "what the platform sent is in the folder, in answer-1.json");
    }
    return documents(reading, style);
  }

  private <A> Outcome documents(Intake<A, Document> intake, Style style) {
    OutputFormat format = style.format();
    return show(
        intake,
        style,
        output ->
            (document, missing, place) ->
                output.document(staged(document, missing, format), place));
  }

  private Outcome compared(Comparing comparing) {
    return show(
        comparing,
        style(comparing.variables(), Optional::empty),
        output -> (comparison, missing, place) -> output.comparison(comparison));
  }

  private Style style(
      Map<String, String> variables, Supplier<Optional<Style.Named>> profileFormat) {
    return new Style(
        what.dryRun() ? presentation.toStandardOutput() : presentation,
        machine.streams(),
        variables,
        machine.environment().windows(),
        machine.zone(),
        profileFormat);
  }

  /**
   * Refuses options that need a decoded conversation, and a terminal, which the bytes could
   * control.
   */
  private void checkRaw(What.Fetch fetch) {
    if (fetch.keeping() != null) {
      throw Failure.usage(
          "--save cannot be used with -o raw: it keeps every answer, not one",
          "leave out -o raw; the answers are in the saved folder");
    }
    if (!stages.isEmpty()) {
      throw Failure.usage(
          stages.get(0).option()
              + " cannot be used with -o raw, which shows what the platform sent",
          "use -o json");
    }
    if (presentation.file() == null && machine.streams().terminals().out()) {
      throw Failure.usage(
          "-o raw is not shown on a terminal: a customer's text could control it",
          "write it to a file with -O FILE, or pipe it");
    }
  }

  /** A saved folder is complete whatever is shown, and must not be mistaken for a redacted one. */
  private Note savedAsFetched() {
    String options = stages.stream().map(Stage::option).collect(Collectors.joining(" and "));
    return new Note(
        "saved_as_fetched",
        "--save keeps the conversation as it was fetched: "
            + options
            + (stages.size() == 1 ? " changes" : " change")
            + " only what is shown");
  }

  /** Notes that the file's name promises another format, unless the format was typed. */
  private void noteOther(OutputFormat format) {
    Path file = presentation.file();
    if (file == null || presentation.format() != null) {
      return;
    }
    OutputFormat usual = OutputFormat.usualIn(file).orElse(format);
    if (!usual.equals(format)) {
      String hint = "; for " + usual.word() + " add -o " + usual.word();
      String text = "the format of " + file + " is " + format.word() + hint;
      report.note(new Note("other_format", text));
    }
  }

  /** Refuses columns for a format that has none. */
  private void checkFields(OutputFormat format) {
    if (presentation.choosesColumns() && !format.hasColumns()) {
      throw Failure.usage(
          "--fields chooses columns, and -o " + format.word() + " has none", "use -o csv");
    }
  }

  /**
   * The document through all stages, in the order shown: a stage may number what it meets.
   *
   * @param missing why it is not whole; the error says that, so no note repeats it
   */
  private Document staged(Document fetched, @Nullable Failure missing, OutputFormat format) {
    Document document = changed(fetched, stages);
    noteOther(format);
    if (!format.saysNotes()) {
      nothingKept.see(document);
      document.meta().completeness().notes().stream()
          .filter(note -> missing == null || !note.text().equals(missing.message()))
          .filter(note -> !note.code().equals(NothingKept.CODE))
          .forEach(report::note);
    }
    return document;
  }

  private Side side(@Nullable String source, Document fetched) {
    List<Stage> others = stages.stream().filter(stage -> !stage.chooses()).toList();
    Document shown = changed(fetched, stages);
    boolean all = others.size() == stages.size();
    return new Side(source, fetched, all ? shown : changed(fetched, others), shown);
  }

  private static Document changed(Document fetched, List<Stage> stages) {
    Document document = fetched;
    for (Stage stage : stages) {
      document = stage.change().apply(document);
    }
    return document;
  }

  private <A, T> Outcome show(
      Intake<A, T> intake, Style style, Function<Output, Batch.Show<T>> shown) {
    Agenda<A> agenda = intake.agenda();
    OptionalInt count = agenda.left();
    Output output =
        new Output(machine.streams(), style, machine.environment().user(), statusLine, count);
    intake.prepare();
    Batch<A, T> batch =
        new Batch<>(
            session.threads(),
            intake.concurrency(),
            what.failFast(),
            intake::take,
            shown.apply(output),
            report::failure);
    Machine.Background background = machine.background();
    Runnable ended =
        background.whenStopped().apply(code -> stopped(intake, batch, output, count, code));
    Runnable still =
        report.showsProgress() ? background.ticking().apply(statusLine::tick) : () -> {};
    try {
      batch.run(agenda);
      output.end();
      intake.end();
      nothingKept.note().ifPresent(report::note);
      summarize(intake, batch);
      return intake.outcome(batch);
    } catch (RuntimeException | Error e) {
      output.drop();
      intake.drop();
      throw e;
    } finally {
      statusLine.end();
      still.run();
      ended.run();
    }
  }

  /**
   * Ctrl-C or the system ends the process: what was shown stays, half a file does not. While a
   * pager has the terminal, Ctrl-C belongs to the pager.
   *
   * @return the exit code that the process ends with
   */
  private int stopped(
      Intake<?, ?> intake, Batch<?, ?> batch, Output output, OptionalInt count, int exitCode) {
    statusLine.end();
    boolean kept = output.stop();
    if (exitCode == CTRL_C && output.isLeftToPager()) {
      intake.drop();
      return 0;
    }
    output.stopPager();
    String sentence = "interrupted";
    if (what.several()) {
      sentence += ": " + batch.soFar(count, kept);
      summary(sentence);
    }
    Failure failure = new Failure(Kind.INTERRUPTED, sentence, null);
    report.interrupted(failure.with(intake.around(failure.details())), exitCode);
    // Last: whatever is still being saved fails now, and nothing is reported any more.
    intake.drop();
    return exitCode;
  }

  /** Writes the last line once: the run may end while it is being stopped. */
  private void summary(String line) {
    if (summed.compareAndSet(false, true)) {
      report.summary(line);
    }
  }

  private <A, T> void summarize(Intake<A, T> intake, Batch<A, T> batch) {
    if (batch.asked() == 0) {
      report.note(new Note("no_ids", intake.nothing()));
    } else {
      intake.summary(batch).ifPresent(this::summary);
    }
  }
}

package dev.convo.show;

import dev.convo.failure.Failure;
import dev.convo.model.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A report that waits while a pager has the terminal, and wipes the status line first. */
public final class HeldReport implements Report {
  private final Report report;
  private final StatusLine statusLine;
  private final List<Consumer<Report>> held = new ArrayList<>();
  private boolean holding;

  /** A report that shares the terminal with a status line. */
  public HeldReport(Report report, StatusLine statusLine) {
    this.report = report;
    this.statusLine = statusLine;
  }

  /** Keeps everything back from here on. */
  synchronized void hold() {
    holding = true;
    statusLine.hold();
  }

  /** Says what was kept back, if anything was. */
  synchronized void release() {
    if (!holding) {
      return;
    }
    holding = false;
    statusLine.release();
    held.forEach(this::say);
    held.clear();
  }

  @Override
  public int verbosity() {
    return report.verbosity();
  }

  @Override
  public boolean showsProgress() {
    return report.showsProgress();
  }

  /** The line that it shares the terminal with. */
  public StatusLine statusLine() {
    return statusLine;
  }

  @Override
  public void failure(Failure failure) {
    say(to -> to.failure(failure));
  }

  @Override
  public void note(Note note) {
    say(to -> to.note(note));
  }

  @Override
  public void detail(String line) {
    say(to -> to.detail(line));
  }

  @Override
  public void summary(String line) {
    say(to -> to.summary(line));
  }

  @Override
  public void interrupted(Failure failure, int exitCode) {
    say(to -> to.interrupted(failure, exitCode));
  }

  private synchronized void say(Consumer<Report> word) {
    if (holding) {
      held.add(word);
    } else {
      statusLine.write(() -> word.accept(report));
    }
  }
}

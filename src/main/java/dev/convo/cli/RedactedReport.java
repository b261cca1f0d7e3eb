package dev.convo.cli;

import dev.convo.failure.Failure;
import dev.convo.model.Note;
import dev.convo.redact.Redaction;
import dev.convo.show.Report;
import org.jspecify.annotations.Nullable;

/** A report that also redacts the errors and notes of a run whose documents are redacted. */
final class RedactedReport implements Report {
  private final Report report;
  private final Redaction redaction;

  private RedactedReport(Report report, Redaction redaction) {
    this.report = report;
    this.redaction = redaction;
  }

  /** The report itself where nothing is redacted. */
  static Report of(Report report, @Nullable Redaction redaction) {
    return redaction == null ? report : new RedactedReport(report, redaction);
  }

  @Override
  public int verbosity() {
    return report.verbosity();
  }

  @Override
  public boolean showsProgress() {
    return report.showsProgress();
  }

  @Override
  public void failure(Failure failure) {
    report.failure(redacted(failure));
  }

  @Override
  public void note(Note note) {
    report.note(new Note(note.code(), redaction.line(note.text()), note.reason()));
  }

  @Override
  public void detail(String line) {
    report.detail(redaction.line(line));
  }

  @Override
  public void summary(String line) {
    report.summary(line);
  }

  @Override
  public void interrupted(Failure failure, int exitCode) {
    report.interrupted(redacted(failure), exitCode);
  }

  /** Hints are left alone: they hold our words and what the user typed. */
  private Failure redacted(Failure failure) {
    return failure.reworded(redaction::line);
  }
}

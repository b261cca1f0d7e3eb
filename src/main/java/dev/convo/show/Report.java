package dev.convo.show;

import dev.convo.failure.Failure;
import dev.convo.model.Note;

/** Takes everything but the result: standard error, for people or for scripts. */
public interface Report {
  /** How much to report about the network: 1 for each request, 2 for its headers too. */
  int verbosity();

  /** Whether the status line may show progress. */
  boolean showsProgress();

  StatusLine statusLine();

  void failure(Failure failure);

  /** Reports what the reader should know; each note once per run. */
  void note(Note note);

  /** Reports something about the network that was asked for with {@code -v}. */
  void detail(String line);

  /** Reports how a batch ended, as the last line. */
  void summary(String line);

  /**
   * Reports to scripts that a signal ends the run; people know, and have the summary. Nothing is
   * reported after it.
   *
   * @param exitCode what the process ends with, which depends on the signal
   */
  void interrupted(Failure failure, int exitCode);
}

package dev.convo.show;

import dev.convo.failure.Failure;
import dev.convo.model.Note;

/** Where everything goes that is not the result: standard error, for people or for scripts. */
public interface Report {
  /** How much to report about the network: 1 for each request, 2 for its headers as well. */
  int verbosity();

  /** Whether it may say what is going on, on a line of the terminal that is wiped again. */
  boolean showsProgress();

  /** That line, and the terminal that it shares. */
  StatusLine statusLine();

  /** Says what went wrong. */
  void failure(Failure failure);

  /** Says what the reader should know; each note once a run. */
  void note(Note note);

  /** Says something about the network, to those who asked for it. */
  void detail(String line);

  /** Says how a batch ended, as the last line. */
  void summary(String line);

  /**
   * Says that a signal ends the run, to scripts: people know, and have the summary. Nothing is said
   * after it.
   *
   * @param exitCode what the process ends with, which depends on the signal
   */
  void interrupted(Failure failure, int exitCode);
}

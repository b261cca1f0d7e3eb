package dev.convo.cli;

import dev.convo.failure.Details;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.json.JsonOut;
import dev.convo.model.Note;
import dev.convo.show.Report;
import dev.convo.show.StatusLine;
import dev.convo.text.Blanks;
import dev.convo.text.Plain;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Standard error, for people or for scripts. All text goes through {@link Plain}, because errors
 * quote what came from outside.
 */
final class Problems implements Report {
  private final StatusLine err;
  private final boolean json;
  private final IntSupplier columns;
  private final int bugCode;
  private final Set<String> noted = new HashSet<>();
  private final List<Note> early = new ArrayList<>();
  private UnaryOperator<String> redacted = words -> words;
  private boolean quiet;
  private int verbosity;
  private boolean progress;
  private boolean over;

  /**
   * Problems on standard error.
   *
   * @param json whether each is one line of JSON
   * @param columns the width to wrap at; 0 if the stream is not a terminal
   * @param bugCode the exit code of a bug
   */
  Problems(StatusLine err, boolean json, IntSupplier columns, int bugCode) {
    this.err = err;
    this.json = json;
    this.columns = columns;
    this.bugCode = bugCode;
  }

  /**
   * Sets how much is written.
   *
   * @param quiet whether notes and the summary are left out
   * @param verbosity 1 for each request, 2 for its headers as well
   */
  void listen(boolean quiet, int verbosity, boolean terminal) {
    this.quiet = quiet;
    this.verbosity = verbosity;
    this.progress = terminal && !json && !quiet;
    early.forEach(this::note);
    early.clear();
  }

  /** From here on, redacts errors and notes as the run's documents are redacted. */
  void redact(UnaryOperator<String> words) {
    redacted = words;
  }

  /** Holds a note back until parsing has shown whether notes are wanted. */
  void noteOnceListening(Note note) {
    early.add(note);
  }

  @Override
  public int verbosity() {
    return verbosity;
  }

  @Override
  public boolean showsProgress() {
    return progress;
  }

  @Override
  public StatusLine statusLine() {
    return err;
  }

  @Override
  public synchronized void failure(Failure whole) {
    Failure failure = whole.reworded(redacted);
    if (json) {
      write(asJson(failure, code(failure)));
      return;
    }
    StringBuilder text = new StringBuilder("convo: error: ");
    text.append(harmless(failure.message())).append(place(failure.details()));
    if (failure.hint() != null) {
      text.append("\n  hint: ").append(harmless(failure.hint()));
    }
    if (failure.details().requestId() != null) {
      text.append("\n  request id: ").append(harmless(failure.details().requestId()));
    }
    say(text.toString());
  }

  /** One harmless line, without runs of blanks that could push text to column one. */
  private static String harmless(String remote) {
    return Blanks.marked(Plain.line(remote));
  }

  private static String place(Details details) {
    StringJoiner place = new StringJoiner(", ", " (", ")").setEmptyValue("");
    if (details.place().profile() != null) {
      place.add("profile " + harmless(details.place().profile()));
    }
    if (details.place().host() != null) {
      place.add("host " + harmless(details.place().host()));
    }
    return place.toString();
  }

  @Override
  public synchronized void note(Note note) {
    String words = redacted.apply(note.text());
    if (quiet || !noted.add(note.code() + '\0' + words)) {
      return;
    }
    if (json) {
      write(
          JsonOut.line(
              "note",
              note,
              (out, one) -> out.name("code").text(one.code()).name("text").text(words)));
    } else {
      say("convo: note: " + harmless(words));
    }
  }

  @Override
  public synchronized void detail(String line) {
    if (!json) {
      say("convo: " + harmless(redacted.apply(line)));
    }
  }

  @Override
  public synchronized void summary(String line) {
    if (!json && !quiet) {
      say("convo: " + line);
    }
  }

  @Override
  public synchronized void interrupted(Failure failure, int exitCode) {
    if (json) {
      write(asJson(failure.reworded(redacted), exitCode));
    }
    over = true;
  }

  /** Reports what ended the run, and returns its exit code. */
  int ended(Throwable thrown) {
    if (thrown instanceof Failure failure) {
      failure(failure);
      return code(failure);
    }
    if (thrown instanceof OutOfMemoryError) {
      return ended(Failure.outOfMemory("what was asked for"));
    }
    bug(thrown);
    return bugCode;
  }

  private int code(Failure failure) {
    return failure.kind() == Kind.BUG ? bugCode : ExitCode.of(failure.kind());
  }

  /**
   * Reports a bug, the only failure with a stack trace. The exception's message is left out: it may
   * quote a customer's words or a secret, and bug reports are public.
   */
  private synchronized void bug(Throwable bug) {
    StackTraceElement[] frames = bug.getStackTrace();
    String at = json && frames.length > 0 ? " at " + frames[0] : "";
    String lines = json ? "" : " and the lines below";
    failure(
        new Failure(
            Kind.BUG,
            "a bug in convo: " + bug.getClass().getName() + at,
            "please report it with the command line" + lines));
    if (!json) {
      for (StackTraceElement frame : frames) {
        say("    at " + frame);
      }
    }
  }

  private static String asJson(Failure failure, int exitCode) {
    return JsonOut.line(
        "error",
        failure.details(),
        (out, details) -> {
          out.name("code").text(failure.kind().code());
          out.name("message").text(failure.message());
          out.name("hint").text(failure.hint());
          out.name("exit_code").number(exitCode);
          out.name("provider").text(details.place().provider());
          out.name("profile").text(details.place().profile());
          out.name("host").text(details.place().host());
          out.name("http_status").number(details.httpStatus());
          out.name("retryable").flag(details.retry() != Details.Retry.NEVER);
          out.name("retry_after_s").number(seconds(details));
          out.name("request_id").text(details.requestId());
          out.name("conversation_id").text(details.place().conversationId());
        });
  }

  private static @Nullable Long seconds(Details details) {
    return details.retryAfter() == null
        ? null
        : details.retryAfter().plusNanos(999_999_999).toSeconds();
  }

  private void say(String text) {
    write(Wrapped.message(columns.getAsInt(), text));
  }

  private void write(String text) {
    if (!over) { // Whatever fails afterwards fails because the process is ending.
      err.write(text + "\n");
    }
  }
}

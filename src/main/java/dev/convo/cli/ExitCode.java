package dev.convo.cli;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.session.Outcome;

/** The number the process ends with for each kind of failure. Help prints this table. */
final class ExitCode {
  /** Nothing failed. */
  static final int OK = 0;

  /** Two documents were compared, and they differ. */
  private static final int DIFFERENT = 1;

  private ExitCode() {}

  /** What is known of a kind. */
  private record Row(int number, String meaning) {}

  private static Row row(Kind kind) {
    return switch (kind) {
      case BUG -> new Row(1, "a bug in convo");
      case USAGE -> new Row(2, "wrong command line; nothing was sent");
      case UNAUTHORIZED -> new Row(3, "credentials refused");
      case FORBIDDEN -> new Row(4, "credentials known, but not allowed to see this");
      case NOT_FOUND -> new Row(5, "no such conversation");
      case REJECTED -> new Row(6, "the platform refused the request");
      case RATE_LIMITED -> new Row(7, "rate limited, and waiting would exceed --max-wait");
      case PARTIAL -> new Row(8, "something could not be fetched; the rest is shown");
      case PROVIDER_ERROR -> new Row(9, "the platform failed, or redirected elsewhere");
      case BAD_ANSWER -> new Row(9, "the platform's answer cannot be read");
      case CONFIG -> new Row(10, "profile file or environment wrong or missing");
      case NETWORK -> new Row(11, "no connection, or the connection broke");
      case TLS -> new Row(11, "the server's certificate cannot be trusted");
      case TIMEOUT -> new Row(11, "a time limit ran out (--timeout, --max-time)");
      case PROXY -> new Row(11, "the proxy refused");
      case OUTPUT -> new Row(12, "the result cannot be written");
      case INTERRUPTED -> new Row(130, "stopped by Ctrl-C (143: by SIGTERM)");
    };
  }

  /** The number for a kind. */
  static int of(Kind kind) {
    return row(kind).number();
  }

  /**
   * The number for a run. One conversation has its own; several have 0 if all were shown, 8 if some
   * were, else the first failure's. A check has the worst one's: an incomplete folder must not hide
   * one that was changed.
   */
  static int of(Outcome outcome, boolean failFast) {
    Failure first = outcome.first();
    if (first == null) {
      return outcome.different()
          ? DIFFERENT
          : switch (outcome.worst()) {
            case WHOLE -> OK;
            case INCOMPLETE -> of(Kind.PARTIAL);
            case CHANGED, UNREADABLE -> of(Kind.BAD_ANSWER);
          };
    }
    boolean own = outcome.asked() == 1 || outcome.shown() == 0 || failFast;
    return own ? of(first.kind()) : of(Kind.PARTIAL);
  }

  /** All codes, one per line: number, word, meaning. */
  static String table() {
    StringBuilder table =
        new StringBuilder("    0                  all that the platform gives was shown\n");
    for (Kind kind : Kind.values()) {
      Row row = row(kind);
      table.append(String.format("  %3s  %-14s  %s%n", row.number(), kind.code(), row.meaning()));
    }
    return table.toString();
  }
}

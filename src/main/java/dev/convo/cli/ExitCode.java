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

  /** The number for a kind. */
  static int of(Kind kind) {
    return switch (kind) {
      case BUG -> 1;
      case USAGE -> 2;
      case UNAUTHORIZED -> 3;
      case FORBIDDEN -> 4;
      case NOT_FOUND -> 5;
      case REJECTED -> 6;
      case RATE_LIMITED -> 7;
      case PARTIAL -> 8;
      case PROVIDER_ERROR, BAD_ANSWER -> 9;
      case CONFIG -> 10;
      case NETWORK, TLS, TIMEOUT, PROXY -> 11;
      case OUTPUT -> 12;
      case INTERRUPTED -> 130;
    };
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
      table.append(String.format("  %3d  %-14s  %s%n", of(kind), kind.code(), meaning(kind)));
    }
    return table.toString();
  }

  private static String meaning(Kind kind) {
    return switch (kind) {
      case BUG -> "a bug in convo";
      case USAGE -> "wrong command line; nothing was sent";
      case UNAUTHORIZED -> "credentials refused";
      case FORBIDDEN -> "credentials known, but not allowed to see this";
      case NOT_FOUND -> "no such conversation";
      case REJECTED -> "the platform refused the request";
      case RATE_LIMITED -> "rate limited, and waiting would exceed --max-wait";
      case PARTIAL -> "something could not be fetched; the rest is shown";
      case PROVIDER_ERROR -> "the platform failed, or redirected elsewhere";
      case BAD_ANSWER -> "the platform's answer cannot be read";
      case CONFIG -> "profile file or environment wrong or missing";
      case NETWORK -> "no connection, or the connection broke";
      case TLS -> "the server's certificate cannot be trusted";
      case TIMEOUT -> "a time limit ran out (--timeout, --max-time)";
      case PROXY -> "the proxy refused";
      case OUTPUT -> "the result cannot be written";
      case INTERRUPTED -> "stopped by Ctrl-C (143: by SIGTERM)";
    };
  }
}

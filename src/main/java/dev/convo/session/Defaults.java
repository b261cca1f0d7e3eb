package dev.convo.session;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Limits;
import dev.convo.profile.value.Sourced;
import dev.convo.source.Accounts;
import dev.convo.text.Durations;
import java.time.Duration;

/** The limits of a run, where neither the command line nor the profile sets them. */
final class Defaults {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration MAX_WAIT_ONE = Duration.ofSeconds(30);
  private static final Duration MAX_WAIT_SEVERAL = Duration.ofMinutes(5);
  private static final int RETRIES = 3;
  private static final long MAX_BODY = 256L << 20;
  private static final long MAX_SIZE = 1L << 30;
  private static final Duration MAX_TIME = Duration.ofMinutes(10);
  private static final long MAX_ATTACHMENT = 100L << 20;

  private Defaults() {}

  /**
   * The limits that hold.
   *
   * @throws Failure USAGE or CONFIG if one is set that cannot be
   */
  static Limits limits(What.Fetch what, Accounts accounts) {
    What.Limits typed = what.network().limits();
    Duration maxWait = what.several() ? MAX_WAIT_SEVERAL : MAX_WAIT_ONE;
    return new Limits(
        typed.timeout() == null ? timeout(accounts) : typed.timeout(),
        typed.retries() == null ? RETRIES : typed.retries(),
        typed.maxWait() == null ? maxWait : typed.maxWait(),
        typed.maxBody() == null ? MAX_BODY : typed.maxBody(),
        typed.maxSize() == null ? MAX_SIZE : typed.maxSize(),
        typed.maxTime() == null ? MAX_TIME : typed.maxTime(),
        concurrency(what));
  }

  private static Duration timeout(Accounts accounts) {
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

  /** The size of the largest file of a message that is kept, in bytes. */
  static long largestFile(What.Keeping keeping) {
    return keeping.largestFile() == null ? MAX_ATTACHMENT : keeping.largestFile();
  }

  /** How many requests may be under way at once. */
  static int concurrency(What.Fetch what) {
    Integer typed = what.network().concurrency();
    if (typed != null && typed < 1) {
      throw new Failure(Kind.USAGE, "--concurrency must be at least 1", "give 1 or more");
    }
    return typed == null ? what.platform().provider().descriptor().concurrency() : typed;
  }
}

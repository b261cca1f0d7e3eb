package dev.convo.http;

import dev.convo.failure.Details;
import dev.convo.failure.Details.Retry;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Repeats requests where that is safe and allowed. Every {@link Request} is a GET, so sending one
 * twice is safe; a failure's {@link Details} say whether it may help.
 *
 * <p>Temporary faults are retried after a random time up to a bound that doubles ("full jitter",
 * Marc Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015), beginning at half a
 * second. Rate limits are waited out as the platform asks, else 1, 2, 4 up to 30 seconds.
 */
public final class Retrying {
  /** The bound of the first random wait; each further one is twice as long. */
  private static final Duration BASE = Duration.ofMillis(500);

  private static final Duration FIRST_GUESS = Duration.ofSeconds(1);
  private static final Duration LONGEST_GUESS = Duration.ofSeconds(30);

  /**
   * Concurrent requests are refused one after the other, so their pauses end at slightly different
   * moments. By this much another request's pause may exceed a request's patience.
   */
  private static final Duration TOGETHER = Duration.ofMillis(999);

  /** Until when the platform asked to be left alone; shared by all requests of a run. */
  public static final class Throttle {
    private Pause longest = new Pause(Instant.MIN, "");

    record Pause(Instant until, String because) {}

    /** Asks every request to wait at least until then. */
    synchronized void pause(Instant then, String because) {
      longest = then.isAfter(longest.until()) ? new Pause(then, because) : longest;
    }

    /** The pause that ends last; it may be over. */
    synchronized Pause pause() {
      return longest;
    }
  }

  private final Limits limits;
  private final Throttle throttle;
  private final Time time;
  private final Waiting waiting;

  /** Called before every wait, from several threads. */
  @FunctionalInterface
  public interface Waiting {
    /**
     * A request waits.
     *
     * @param because the failure's message
     */
    void until(Instant then, String because);
  }

  /** Never retries and never waits. */
  public Retrying() {
    this(
        new Limits(Duration.ZERO, 0, Duration.ZERO, 0, 0, Duration.ZERO, 1),
        new Throttle(),
        new Time(InstantSource.system(), length -> {}, () -> 0),
        (then, because) -> {});
  }

  /** The throttle is shared by all conversations of a run. */
  public Retrying(Limits limits, Throttle throttle, Time time, Waiting waiting) {
    this.limits = limits;
    this.throttle = throttle;
    this.time = time;
    this.waiting = waiting;
  }

  /**
   * Runs an attempt until it succeeds or may not be repeated.
   *
   * @param purpose what is asked for, in the words of an error message
   * @throws Failure what the last attempt failed with; RATE_LIMITED also where another request was
   *     asked to wait longer than this one may; INTERRUPTED if the user stops it while it waits
   */
  public <T> T run(String purpose, Supplier<T> attempt) {
    Budget budget = new Budget(purpose);
    while (true) {
      budget.waitForThrottle();
      try {
        return attempt.get();
      } catch (Failure failure) {
        budget.goOnAfter(failure);
      }
    }
  }

  /** What one request has used up so far. */
  private final class Budget {
    private final String purpose;
    private Duration patience = limits.maxWait();
    private Duration guess = FIRST_GUESS;
    private Duration bound = BASE;
    private int retries;
    private boolean refreshed;

    /** The rate limit that this request met itself, or null. */
    private @Nullable Failure refused;

    /** Waits until then have already been charged to the patience. */
    private Instant paidUntil = Instant.MIN;

    Budget(String purpose) {
      this.purpose = purpose;
    }

    /** Returns, after the necessary wait, if the attempt is to be repeated; throws otherwise. */
    void goOnAfter(Failure failure) {
      boolean again = refreshed;
      refreshed = false;
      switch (failure.details().retry()) {
        case NEVER, RESPELLED -> throw failure;
        case FRESH -> {
          if (again) {
            retrySoon(failure);
          }
          refreshed = true;
        }
        case SOON -> retrySoon(failure);
        case LATER -> retryLater(failure);
      }
    }

    private void retrySoon(Failure failure) {
      Duration wanted = failure.details().retryAfter();
      if (retries == limits.retries() || wanted != null && wanted.compareTo(patience) > 0) {
        throw failure;
      }
      retries++;
      Duration wait = Duration.ofNanos((long) (time.random().getAsDouble() * bound.toNanos()));
      bound = smaller(bound.multipliedBy(2), LONGEST_GUESS);
      if (wanted != null && wanted.compareTo(wait) > 0) {
        patience = patience.minus(wanted);
        wait = wanted;
      }
      sleepUntil(now().plus(wait), failure.message());
    }

    /** Leaves the wait to {@link #waitForThrottle}, which holds up every other request as well. */
    private void retryLater(Failure failure) {
      refused = failure;
      Duration wanted = failure.details().retryAfter();
      Duration wait = wanted;
      if (wait == null || wait.isZero()) {
        wait = guess;
        guess = smaller(guess.multipliedBy(2), LONGEST_GUESS);
      }
      Instant now = now();
      Instant then = now.plus(wait);
      throttle.pause(then, failure.message());
      if (wait.compareTo(patience) > 0) {
        throw tooLong(now, then);
      }
      patience = patience.minus(wait);
      paidUntil = then;
    }

    void waitForThrottle() {
      Instant now = now();
      Throttle.Pause pause = throttle.pause();
      while (now.isBefore(pause.until())) {
        pay(now, pause.until());
        sleepUntil(pause.until(), pause.because());
        // A sleep may end slightly early.
        now = later(now(), pause.until());
        pause = throttle.pause();
      }
    }

    /** Charges this request's patience for the part of a pause that another request caused. */
    private void pay(Instant now, Instant then) {
      Duration more = Duration.between(later(now, paidUntil), then);
      if (more.isNegative() || more.isZero()) {
        return;
      }
      Duration beyond = more.minus(patience);
      Duration allowed = limits.maxWait().isZero() ? Duration.ZERO : TOGETHER;
      if (beyond.compareTo(allowed) > 0) {
        throw tooLong(now, then);
      }
      patience = beyond.isNegative() ? beyond.negated() : Duration.ZERO;
      paidUntil = then;
    }

    private void sleepUntil(Instant then, String because) {
      Duration wait = Duration.between(now(), then);
      if (wait.isNegative() || wait.isZero()) {
        return;
      }
      waiting.until(then, because);
      try {
        time.sleeper().sleep(wait);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Failure(Kind.INTERRUPTED, "stopped while waiting", null, Details.NONE, e)
            .of(purpose);
      }
    }

    private Failure tooLong(Instant now, Instant then) {
      Failure own = refused;
      Duration wait = Duration.between(now, then);
      // --max-wait covers all waits of a request, so what it has waited already counts.
      Duration inAll = limits.maxWait().minus(patience).plus(wait);
      String why =
          own == null
              ? purpose + ": not sent: the platform asked another request to wait"
              : own.message();
      String more = own == null || own.hint() == null ? "" : "; " + own.hint();
      return new Failure(
          Kind.RATE_LIMITED,
          why + "; try again in " + Spans.words(wait) + ", at " + Spans.words(then, now),
          enough(inAll) + " would wait that long" + more,
          (own == null ? Details.NONE : own.details()).retry(Retry.LATER, wait),
          null);
    }
  }

  /** The options that allow a wait: it counts against the conversation's time as well. */
  private String enough(Duration wait) {
    String options = "--max-wait " + Spans.seconds(wait) + "s";
    return wait.plus(limits.timeout()).compareTo(limits.maxTime()) > 0
        ? options + " --max-time " + Spans.seconds(wait.plus(limits.maxTime())) + "s"
        : options;
  }

  private Instant now() {
    return time.clock().instant();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Duration smaller(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}

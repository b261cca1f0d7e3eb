package dev.convo.http;

import dev.convo.failure.Details;
import dev.convo.failure.Details.Retry;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks again where that is safe and allowed. Every {@link Request} is a GET, so sending one twice
 * is safe; a failure's {@link Details} say whether it may help.
 *
 * <p>Passing faults are retried after a random time up to a bound that doubles ("full jitter", Marc
 * Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015), beginning at half a
 * second. Rate limits are waited out as the platform asks, else 1, 2, 4 up to 30 seconds.
 */
public final class Retrying {
  /** The bound of the first random wait; each further one is twice as long. */
  private static final Duration BASE = Duration.ofMillis(500);

  private static final Duration FIRST_GUESS = Duration.ofSeconds(1);
  private static final Duration LONGEST_GUESS = Duration.ofSeconds(30);

  private final Policy policy;
  private final Throttle throttle;
  private final InstantSource clock;
  private final Sleeper sleeper;
  private final DoubleSupplier random;
  private final Waiting waiting;

  /**
   * How often, and how long.
   *
   * @param retries how often a passing fault is retried; 0 means never
   * @param maxWait how long one request may wait in all because the platform asks it to
   */
  public record Policy(int retries, Duration maxWait) {}

  /** Hears of every wait before it begins, from several threads. */
  @FunctionalInterface
  public interface Waiting {
    /**
     * A request waits.
     *
     * @param because the failure's message
     */
    void until(Instant then, String because);
  }

  /**
   * A way of trying again.
   *
   * @param throttle shared by all conversations of a run
   * @param random numbers from 0 (inclusive) to 1
   */
  public Retrying(
      Policy policy,
      Throttle throttle,
      InstantSource clock,
      Sleeper sleeper,
      DoubleSupplier random,
      Waiting waiting) {
    this.policy = policy;
    this.throttle = throttle;
    this.clock = clock;
    this.sleeper = sleeper;
    this.random = random;
    this.waiting = waiting;
  }

  /** A way that never tries again and never waits. */
  public Retrying() {
    this(
        new Policy(0, Duration.ZERO),
        new Throttle(),
        InstantSource.system(),
        time -> {},
        () -> 0,
        (then, because) -> {});
  }

  /**
   * Runs an attempt until it succeeds or may not be repeated.
   *
   * @throws Failure what the last attempt failed with; RATE_LIMITED also where another request was
   *     told to wait longer than this one may; INTERRUPTED if the user stops it while it waits
   */
  public <T> T run(Request request, Supplier<T> attempt) {
    Course course = new Course(request);
    while (true) {
      course.waitForThrottle();
      try {
        return attempt.get();
      } catch (Failure failure) {
        course.goOnAfter(failure);
      }
    }
  }

  /** What one request has used up so far. */
  private final class Course {
    private final Request request;
    private Duration patience = policy.maxWait();
    private Duration guess = FIRST_GUESS;
    private Duration bound = BASE;
    private int retries;
    private boolean refreshed;

    Course(Request request) {
      this.request = request;
    }

    /** Comes back where the attempt is to be repeated, after the wait that this needs. */
    void goOnAfter(Failure failure) {
      boolean again = refreshed;
      refreshed = false;
      switch (failure.details().retry()) {
        case NEVER -> throw failure;
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
      Duration asked = failure.details().retryAfter();
      if (retries == policy.retries() || asked != null && asked.compareTo(patience) > 0) {
        throw failure;
      }
      retries++;
      Duration wait = Duration.ofNanos((long) (random.getAsDouble() * bound.toNanos()));
      bound = smaller(bound.multipliedBy(2), LONGEST_GUESS);
      if (asked != null && asked.compareTo(wait) > 0) {
        patience = patience.minus(asked);
        wait = asked;
      }
      sleepUntil(clock.instant().plus(wait), failure.message());
    }

    /** Leaves the wait to {@link #waitForThrottle}, which every other request passes too. */
    private void retryLater(Failure failure) {
      Duration asked = failure.details().retryAfter();
      Duration wait = asked;
      if (wait == null || wait.isZero()) {
        wait = guess;
        guess = smaller(guess.multipliedBy(2), LONGEST_GUESS);
      }
      Instant now = clock.instant();
      throttle.pause(now.plus(wait), failure.message());
      if (wait.compareTo(patience) > 0) {
        throw tooLong(failure.message(), failure.hint(), now, now.plus(wait), failure.details());
      }
    }

    void waitForThrottle() {
      for (Instant now = clock.instant(); ; now = clock.instant()) {
        Throttle.Pause pause = throttle.at(now);
        Duration wait = Duration.between(now, pause.until());
        if (wait.isZero()) {
          return;
        }
        if (wait.compareTo(patience) > 0) {
          String message = request.purpose() + ": not asked, another request was told to wait";
          throw tooLong(message, null, now, pause.until(), Details.NONE);
        }
        patience = patience.minus(wait);
        sleepUntil(pause.until(), pause.because());
      }
    }

    private void sleepUntil(Instant then, String because) {
      Duration wait = Duration.between(clock.instant(), then);
      if (wait.isNegative() || wait.isZero()) {
        return;
      }
      waiting.until(then, because);
      try {
        sleeper.sleep(wait);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Failure(
            Kind.INTERRUPTED, request.purpose() + ": stopped while waiting", null, Details.NONE, e);
      }
    }

    private Failure tooLong(
        String message, @Nullable String hint, Instant now, Instant then, Details details) {
      Duration wait = Duration.between(now, then);
      // What was waited already counts, too: --max-wait is for all waits of a request.
      Duration inAll = policy.maxWait().minus(patience).plus(wait);
      return new Failure(
          Kind.RATE_LIMITED,
          message + "; come back in " + Spans.words(wait) + ", at " + Spans.words(then, now),
          "--max-wait "
              + inAll.plusNanos(999_999_999).toSeconds()
              + "s waits that long"
              + (hint == null ? "" : "; " + hint),
          details.retry(Retry.LATER, wait),
          null);
    }
  }

  private static Duration smaller(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}

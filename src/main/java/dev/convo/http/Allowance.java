package dev.convo.http;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The limits of one conversation, over all of its calls, or over all of its files. Exceeding one
 * fails only the call at hand, so that a provider can still show what it has read.
 */
public final class Allowance {
  private final String of;
  private final Limits limits;
  private final InstantSource clock;
  private long bytes;
  private @Nullable Instant end;

  /**
   * An allowance whose time begins with the first request.
   *
   * @param of what is limited, in the words of an error message
   */
  public Allowance(String of, Limits limits, InstantSource clock) {
    this.of = of;
    this.limits = limits;
    this.clock = clock;
  }

  /** An exchange whose time and bodies count against these limits. */
  public Exchange over(Exchange inner) {
    return request -> within(request.purpose(), left -> inner.send(request.within(left)));
  }

  /**
   * Sends something, and counts its time and its reply's body.
   *
   * @param send given how long it may take
   */
  Reply within(String purpose, Function<Duration, Reply> send) {
    Duration left = left(purpose);
    boolean shorter = left.compareTo(limits.timeout()) < 0;
    try {
      return send.apply(left)
          .tapped(
              new Reply.Tap() {
                @Override
                public void read(byte[] bytes, int from, int count) {
                  take(purpose, count);
                }

                @Override
                public Failure failed(Failure failure) {
                  return shorter ? inAll(purpose, failure) : failure;
                }
              });
    } catch (Failure failure) {
      throw shorter ? inAll(purpose, failure) : failure;
    }
  }

  /** Listens to waits, and refuses one that would exceed the time limit. */
  public Retrying.Waiting over(Retrying.Waiting waiting) {
    return (then, because) -> {
      if (isBeyond(then)) {
        throw tooLong(because);
      }
      waiting.until(then, because);
    };
  }

  private synchronized boolean isBeyond(Instant then) {
    return end != null && then.isAfter(end);
  }

  private synchronized Duration left(String purpose) {
    Instant now = clock.instant();
    Instant known = end == null ? now.plus(limits.maxTime()) : end;
    end = known;
    if (!now.isBefore(known)) {
      throw tooLong(purpose);
    }
    return Duration.between(now, known);
  }

  private synchronized void take(String purpose, int more) {
    bytes += more;
    if (bytes > limits.maxSize()) {
      throw Failure.badAnswer(
              of + " is larger than " + Spans.size(limits.maxSize()), "--max-size allows more")
          .of(purpose);
    }
  }

  /** A transport timeout that was shortened to fit is the conversation's time limit. */
  private Failure inAll(String purpose, Failure failure) {
    boolean ofTransport = failure.kind() == Kind.TIMEOUT && failure.details().httpStatus() == null;
    return ofTransport ? tooLong(purpose) : failure;
  }

  private Failure tooLong(String purpose) {
    return new Failure(
            Kind.TIMEOUT,
            of + " takes longer than " + Spans.words(limits.maxTime()),
            "--max-time allows more")
        .of(purpose);
  }
}

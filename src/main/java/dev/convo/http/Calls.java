package dev.convo.http;

import dev.convo.failure.Details;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.UnaryOperator;

/**
 * The calls made for one conversation. Owns closing and replaying; providers see nothing else of
 * the network.
 */
public final class Calls {
  private static final String LOOK =
      "try again with -vv to see status and headers; is base_url the address of the API?";

  /**
   * Turns a successful reply into a value. Must be pure: if a body breaks off half-way, the request
   * is repeated and decoded from the start.
   */
  @FunctionalInterface
  public interface Decode<T> {
    /**
     * Reads the reply's body.
     *
     * @throws dev.convo.failure.Failure BAD_ANSWER if it cannot be understood
     */
    T decode(Reply reply);
  }

  /** A call that is under way. */
  @FunctionalInterface
  public interface Pending<T> {
    /**
     * Waits for the call to end.
     *
     * @throws Failure what the call failed with
     */
    T get();

    /**
     * Waits for a future, and rethrows what its work has thrown.
     *
     * @throws Failure INTERRUPTED if the user stops the run meanwhile
     */
    static <T> T joined(Future<T> future) {
      try {
        return future.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException thrown) {
          throw thrown;
        }
        if (e.getCause() instanceof Error thrown) {
          throw thrown;
        }
        throw new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw Failure.interrupted();
      }
    }
  }

  private final Exchange exchange;
  private final Retrying retrying;
  private final Tally tally;
  private final Executor executor;
  private final UnaryOperator<String> masked;

  /**
   * Calls over a stack of exchanges.
   *
   * @param exchange the stack, whose innermost layer counts in {@code tally}
   * @param executor where begun calls run; {@code Runnable::run} makes their order fixed
   * @param masked masks, in what a decoder quotes, the secrets that the platform was given
   */
  public Calls(
      Exchange exchange,
      Retrying retrying,
      Tally tally,
      Executor executor,
      UnaryOperator<String> masked) {
    this.exchange = exchange;
    this.retrying = retrying;
    this.tally = tally;
    this.executor = executor;
    this.masked = masked;
  }

  /** Calls that are answered without a network. */
  public static Calls offline(Exchange answers) {
    return new Calls(answers, new Retrying(), new Tally(), Runnable::run, UnaryOperator.identity());
  }

  /**
   * Sends a request and decodes its answer; retries where that is safe and allowed.
   *
   * @throws Failure what the last attempt failed with
   */
  public <T> T read(Request request, Decode<T> decode) {
    return read(tally.place(), request, decode);
  }

  /**
   * The same in the background. If the result is needed before a thread has started on it, the
   * caller's thread does the work.
   */
  public <T> Pending<T> begin(Request request, Decode<T> decode) {
    int place = tally.place();
    FutureTask<T> task = new FutureTask<>(() -> read(place, request, decode));
    executor.execute(task);
    return () -> {
      task.run();
      return Pending.joined(task);
    };
  }

  private <T> T read(int place, Request request, Decode<T> decode) {
    return retrying.run(
        request.purpose(),
        () -> {
          try (Reply reply = exchange.send(request)) {
            reply.headers().requestId().ifPresent(id -> tally.answered(place, id));
            return decoded(request, reply, decode);
          }
        });
  }

  /** Adds what was asked for; a decoder only knows where in the answer it failed. */
  private <T> T decoded(Request request, Reply reply, Decode<T> decode) {
    try {
      return decode.decode(reply);
    } catch (Failure failure) {
      if (failure.namesPurpose()) {
        throw failure.reworded(masked);
      }
      Details details =
          failure.details().answer(reply.status(), reply.headers().requestId().orElse(null));
      boolean unclear = failure.hint() == null && failure.kind() == Kind.BAD_ANSWER;
      throw failure
          .with(details)
          .withHint(unclear ? LOOK : failure.hint())
          .of(request.purpose())
          .reworded(masked);
    }
  }

  public Tally tally() {
    return tally;
  }
}

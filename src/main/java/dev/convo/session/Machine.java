package dev.convo.session;

import dev.convo.http.Network;
import dev.convo.http.Time;
import dev.convo.profile.value.Environment;
import dev.convo.terminal.Prompt;
import dev.convo.terminal.Streams;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/**
 * What convo gets from the machine it runs on. Suppliers, so that nothing is loaded before it is
 * needed.
 *
 * @param environment who runs convo, and where; of a person to ask it knows nothing yet
 * @param zone the system's time zone
 * @param prompt opens the terminal to ask a person
 */
public record Machine(
    Streams streams,
    Environment environment,
    Supplier<ZoneId> zone,
    Time time,
    Network network,
    Supplier<Prompt> prompt,
    Background background) {

  /**
   * Threads, a timer and signals.
   *
   * @param threads makes threads that do not keep the process alive
   * @param ticking runs a task four times a second; returns what stops it
   * @param untilStopped waits for Ctrl-C, after which the process ends with 0
   * @param whenStopped registers a task for when Ctrl-C or the system ends the process; returns
   *     what removes it. The task is given the signal's exit code and returns the process's
   */
  public record Background(
      ThreadFactory threads,
      Function<Runnable, Runnable> ticking,
      Runnable untilStopped,
      Function<IntUnaryOperator, Runnable> whenStopped) {}

  public InstantSource clock() {
    return time.clock();
  }

  /** Whether there is a person to ask. */
  public boolean canAsk() {
    return streams.terminals().in() && streams.terminals().err();
  }

  /** The environment, which also knows whether a person can be asked. */
  public Environment environment(boolean mayAsk) {
    return new Environment(
        environment.variables(),
        environment.home(),
        environment.user(),
        environment.windows(),
        mayAsk && canAsk());
  }
}

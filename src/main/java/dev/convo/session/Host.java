package dev.convo.session;

import dev.convo.http.Network;
import dev.convo.http.Sleeper;
import dev.convo.http.Time;
import dev.convo.http.Transport;
import dev.convo.profile.value.Environment;
import dev.convo.show.Once;
import dev.convo.terminal.Prompt;
import dev.convo.terminal.Streams;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * All that the machine gives. Suppliers, so that nothing is loaded before it is needed.
 *
 * @param variables the environment
 * @param home the user's home folder
 * @param user the user's name, as the owner of a file is named
 * @param zone the system's time zone
 * @param random numbers from 0 to below 1
 * @param columns the terminal's width; asked for once, as it may cost a process
 * @param executor runs what goes on side by side, on threads that do not keep the process alive
 * @param untilStopped waits for Ctrl-C, which is then no fault: the process ends with 0
 * @param whenStopped keeps what is to be done when Ctrl-C or the system ends the process, given the
 *     exit code that the process then has, and returns what takes that back
 * @param ticking does something four times a second, on a thread that does not keep the process
 *     alive, and returns what ends that
 * @param userAgent what convo calls itself to platforms
 */
public record Host(
    Streams streams,
    Map<String, String> variables,
    Path home,
    String user,
    boolean windows,
    InstantSource clock,
    Supplier<ZoneId> zone,
    Sleeper sleeper,
    DoubleSupplier random,
    Supplier<OptionalInt> columns,
    Transport.Factory transport,
    Supplier<Prompt> prompt,
    Executor executor,
    Runnable untilStopped,
    Function<IntConsumer, Runnable> whenStopped,
    Function<Runnable, Runnable> ticking,
    String userAgent) {
  public Host {
    variables = Map.copyOf(variables);
    columns = new Once<>(columns);
  }

  /** Without the values: the environment holds secrets, not only ours. */
  @Override
  public String toString() {
    return "Host of " + user;
  }

  /** What waiting depends on. */
  Time time() {
    return new Time(clock, sleeper, random);
  }

  /** How platforms are reached. */
  Network network() {
    return new Network(transport, userAgent);
  }

  /** Whether somebody is there to be asked. */
  public boolean canAsk() {
    return streams.terminals().in() && streams.terminals().err();
  }

  /** What profiles need to know of the machine. */
  public Environment environment(boolean mayAsk) {
    return new Environment(variables, home, user, windows, mayAsk && canAsk());
  }
}

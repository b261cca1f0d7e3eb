package dev.convo.source;

import dev.convo.http.Allowance;
import dev.convo.http.Calls;
import dev.convo.http.Checked;
import dev.convo.http.Exchange;
import dev.convo.http.Limited;
import dev.convo.http.Limits;
import dev.convo.http.Refusal;
import dev.convo.http.Retrying;
import dev.convo.http.Retrying.Throttle;
import dev.convo.http.Tally;
import dev.convo.http.Time;
import dev.convo.http.Traced;
import dev.convo.http.Transport;
import dev.convo.model.Note;
import dev.convo.profile.Account;
import java.net.URI;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;

/** The HTTP layers of one account, in order. Reads no secret before the first request. */
public final class HttpStack implements AutoCloseable {
  private final Transport transport;
  private final URI base;
  private final Credentials credentials;
  private final Refusal.Explain explain;
  private final Limits limits;
  private final Time time;
  private final Executor executor;
  private final Throttle throttle = new Throttle();
  private final Semaphore places;

  /** Receives requests, waits, and notes for the user. */
  public interface Watcher extends Traced.Listener, Retrying.Waiting {
    void note(Note note);
  }

  /**
   * A stack over a transport, which it owns.
   *
   * @param explain what the platform's errors mean
   * @param executor sends requests side by side
   */
  public HttpStack(
      Transport transport,
      Account account,
      Refusal.Explain explain,
      Limits limits,
      Time time,
      Executor executor) {
    this.transport = transport;
    this.base = account.base();
    this.explain = explain;
    this.limits = limits;
    this.time = time;
    this.executor = executor;
    this.places = new Semaphore(limits.concurrency());
    this.credentials = new Credentials(account.secrets());
  }

  /**
   * The calls of one conversation.
   *
   * @param seam wraps the exchange with the platform, for instance to record the answers
   */
  public Calls calls(Watcher watcher, UnaryOperator<Exchange> seam) {
    Tally tally = new Tally();
    Allowance allowance = new Allowance("the conversation", limits, time.clock());
    Transport traced = new Traced(transport, base, tally, time.clock(), watcher);
    Transport checked = new Checked(traced, base, explain, time.clock());
    Exchange signed = credentials.over(checked, watcher::note);
    Exchange limited = new Limited(allowance.over(signed), places);
    Retrying retrying = new Retrying(limits, throttle, time, allowance.over(watcher));
    return new Calls(seam.apply(limited), retrying, tally, executor, credentials::masked);
  }

  @Override
  public void close() {
    transport.close();
  }
}

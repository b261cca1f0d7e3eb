package dev.convo.source;

import dev.convo.http.Allowance;
import dev.convo.http.Calls;
import dev.convo.http.Checked;
import dev.convo.http.Credentials;
import dev.convo.http.Exchange;
import dev.convo.http.Limited;
import dev.convo.http.Network;
import dev.convo.http.Proxies;
import dev.convo.http.Retrying;
import dev.convo.http.Signed;
import dev.convo.http.Tally;
import dev.convo.http.Throttle;
import dev.convo.http.Time;
import dev.convo.http.Traced;
import dev.convo.http.Transport;
import dev.convo.model.Note;
import dev.convo.profile.Account;
import dev.convo.profile.value.Sourced;
import dev.convo.provider.Provider;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Stacks the HTTP parts in their one order, for one account and one run. */
public final class HttpStack {
  private final Time time;
  private final Executor executor;
  private final Provider provider;
  private final URI base;
  private final Limits limits;
  private final Transport transport;
  private final Credentials credentials;
  private final Throttle throttle = new Throttle();
  private final Semaphore places;
  private final Consumer<Note> notes;
  private final Watcher watcher;

  /**
   * What a run may use up.
   *
   * @param timeout for the whole of one request
   * @param maxWait for the rate limits of one request
   * @param maxBody bytes of one answer, after decompression
   * @param maxSize the same of all answers of one conversation
   * @param maxTime for one conversation
   * @param concurrency requests under way at once
   */
  public record Limits(
      Duration timeout,
      int retries,
      Duration maxWait,
      long maxBody,
      long maxSize,
      Duration maxTime,
      int concurrency) {}

  /**
   * A stack for an account's platform. Reads no secret before the first request.
   *
   * @param variables the environment, as far as it is heeded
   * @param caBundle the authorities named on the command line, or null
   * @throws dev.convo.failure.Failure CONFIG if a proxy or a file of authorities cannot be used
   */
  public HttpStack(
      Network network,
      Time time,
      Executor executor,
      Provider provider,
      Account account,
      Map<String, String> variables,
      @Nullable Path caBundle,
      Limits limits,
      Consumer<Note> notes,
      Watcher watcher) {
    this.time = time;
    this.executor = executor;
    this.provider = provider;
    this.base = account.base();
    this.limits = limits;
    this.places = new Semaphore(limits.concurrency());
    this.notes = notes;
    this.watcher = watcher;
    this.transport =
        network.transports().open(settings(account, variables, caBundle, network.userAgent()));
    this.credentials =
        new Credentials(
            account.keys().stream()
                .map(
                    key ->
                        new Credentials.Secret(
                            key.credential().key(),
                            key.headers(),
                            key.credential().prefix(),
                            key.secret()::value,
                            key.secret().source().text()))
                .toList());
  }

  private Transport.Settings settings(
      Account account, Map<String, String> variables, @Nullable Path caBundle, String userAgent) {
    List<Transport.Authorities> authorities = new ArrayList<>();
    account
        .authorities()
        .forEach(
            one -> authorities.add(new Transport.Authorities(one.file(), one.source().text())));
    if (caBundle != null) {
      authorities.add(new Transport.Authorities(caBundle, "--ca-bundle"));
    }
    @Nullable Sourced key = account.proxy();
    Proxies proxies =
        key == null
            ? new Proxies(variables, null, "")
            : new Proxies(variables, key.value(), key.source().text());
    Optional<Proxies.Chosen> proxy = proxies.forBase(account.base());
    return new Transport.Settings(
        account.base(),
        limits.timeout(),
        limits.maxBody(),
        limits.concurrency(),
        proxy.map(Proxies.Chosen::uri).orElse(null),
        proxy.map(Proxies.Chosen::source).orElse(null),
        authorities,
        userAgent);
  }

  /** Hears of requests and of waits. */
  public interface Watcher extends Traced.Listener, Retrying.Waiting {}

  /** What one conversation may use up. */
  Allowance allowance() {
    return new Allowance(
        new Allowance.Limits(limits.maxSize(), limits.maxTime(), limits.timeout()), time.clock());
  }

  /** The stack under one conversation's calls. */
  Exchange exchange(Tally tally, Allowance allowance) {
    Transport traced = new Traced(transport, base, tally, time.clock(), watcher);
    Transport checked = new Checked(traced, base, provider, time.clock());
    Exchange signed = new Signed(checked, credentials, notes);
    return new Limited(allowance.over(signed), places);
  }

  /** One conversation's calls over such a stack. */
  Calls calls(Exchange exchange, Tally tally, Allowance allowance) {
    Retrying retrying =
        new Retrying(
            new Retrying.Policy(limits.retries(), limits.maxWait()),
            throttle,
            time.clock(),
            time.sleeper(),
            time.random(),
            allowance.over(watcher));
    return new Calls(exchange, retrying, tally, executor, credentials::masked);
  }
}

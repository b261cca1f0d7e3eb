package dev.convo.http;

import dev.convo.failure.Failure;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts each attempt and reports it to a listener, with secrets masked. */
public final class Traced implements Transport {
  private static final String MASK = "***";

  /**
   * The received headers whose values are shown; of all others only the name is. A list of harmless
   * headers fails safe, a list of secret ones would not.
   */
  private static final Set<String> HARMLESS =
      Set.of(
          "age",
          "cache-control",
          "cf-ray",
          "connection",
          "content-encoding",
          "content-language",
          "content-length",
          "content-type",
          "date",
          "etag",
          "expires",
          "keep-alive",
          "last-modified",
          "retry-after",
          "server",
          "transfer-encoding",
          "vary",
          "via",
          "x-ratelimit-limit",
          "x-ratelimit-remaining",
          "x-ratelimit-reset",
          "x-request-id",
          "x-runtime");

  private final Transport inner;
  private final URI base;
  private final Tally tally;
  private final InstantSource clock;
  private final Listener listener;

  /** Traces one conversation's requests below a base. */
  public Traced(Transport inner, URI base, Tally tally, InstantSource clock, Listener listener) {
    this.inner = inner;
    this.base = base;
    this.tally = tally;
    this.clock = clock;
    this.listener = listener;
  }

  /** Called for every attempt once the head of its answer has arrived, from several threads. */
  @FunctionalInterface
  public interface Listener {
    /** An attempt has been answered, or has failed. */
    void attempted(Event event);

    /** Whether it wants to be called. */
    default boolean listens() {
      return true;
    }
  }

  /**
   * An attempt. Holds no secret.
   *
   * @param method always {@code GET}
   * @param status the answer's, or null where none came
   * @param failure why none came, or null
   * @param time until the head of the answer arrived
   * @param sent header names and values, {@code ***} for a credential
   * @param received header names and values, {@code ***} where a value is not known to be harmless
   */
  public record Event(
      String method,
      URI url,
      @Nullable Integer status,
      @Nullable Failure failure,
      Duration time,
      @Nullable String requestId,
      List<Map.Entry<String, String>> sent,
      List<Map.Entry<String, String>> received) {
    public Event {
      sent = List.copyOf(sent);
      received = List.copyOf(received);
    }
  }

  @Override
  public Reply send(Request request, List<Signature> credentials) {
    Instant start = clock.instant();
    tally.sent();
    try {
      Reply reply = masked(inner.send(request, credentials), credentials);
      report(request, credentials, start, reply, null);
      return reply;
    } catch (Failure e) {
      Failure failure = e.reworded(said -> Signature.masked(credentials, said));
      report(request, credentials, start, null, failure);
      throw failure;
    }
  }

  /** A server may echo what it was sent, and every layer above reads its headers. */
  private static Reply masked(Reply reply, List<Signature> credentials) {
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    for (Map.Entry<String, String> one : reply.headers().entries()) {
      headers.add(
          Map.entry(
              Signature.masked(credentials, one.getKey()),
              Signature.masked(credentials, one.getValue())));
    }
    return new Reply(reply.status(), new Headers(headers), reply.body(), reply.abort());
  }

  private void report(
      Request request,
      List<Signature> credentials,
      Instant start,
      @Nullable Reply reply,
      @Nullable Failure failure) {
    if (listener.listens()) {
      listener.attempted(event(request, credentials, start, reply, failure));
    }
  }

  private Event event(
      Request request,
      List<Signature> credentials,
      Instant start,
      @Nullable Reply reply,
      @Nullable Failure failure) {
    List<Map.Entry<String, String>> sent = new ArrayList<>(request.headers().entrySet());
    credentials.forEach(signature -> sent.add(Map.entry(signature.name(), MASK)));
    return new Event(
        "GET",
        request.uri(base),
        reply == null ? null : reply.status(),
        failure,
        Duration.between(start, clock.instant()),
        reply == null ? null : reply.headers().requestId().orElse(null),
        sent,
        reply == null ? List.of() : harmless(reply.headers()));
  }

  static List<Map.Entry<String, String>> harmless(Headers headers) {
    return headers.entries().stream()
        .map(
            header ->
                HARMLESS.contains(header.getKey().toLowerCase(Locale.ROOT))
                    ? header
                    : Map.entry(header.getKey(), MASK))
        .toList();
  }
}

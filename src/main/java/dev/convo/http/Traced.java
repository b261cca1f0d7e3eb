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
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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
          ("age cache-control cf-ray connection content-encoding content-language content-length"
                  + " content-type date etag expires keep-alive last-modified retry-after server"
                  + " transfer-encoding vary via x-ratelimit-limit x-ratelimit-remaining"
                  + " x-ratelimit-reset x-request-id x-runtime")
              .split(" "));

  private final Transport inner;
  private final URI base;
  private final Tally tally;
  private final InstantSource clock;
  private final Listener listener;

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
    void attempted(Event event);
  }

  /**
   * An attempt. Holds no secret.
   *
   * @param sent header names and values, {@code ***} for a credential
   * @param time until the head of the answer arrived, or the attempt failed
   * @param answer null where none came
   * @param failure why none came, or null
   */
  public record Event(
      URI url,
      List<Map.Entry<String, String>> sent,
      Duration time,
      @Nullable Answer answer,
      @Nullable Failure failure) {
    public Event {
      sent = List.copyOf(sent);
    }
  }

  /**
   * The head of an answer.
   *
   * @param received header names and values, {@code ***} where a value is not known to be harmless
   */
  public record Answer(
      int status, @Nullable String requestId, List<Map.Entry<String, String>> received) {
    public Answer {
      received = List.copyOf(received);
    }
  }

  @Override
  public Reply send(Request request, List<Signature> credentials) {
    tally.sent();
    List<Map.Entry<String, String>> sent = new ArrayList<>(request.headers().entrySet());
    credentials.forEach(signature -> sent.add(Map.entry(signature.name(), MASK)));
    return reported(
        listener,
        clock,
        request.uri(base),
        sent,
        () -> {
          try {
            return masked(inner.send(request, credentials), credentials);
          } catch (Failure failure) {
            throw failure.reworded(said -> Signature.masked(credentials, said));
          }
        });
  }

  static Reply reported(
      Listener listener,
      InstantSource clock,
      URI url,
      List<Map.Entry<String, String>> sent,
      Supplier<Reply> attempt) {
    Instant start = clock.instant();
    try {
      Reply reply = attempt.get();
      Duration time = Duration.between(start, clock.instant());
      listener.attempted(new Event(url, sent, time, answer(reply), null));
      return reply;
    } catch (Failure failure) {
      Duration time = Duration.between(start, clock.instant());
      listener.attempted(new Event(url, sent, time, null, failure));
      throw failure;
    }
  }

  /** A server may echo what it was sent, and every layer above reads its headers. */
  private static Reply masked(Reply reply, List<Signature> credentials) {
    UnaryOperator<String> mask = said -> Signature.masked(credentials, said);
    List<Map.Entry<String, String>> headers =
        reply.headers().entries().stream()
            .map(one -> Map.entry(mask.apply(one.getKey()), mask.apply(one.getValue())))
            .toList();
    return new Reply(reply.status(), new Headers(headers), reply.body(), reply.abort());
  }

  private static Answer answer(Reply reply) {
    List<Map.Entry<String, String>> received =
        reply.headers().entries().stream()
            .map(
                header ->
                    HARMLESS.contains(header.getKey().toLowerCase(Locale.ROOT))
                        ? header
                        : Map.entry(header.getKey(), MASK))
            .toList();
    return new Answer(reply.status(), reply.headers().requestId().orElse(null), received);
  }
}

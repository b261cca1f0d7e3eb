package dev.convo.http.apache;

import dev.convo.failure.Details;
import dev.convo.failure.Details.Retry;
import dev.convo.failure.Excerpt;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Limits;
import dev.convo.http.Origin;
import dev.convo.http.Proxies;
import dev.convo.http.Spans;
import dev.convo.http.TlsExpected;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.zip.ZipException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong on a connection, in words for the user.
 *
 * @param target the URI asked for, or the base that it is below
 * @param proxy the proxy on the way, or null for none
 * @param purpose what is asked for, in the words of an error message
 */
record Faults(URI target, Proxies.@Nullable Chosen proxy, Limits limits, String purpose) {
  /** How far an attempt got. */
  enum Stage {
    /** Nothing has been sent: the proxy or, without one, the platform is being connected to. */
    CONNECTING,
    /** The proxy has been asked to connect to the platform and has not answered. */
    ASKING_PROXY,
    /** The proxy has agreed; TLS with the platform is being set up. */
    TUNNELLED,
    /** The request is being sent, or its answer awaited. */
    SENT,
    /** The same, on a reused connection. */
    SENT_ON_KEPT,
    /** The head of the answer has arrived. */
    READING;

    /** Whether the platform, and not only a proxy, has been asked. */
    boolean sent() {
      return compareTo(SENT) >= 0;
    }
  }

  Failure timeout(Stage stage) {
    long millis = limits.timeout().toMillis();
    String limit = millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    return lasting(
        Kind.TIMEOUT,
        "no complete answer from " + peer(stage) + " within " + limit,
        "--timeout " + Math.max(1, limits.timeout().toSeconds() * 2) + "s waits longer");
  }

  Failure interrupted(Exception cause) {
    return failure(Kind.INTERRUPTED, "stopped", null, Retry.NEVER, cause);
  }

  Failure tooLarge() {
    return lasting(
        Kind.BAD_ANSWER,
        "the answer is larger than " + Spans.size(limits.maxBody()),
        "--max-body allows more");
  }

  /** The body is encoded in a way that was not asked for. */
  Failure encoded(String encoding) {
    return lasting(
        Kind.BAD_ANSWER,
        "the answer is encoded as " + Excerpt.of(encoding) + ", which was not requested",
        "a proxy may be changing what the platform sends");
  }

  /** The proxy answered instead of connecting to the platform. */
  Failure refusedByProxy(int status) {
    String source = proxySource();
    String http = " (HTTP " + status + ")";
    if (status == 407) {
      boolean sent = proxy != null && proxy.uri().getUserInfo() != null;
      return lasting(
          Kind.PROXY,
          proxyWords() + (sent ? " refuses the password" : " requires a password") + http,
          (sent ? "check user and password in " : "write it as http://USER:PASSWORD@HOST:PORT in ")
              + source);
    }
    boolean unable = status == 502 || status == 503 || status == 504;
    return failure(
        Kind.PROXY,
        proxyWords() + (unable ? " cannot" : " refuses to") + " connect to " + host() + http,
        "check " + source + ", or name " + host() + " in NO_PROXY",
        unable ? Retry.SOON : Retry.NEVER,
        null);
  }

  /** Anything else, by what was thrown and when. */
  Failure of(Stage stage, IOException fault) {
    String peer = peer(stage);
    if (fault instanceof InterruptibleDns.NotPublic address) {
      return failure(
          Kind.FORBIDDEN,
          peer + " has the address " + address.getMessage() + ", which is not public",
          null,
          Retry.NEVER,
          fault);
    }
    Optional<String> unconnected = unconnected(stage, fault);
    if (unconnected.isPresent()) {
      return at(
          stage,
          Kind.NETWORK,
          unconnected.get(),
          "check base_url and the network; where a proxy is needed, set HTTPS_PROXY",
          Retry.SOON,
          fault);
    }
    if (find(fault, SocketTimeoutException.class).isPresent()) {
      return timeout(stage);
    }
    if (stage == Stage.READING) {
      return reading(fault);
    }
    return TlsFault.of(peer, fault)
        .map(tls -> failure(Kind.TLS, tls.message(), tls.hint(), Retry.NEVER, fault))
        .orElseGet(() -> talking(stage, fault));
  }

  /** Why there is no connection; empty if there is one. */
  private Optional<String> unconnected(Stage stage, IOException fault) {
    String peer = peer(stage);
    if (fault instanceof UnknownHostException) {
      return Optional.of(peer + " has no address");
    }
    if (fault instanceof NoRouteToHostException) {
      return Optional.of("no route to " + peer);
    }
    if (fault instanceof ConnectException) {
      return Optional.of(peer + " refuses connections");
    }
    boolean connecting = stage == Stage.CONNECTING || stage == Stage.TUNNELLED;
    // Only the JDK's message distinguishes a silent handshake from a silent network.
    return find(fault, SocketTimeoutException.class)
        .filter(silence -> connecting)
        .map(
            silence ->
                String.valueOf(silence.getMessage()).contains("Read timed out")
                    ? peer + " did not agree on TLS within 5 s"
                    : "no connection to " + peer + " within 5 s");
  }

  /** Faults before the head of the answer arrived. */
  private Failure talking(Stage stage, IOException fault) {
    String peer = peer(stage);
    if (find(fault, WholeHead.TlsAnswer.class).isPresent()) {
      return atProxy(stage)
          ? at(stage, Kind.PROXY, peer + " answers in TLS, not in HTTP", null, Retry.SOON, fault)
          : TlsExpected.failure(peer, Details.NONE).of(purpose);
    }
    boolean flood = fault instanceof MessageConstraintException;
    if (flood || find(fault, HttpException.class).isPresent()) {
      return at(
          stage,
          Kind.BAD_ANSWER,
          flood
              ? "the headers of " + peer + " are too many or too long"
              : peer + " does not answer in HTTP",
          "is base_url the address of the API? it is " + target,
          Retry.NEVER,
          fault);
    }
    return at(
        stage,
        Kind.NETWORK,
        peer + " closed the connection without an answer",
        "try again in a minute",
        stage == Stage.SENT_ON_KEPT ? Retry.FRESH : Retry.SOON,
        fault);
  }

  private Failure reading(IOException fault) {
    return fault instanceof ZipException
        ? failure(
            Kind.BAD_ANSWER,
            "the answer of " + host() + " is not valid compressed data",
            "a proxy may be changing what the platform sends",
            Retry.NEVER,
            fault)
        : failure(
            Kind.NETWORK,
            "the answer of " + host() + " broke off",
            "try again in a minute",
            Retry.SOON,
            fault);
  }

  /** The proxy's failure, if the attempt got no further; otherwise one of this kind and hint. */
  private Failure at(
      Stage stage, Kind kind, String message, @Nullable String hint, Retry retry, Exception cause) {
    return atProxy(stage)
        ? failure(Kind.PROXY, message, "check " + proxySource(), retry, cause)
        : failure(kind, message, hint, retry, cause);
  }

  private Failure lasting(Kind kind, String message, String hint) {
    return failure(kind, message, hint, Retry.NEVER, null);
  }

  private Failure failure(
      Kind kind, String message, @Nullable String hint, Retry retry, @Nullable Exception cause) {
    return new Failure(kind, message, hint, Details.NONE.retry(retry, null), cause).of(purpose);
  }

  static <T extends Throwable> Optional<T> find(Throwable fault, Class<T> type) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return Optional.of(type.cast(cause));
      }
    }
    return Optional.empty();
  }

  private boolean atProxy(Stage stage) {
    return proxy != null && (stage == Stage.CONNECTING || stage == Stage.ASKING_PROXY);
  }

  private String peer(Stage stage) {
    return atProxy(stage) ? proxyWords() : host();
  }

  private String host() {
    return Origin.of(target).authority();
  }

  private String proxyWords() {
    return proxy == null ? "the proxy" : "the proxy " + proxy;
  }

  private String proxySource() {
    return proxy == null ? "" : proxy.source();
  }
}

package dev.convo.http.apache;

import dev.convo.failure.Details;
import dev.convo.failure.Details.Retry;
import dev.convo.failure.Excerpt;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Origin;
import dev.convo.http.Spans;
import dev.convo.http.TlsExpected;
import dev.convo.http.Transport.Settings;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.jspecify.annotations.Nullable;

/** What goes wrong on a connection, in words for the user. */
final class Faults {
  private final Settings settings;
  private final String purpose;

  /**
   * The faults of one request.
   *
   * @param purpose what is asked for, in the words of an error message
   */
  Faults(Settings settings, String purpose) {
    this.settings = settings;
    this.purpose = purpose;
  }

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

  /** The time limit of the whole request ran out. */
  Failure timeout(Stage stage) {
    return failure(
        Kind.TIMEOUT,
        "no complete answer from " + peer(stage) + " within " + limit(),
        "--timeout " + Math.max(1, settings.timeout().toSeconds() * 2) + "s waits longer",
        Retry.NEVER,
        null);
  }

  /** The user stopped the run. */
  Failure interrupted(Exception cause) {
    return failure(Kind.INTERRUPTED, "stopped", null, Retry.NEVER, cause);
  }

  /** The body is larger than it may be. */
  Failure tooLarge() {
    return failure(
        Kind.BAD_ANSWER,
        "the answer is larger than " + Spans.size(settings.maxBody()),
        "--max-body allows more",
        Retry.NEVER,
        null);
  }

  /** The body is encoded in a way that was not asked for. */
  Failure encoded(String encoding) {
    return failure(
        Kind.BAD_ANSWER,
        "the answer is encoded as " + Excerpt.of(encoding) + ", which was not requested",
        "a proxy may be changing what the platform sends",
        Retry.NEVER,
        null);
  }

  /** The proxy answered instead of connecting to the platform. */
  Failure refusedByProxy(int status) {
    if (status == 407) {
      return passwordRefused();
    }
    boolean unable = status == 502 || status == 503 || status == 504;
    return failure(
        Kind.PROXY,
        proxy()
            + (unable ? " cannot connect to " : " refuses to connect to ")
            + host()
            + " (HTTP "
            + status
            + ")",
        "check " + settings.proxySource() + ", or name " + host() + " in NO_PROXY",
        unable ? Retry.SOON : Retry.NEVER,
        null);
  }

  private Failure passwordRefused() {
    boolean sent = settings.proxy() != null && settings.proxy().getRawUserInfo() != null;
    return failure(
        Kind.PROXY,
        proxy() + (sent ? " refuses the" : " requires a") + " password (HTTP 407)",
        sent
            ? "check user and password in " + settings.proxySource()
            : "write it as http://USER:PASSWORD@HOST:PORT in " + settings.proxySource(),
        Retry.NEVER,
        null);
  }

  /** Anything else, by what was thrown and when. */
  Failure of(Stage stage, IOException fault) {
    boolean atProxy = atProxy(stage);
    String peer = peer(stage);
    if (fault instanceof PublicDns.NotPublic address) {
      return failure(
          Kind.FORBIDDEN,
          peer + " has the address " + address.getMessage() + ", which is not public",
          null,
          Retry.NEVER,
          fault);
    }
    if (fault instanceof UnknownHostException) {
      return connection(atProxy, peer + " has no address", fault);
    }
    if (fault instanceof ConnectTimeoutException && !inHandshake(fault)) {
      return connection(atProxy, "no connection to " + peer + " within 5 s", fault);
    }
    if (fault instanceof NoRouteToHostException) {
      return connection(atProxy, "no route to " + peer, fault);
    }
    if (fault instanceof HttpHostConnectException || fault instanceof ConnectException) {
      return connection(atProxy, peer + " refuses connections", fault);
    }
    Optional<Distrust> distrust = find(fault, Distrust.class);
    if (distrust.isPresent()) {
      return failure(
          Kind.TLS,
          "the certificate of " + peer + " " + distrust.get().words(),
          distrust.get().hint(),
          Retry.NEVER,
          fault);
    }
    if (find(fault, SocketTimeoutException.class).isPresent()) {
      return stage == Stage.CONNECTING || stage == Stage.TUNNELLED
          ? connection(atProxy, peer + " did not agree on TLS within 5 s", fault)
          : timeout(stage);
    }
    if (fault instanceof SSLException secure && stage != Stage.READING) {
      Optional<TlsFault> tls = TlsFault.of(peer, secure);
      if (tls.isPresent()) {
        return failure(Kind.TLS, tls.get().message(), tls.get().hint(), Retry.NEVER, fault);
      }
    }
    if (stage == Stage.READING) {
      return reading(fault);
    }
    return talking(atProxy, peer, stage, fault);
  }

  /** Faults before the head of the answer arrived. */
  private Failure talking(boolean atProxy, String peer, Stage stage, IOException fault) {
    if (find(fault, MessageConstraintException.class).isPresent()) {
      return unreadable(atProxy, "the headers of " + peer + " are too many or too long", fault);
    }
    if (find(fault, WholeHead.TlsAnswer.class).isPresent()) {
      return atProxy
          ? connection(true, peer + " answers in TLS, not in HTTP", fault)
          : TlsExpected.failure(peer, Details.NONE).of(purpose);
    }
    boolean closed =
        fault instanceof NoHttpResponseException || fault instanceof ConnectionClosedException;
    if (!closed && (fault instanceof MalformedChunkCodingException || protocol(fault))) {
      return unreadable(atProxy, peer + " does not answer in HTTP", fault);
    }
    return failure(
        atProxy ? Kind.PROXY : Kind.NETWORK,
        peer + " closed the connection without an answer",
        atProxy ? "check " + settings.proxySource() : "try again in a minute",
        stage == Stage.SENT_ON_KEPT ? Retry.FRESH : Retry.SOON,
        fault);
  }

  /** Faults within the answer's body. */
  private Failure reading(IOException fault) {
    if (fault instanceof ZipException) {
      return failure(
          Kind.BAD_ANSWER,
          "the answer of " + host() + " is not valid compressed data",
          "a proxy may be changing what the platform sends",
          Retry.NEVER,
          fault);
    }
    return failure(
        Kind.NETWORK,
        "the answer of " + host() + " broke off",
        "try again in a minute",
        Retry.SOON,
        fault);
  }

  private Failure connection(boolean atProxy, String what, IOException fault) {
    return failure(
        atProxy ? Kind.PROXY : Kind.NETWORK,
        what,
        atProxy
            ? "check " + settings.proxySource()
            : "check base_url and the network; where a proxy is needed, set HTTPS_PROXY",
        Retry.SOON,
        fault);
  }

  private Failure unreadable(boolean atProxy, String what, IOException fault) {
    return failure(
        atProxy ? Kind.PROXY : Kind.BAD_ANSWER,
        what,
        atProxy
            ? "check " + settings.proxySource()
            : "is base_url the address of the API? it is " + settings.base(),
        Retry.NEVER,
        fault);
  }

  private Failure failure(
      Kind kind, String message, @Nullable String hint, Retry retry, @Nullable Exception cause) {
    return new Failure(kind, message, hint, Details.NONE.retry(retry, null), cause).of(purpose);
  }

  private static boolean protocol(IOException fault) {
    return find(fault, HttpException.class).isPresent();
  }

  static <T extends Throwable> Optional<T> find(Throwable fault, Class<T> type) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return Optional.of(type.cast(cause));
      }
    }
    return Optional.empty();
  }

  /** Only the JDK's message distinguishes a silent handshake from a silent network. */
  private static boolean inHandshake(IOException fault) {
    return find(fault, SocketTimeoutException.class)
        .filter(silence -> String.valueOf(silence.getMessage()).contains("Read timed out"))
        .isPresent();
  }

  private boolean atProxy(Stage stage) {
    return settings.proxy() != null && (stage == Stage.CONNECTING || stage == Stage.ASKING_PROXY);
  }

  private String peer(Stage stage) {
    return atProxy(stage) ? proxy() : host();
  }

  private String host() {
    return Origin.of(settings.base()).authority();
  }

  private String proxy() {
    URI proxy = settings.proxy();
    return proxy == null
        ? "the proxy"
        : "the proxy " + Origin.of(proxy).authority() + " (" + settings.proxySource() + ")";
  }

  private String limit() {
    long millis = settings.timeout().toMillis();
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
  }
}

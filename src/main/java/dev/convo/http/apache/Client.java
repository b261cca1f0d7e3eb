package dev.convo.http.apache;

import dev.convo.http.Transport.Settings;
import java.io.IOException;
import java.time.Duration;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * HttpClient with all of its automatic behaviour turned off. Measured on 5.6: its redirects carry
 * credentials in headers of any name to other hosts; its retries obey {@code Retry-After: 86400}.
 */
final class Client {
  private static final Timeout CONNECT = Timeout.ofSeconds(5);

  private static final Http1Config HTTP =
      Http1Config.custom().setMaxHeaderCount(200).setMaxLineLength(32 * 1024).build();

  private final Deadline deadline;
  private final @Nullable Tls tls;
  private final Background<Opened> opening;

  private record Opened(
      PoolingHttpClientConnectionManager connections, CloseableHttpClient client) {}

  /**
   * Opens a client on a thread of its own, because loading its classes takes a while.
   *
   * @param thread the thread's name
   * @param tls sets up TLS; null if no connection uses it
   * @param names looks up host names
   */
  Client(String thread, Settings settings, @Nullable Tls tls, DnsResolver names) {
    this.deadline = new Deadline(settings.limits().timeout());
    this.tls = tls;
    this.opening = new Background<>(thread, () -> open(settings, tls, names));
  }

  private static Opened open(Settings settings, @Nullable Tls tls, DnsResolver names)
      throws IOException {
    Timeout limit = Timeout.of(settings.limits().timeout());
    TlsSocketStrategy noTls =
        (socket, host, port, attachment, context) -> {
          throw new IllegalStateException("TLS on a connection without TLS");
        };
    PoolingHttpClientConnectionManager connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder()
                    .http1Config(HTTP)
                    // HttpClient's own parser skips lines until one looks like HTTP.
                    .responseParserFactory(WholeHead::new)
                    .build())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(CONNECT)
                    .setSocketTimeout(limit)
                    .build())
            .setTlsSocketStrategy(tls == null ? noTls : tls)
            .setDnsResolver(names)
            .setMaxConnTotal(settings.limits().concurrency())
            .setMaxConnPerRoute(settings.limits().concurrency())
            .build();
    CloseableHttpClient client =
        HttpClientBuilder.create()
            .setConnectionManager(connections)
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectionRequestTimeout(limit)
                    .setResponseTimeout(limit)
                    .setAuthenticationEnabled(false)
                    .setProtocolUpgradeEnabled(false)
                    .build())
            .setRoutePlanner((target, context) -> Route.in(context))
            .setUserAgent(settings.userAgent())
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            // By default it reads the public suffix list, for cookies: 10 ms.
            .setDefaultCookieSpecRegistry(name -> null)
            .setDefaultAuthSchemeRegistry(name -> null)
            .disableAuthCaching()
            .disableConnectionState()
            .disableContentCompression()
            .build();
    if (tls != null && !settings.authorities().isEmpty()) {
      // A wrong file is reported before anything is sent.
      tls.sockets();
    }
    return new Opened(connections, client);
  }

  /**
   * Starts the clock of an attempt.
   *
   * @param limit how long it may take, where that is less than the timeout
   * @param abort drops its connection
   */
  Deadline.Watch watch(Duration limit, Runnable abort) {
    return deadline.start(limit, abort);
  }

  /**
   * Sends a request, as soon as the client is open.
   *
   * @throws dev.convo.failure.Failure CONFIG if a file of authorities that the user named cannot be
   *     read or contains no certificate
   */
  ClassicHttpResponse send(HttpGet get, Route route) throws IOException, InterruptedException {
    return opening.get().client().executeOpen(route.target(), get, route.context());
  }

  /** Closes idle connections: if one went stale, so did the others. */
  void closeIdle() {
    opening.ifMade(it -> it.connections().closeIdle(TimeValue.ZERO_MILLISECONDS));
  }

  /** Notifies servers first, so that they see an orderly end; waits for none of them. */
  void close() {
    deadline.close();
    if (tls != null) {
      tls.close();
    }
    closeIdle();
    opening.ifMade(it -> it.connections().close(CloseMode.IMMEDIATE));
  }
}

package dev.convo.http.apache;

import dev.convo.http.Transport.Settings;
import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.protocol.HttpContext;
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

  private final PoolingHttpClientConnectionManager connections;
  private final CloseableHttpClient client;
  private final @Nullable Tls tls;

  /**
   * A client.
   *
   * @param tls sets up TLS; null if no connection uses it
   * @param names looks up host names
   * @throws dev.convo.failure.Failure CONFIG if a file of authorities that the user named cannot be
   *     read or contains no certificate
   */
  Client(Settings settings, @Nullable Tls tls, DnsResolver names) throws IOException {
    this.tls = tls;
    Timeout limit = Timeout.of(settings.timeout());
    this.connections =
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
            .setTlsSocketStrategy(tls == null ? Client::noTls : tls)
            .setDnsResolver(names)
            .setMaxConnTotal(settings.connections())
            .setMaxConnPerRoute(settings.connections())
            .build();
    this.client =
        HttpClientBuilder.create()
            .setConnectionManager(connections)
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectionRequestTimeout(limit)
                    .setResponseTimeout(limit)
                    .setAuthenticationEnabled(false)
                    .setProtocolUpgradeEnabled(false)
                    .build())
            .setRoutePlanner(Route.planner())
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
            .addExecInterceptorLast(
                "sent",
                (request, scope, chain) -> {
                  Route.sent(scope.clientContext);
                  return chain.proceed(request, scope);
                })
            .build();
    if (tls != null && !settings.authorities().isEmpty()) {
      // A wrong file is reported before anything is sent.
      tls.sockets();
    }
  }

  private static SSLSocket noTls(
      Socket socket, String host, int port, Object attachment, HttpContext context) {
    throw new IllegalStateException("TLS on a connection without TLS");
  }

  ClassicHttpResponse send(HttpGet get, Route route, HttpClientContext context) throws IOException {
    return client.executeOpen(route.target(), get, context);
  }

  /** Closes idle connections: if one went stale, so did the others. */
  void closeIdle() {
    connections.closeIdle(TimeValue.ZERO_MILLISECONDS);
  }

  /** Notifies servers that the connections end, and closes them. */
  void close() {
    if (tls != null) {
      tls.close();
    }
    closeIdle();
    connections.close(CloseMode.IMMEDIATE);
  }
}

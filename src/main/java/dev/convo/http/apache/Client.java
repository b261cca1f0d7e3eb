package dev.convo.http.apache;

import dev.convo.http.Transport.Settings;
import dev.convo.http.apache.Faults.Stage;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.auth.BasicScheme;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultProxyRoutePlanner;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpHost;
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

  /** Set in a context once the request itself was sent, and not just a CONNECT to a proxy. */
  private static final String SENT = "convo.sent";

  private final HttpHost target;
  private final @Nullable HttpHost proxy;
  private final @Nullable UsernamePasswordCredentials proxyUser;
  private final PoolingHttpClientConnectionManager connections;
  private final CloseableHttpClient client;
  private final @Nullable Tls tls;

  /**
   * A client.
   *
   * @throws dev.convo.failure.Failure CONFIG if a file of authorities that the user named cannot be
   *     read or contains no certificate
   */
  Client(Settings settings) throws IOException {
    this.tls = usesTls(settings) ? new Tls(settings.authorities()) : null;
    this.target = host(settings.base());
    this.proxy = settings.proxy() == null ? null : host(settings.proxy());
    this.proxyUser = settings.proxy() == null ? null : user(settings.proxy());
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
            .setDnsResolver(new InterruptibleDns())
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
            .setRoutePlanner(
                proxy == null ? new DefaultRoutePlanner(null) : new DefaultProxyRoutePlanner(proxy))
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
                  scope.clientContext.setAttribute(SENT, true);
                  return chain.proceed(request, scope);
                })
            .build();
    if (tls != null && !settings.authorities().isEmpty()) {
      // A wrong file is reported before anything is sent.
      tls.sockets();
    }
  }

  private static boolean usesTls(Settings settings) {
    URI proxy = settings.proxy();
    return "https".equals(settings.base().getScheme())
        || proxy != null && "https".equals(proxy.getScheme());
  }

  private static SSLSocket noTls(
      Socket socket, String host, int port, Object attachment, HttpContext context) {
    throw new IllegalStateException("TLS on a connection without TLS");
  }

  /** A context for one attempt; a proxy's password is sent without waiting for a challenge. */
  HttpClientContext context() {
    HttpClientContext context = HttpClientContext.create();
    if (proxy != null && proxyUser != null) {
      BasicScheme basic = new BasicScheme();
      basic.initPreemptive(proxyUser);
      context.getAuthExchange(proxy).select(basic);
    }
    return context;
  }

  ClassicHttpResponse send(HttpGet get, HttpClientContext context) throws IOException {
    return client.executeOpen(target, get, context);
  }

  /**
   * How far the attempt got. HttpClient returns a proxy's answer to CONNECT as if it were the
   * platform's; it is the proxy's if the request itself was not sent.
   */
  Stage stage(HttpClientContext context) {
    EndpointDetails endpoint = context.getEndpointDetails();
    long answers = endpoint == null ? 0 : endpoint.getResponseCount();
    if (context.getAttribute(SENT) == null) {
      if (endpoint == null) {
        return Stage.CONNECTING;
      }
      return answers == 0 ? Stage.ASKING_PROXY : Stage.TUNNELLED;
    }
    boolean tunnel = proxy != null && "https".equals(target.getSchemeName());
    return answers > (tunnel ? 1 : 0) ? Stage.SENT_ON_KEPT : Stage.SENT;
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

  private static HttpHost host(URI uri) {
    String host = uri.getHost();
    boolean bracketed = host.startsWith("[");
    return new HttpHost(
        uri.getScheme(), bracketed ? host.substring(1, host.length() - 1) : host, uri.getPort());
  }

  private static @Nullable UsernamePasswordCredentials user(URI proxy) {
    String raw = proxy.getRawUserInfo();
    if (raw == null) {
      return null;
    }
    int colon = raw.indexOf(':');
    String name = colon < 0 ? raw : raw.substring(0, colon);
    String password = colon < 0 ? "" : raw.substring(colon + 1);
    return new UsernamePasswordCredentials(decoded(name), decoded(password).toCharArray());
  }

  /** A plus is a plus in user info. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}

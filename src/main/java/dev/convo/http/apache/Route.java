package dev.convo.http.apache;

import dev.convo.http.apache.Faults.Stage;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicScheme;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.routing.HttpRoutePlanner;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * The route to a server, direct or through a proxy, and how far an attempt got on it.
 *
 * @param target the server
 * @param user the proxy's user and password
 */
record Route(
    HttpHost target, @Nullable HttpHost proxy, @Nullable UsernamePasswordCredentials user) {
  /** Set in a context once the request itself was sent, and not just a CONNECT to a proxy. */
  private static final String SENT = "convo.sent";

  /** The proxy of an attempt, in its context. */
  private static final String PROXY = "convo.proxy";

  /** The route to a base, through a proxy if there is one. */
  static Route to(URI base, @Nullable URI proxy) {
    return new Route(
        host(base), proxy == null ? null : host(proxy), proxy == null ? null : user(proxy));
  }

  /** Makes the client take the route in an attempt's context. */
  static HttpRoutePlanner planner() {
    return new DefaultRoutePlanner(null) {
      @Override
      protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext context) {
        return (HttpHost) context.getAttribute(PROXY);
      }
    };
  }

  /** A context for one attempt; a proxy's password is sent without waiting for a challenge. */
  HttpClientContext context() {
    HttpClientContext context = HttpClientContext.create();
    context.setAttribute(PROXY, proxy);
    if (proxy != null && user != null) {
      BasicScheme basic = new BasicScheme();
      basic.initPreemptive(user);
      context.getAuthExchange(proxy).select(basic);
    }
    return context;
  }

  /** Marks that the request itself is being sent. */
  static void sent(HttpClientContext context) {
    context.setAttribute(SENT, true);
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

package dev.convo.http.apache;

import dev.convo.http.Origin;
import dev.convo.http.Proxies;
import dev.convo.http.apache.Faults.Stage;
import java.net.URI;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicScheme;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** The route of one attempt to a server, direct or through a proxy, and how far it got on it. */
final class Route {
  /** The route of an attempt, in its context. */
  private static final String ROUTE = "convo.route";

  private final HttpRoute route;
  private final HttpClientContext context = HttpClientContext.create();

  /**
   * @param proxy null for none; its password is sent without waiting for a challenge
   */
  Route(URI base, Proxies.@Nullable Chosen proxy) {
    HttpHost target = host(base);
    boolean secure = "https".equals(target.getSchemeName());
    route =
        proxy == null
            ? new HttpRoute(target, null, secure)
            : new HttpRoute(target, null, host(proxy.uri()), secure);
    context.setAttribute(ROUTE, route);
    if (proxy != null && proxy.uri().getUserInfo() != null) {
      String[] user = proxy.uri().getUserInfo().split(":", 2);
      String password = user.length < 2 ? "" : user[1];
      BasicScheme basic = new BasicScheme();
      basic.initPreemptive(new UsernamePasswordCredentials(user[0], password.toCharArray()));
      context.getAuthExchange(route.getProxyHost()).select(basic);
    }
  }

  /** The route in an attempt's context. */
  static HttpRoute in(HttpContext context) {
    return (HttpRoute) context.getAttribute(ROUTE);
  }

  HttpHost target() {
    return route.getTargetHost();
  }

  HttpClientContext context() {
    return context;
  }

  /**
   * How far the attempt got. HttpClient returns a proxy's answer to CONNECT as if it were the
   * platform's; it is the proxy's if the request itself was not sent.
   */
  Stage stage() {
    EndpointDetails endpoint = context.getEndpointDetails();
    long answers = endpoint == null ? 0 : endpoint.getResponseCount();
    if (context.getRequest() != null) {
      return answers > (route.isTunnelled() ? 1 : 0) ? Stage.SENT_ON_KEPT : Stage.SENT;
    }
    if (endpoint == null) {
      return Stage.CONNECTING;
    }
    return answers == 0 ? Stage.ASKING_PROXY : Stage.TUNNELLED;
  }

  private static HttpHost host(URI uri) {
    Origin origin = Origin.of(uri);
    String host = origin.host();
    boolean bracketed = host.startsWith("[");
    return new HttpHost(
        origin.scheme(), bracketed ? host.substring(1, host.length() - 1) : host, origin.port());
  }
}

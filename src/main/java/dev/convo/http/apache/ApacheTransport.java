package dev.convo.http.apache;

import dev.convo.http.Limits;
import dev.convo.http.Proxies;
import dev.convo.http.Reply;
import dev.convo.http.Request;
import dev.convo.http.Transport;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.jspecify.annotations.Nullable;

/** Requests over real connections: HTTP/1.1, one attempt each, against the clock. */
public final class ApacheTransport implements Transport {
  private final Settings settings;
  private final Proxies.@Nullable Chosen proxy;
  private final Client client;

  /**
   * Opens a transport. Authorities are read and classes loaded on threads of their own while the
   * caller reads its secrets; for {@code http} no authorities are read at all.
   *
   * @throws dev.convo.failure.Failure CONFIG if the proxy cannot be used
   */
  public ApacheTransport(Settings settings) {
    this.settings = settings;
    this.proxy = settings.proxies().apply(settings.base()).orElse(null);
    boolean secure =
        "https".equals(settings.base().getScheme())
            || proxy != null && "https".equals(proxy.uri().getScheme());
    Tls tls = secure ? new Tls(settings.authorities()) : null;
    this.client = new Client("convo-http", settings, tls, new InterruptibleDns(false));
  }

  @Override
  public Reply send(Request request, List<Signature> credentials) {
    Limits limits = settings.limits();
    return new Attempt(
            get(request, credentials),
            new Route(settings.base(), proxy),
            new Faults(settings.base(), proxy, limits, request.purpose()),
            limits.maxBody(),
            said -> Signature.masked(credentials, said))
        .send(client, request.limit());
  }

  @Override
  public void close() {
    client.close();
  }

  private HttpGet get(Request request, List<Signature> credentials) {
    HttpGet get = new HttpGet(request.uri(settings.base()));
    get.setHeader("Accept", "application/json");
    get.setHeader("Accept-Encoding", "gzip");
    request.headers().forEach((name, value) -> get.setHeader(name, printable(value)));
    credentials.forEach(header -> get.setHeader(header.name(), printable(header.value())));
    return get;
  }

  /** HttpClient silently mangles other values. */
  private static String printable(String value) {
    if (!value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw new IllegalArgumentException("a header's value is not printable ASCII");
    }
    return value;
  }
}

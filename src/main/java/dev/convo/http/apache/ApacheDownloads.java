package dev.convo.http.apache;

import dev.convo.http.Downloads;
import dev.convo.http.Origin;
import dev.convo.http.Proxies;
import dev.convo.http.Reply;
import dev.convo.http.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.jspecify.annotations.Nullable;

/** Files over real connections: HTTP/1.1, one attempt each, against the clock. */
public final class ApacheDownloads implements Downloads {
  private final Transport.Settings settings;

  /** By whether all addresses must be public; the two share no connections. */
  private final Map<Boolean, Client> clients = new HashMap<>();

  private @Nullable Tls tls;

  public ApacheDownloads(Transport.Settings settings) {
    this.settings = settings;
  }

  @Override
  public Reply get(String purpose, URI file, Map<String, String> headers, Duration limit) {
    Proxies.Chosen proxy = settings.proxies().apply(file).orElse(null);
    // The user configured the platform, and proxies, which look other names up themselves.
    boolean publicOnly = proxy == null && !Origin.of(file).equals(Origin.of(settings.base()));
    HttpGet get = new HttpGet(file);
    get.setHeader("Accept", "*/*");
    // Ranges are only possible for content that is not compressed in transit.
    get.setHeader("Accept-Encoding", "identity");
    headers.forEach(get::setHeader);
    // The caller limits its size.
    Faults faults = new Faults(file, proxy, settings.limits(), purpose);
    return new Attempt(
            get, new Route(file, proxy), faults, Long.MAX_VALUE, UnaryOperator.identity())
        .send(client(publicOnly), limit);
  }

  private synchronized Client client(boolean publicOnly) {
    // Both clients trust the same authorities, which are read once.
    Tls shared = tls == null ? new Tls(settings.authorities()) : tls;
    tls = shared;
    return clients.computeIfAbsent(
        publicOnly, it -> new Client("convo-files", settings, shared, new InterruptibleDns(it)));
  }

  @Override
  public synchronized void close() {
    clients.values().forEach(Client::close);
  }
}

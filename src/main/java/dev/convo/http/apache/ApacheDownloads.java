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
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.jspecify.annotations.Nullable;

/** Files over real connections: HTTP/1.1, one attempt each, against the clock. */
public final class ApacheDownloads implements Downloads {
  private final Settings settings;

  /** For what the user configured: the platform, and proxies, which look names up themselves. */
  private final DnsResolver anyAddress = new InterruptibleDns();

  /** For everything else. */
  private final DnsResolver publicOnly = new PublicDns(anyAddress);

  /** By what they look names up with, so that they share no connections. */
  private final Map<DnsResolver, Client> clients = new HashMap<>();

  private @Nullable Tls tls;

  /** Opens downloads. */
  public ApacheDownloads(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Reply get(String purpose, URI file, Map<String, String> headers, Duration limit) {
    Optional<Proxies.Chosen> proxy = settings.proxies().forBase(file);
    boolean configured = proxy.isPresent() || Origin.of(file).equals(settings.own());
    HttpGet get = new HttpGet(file);
    get.setHeader("Accept", "*/*");
    // Ranges are only possible for content that is not compressed in transit.
    get.setHeader("Accept-Encoding", "identity");
    headers.forEach(get::setHeader);
    return new Attempt(get, asked(file, proxy), purpose, UnaryOperator.identity())
        .send(client(configured ? anyAddress : publicOnly), limit);
  }

  /** The settings of a transport for this file. Its size is limited by the caller. */
  private Transport.Settings asked(URI file, Optional<Proxies.Chosen> proxy) {
    return new Transport.Settings(
        file,
        settings.timeout(),
        Long.MAX_VALUE,
        settings.connections(),
        proxy.map(Proxies.Chosen::uri).orElse(null),
        proxy.map(Proxies.Chosen::source).orElse(null),
        settings.authorities(),
        settings.userAgent());
  }

  private synchronized Client client(DnsResolver names) {
    // Both clients trust the same authorities, which are read once.
    Tls shared = tls == null ? new Tls(settings.authorities()) : tls;
    tls = shared;
    Transport.Settings any = asked(URI.create(settings.own().toString()), Optional.empty());
    return clients.computeIfAbsent(names, it -> new Client("convo-files", any, shared, it));
  }

  @Override
  public synchronized void close() {
    clients.values().forEach(Client::close);
  }
}

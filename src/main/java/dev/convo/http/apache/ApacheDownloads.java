package dev.convo.http.apache;

import dev.convo.failure.Failure;
import dev.convo.http.Deadline;
import dev.convo.http.Downloads;
import dev.convo.http.Origin;
import dev.convo.http.Proxies;
import dev.convo.http.Reply;
import dev.convo.http.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.jspecify.annotations.Nullable;

/** Files over real connections: HTTP/1.1, one attempt each, against the clock. */
public final class ApacheDownloads implements Downloads {
  private final Settings settings;
  private final Deadline deadline;
  private final Map<Reach, Background<Client>> clients = new EnumMap<>(Reach.class);
  private @Nullable Tls tls;

  /** Where a client may connect to. Clients share no connections. */
  private enum Reach {
    /** Hosts with public addresses only. */
    PUBLIC,
    /**
     * Those that the user configured: the platform, and proxies, which look names up themselves.
     */
    CONFIGURED
  }

  /** Opens downloads. */
  public ApacheDownloads(Settings settings) {
    this.settings = settings;
    this.deadline = new Deadline(settings.timeout());
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
    Transport.Settings asked = asked(file, proxy);
    return new Attempt(
            get,
            Route.to(file, asked.proxy()),
            new Faults(asked, purpose),
            asked.maxBody(),
            UnaryOperator.identity())
        .send(client(configured ? Reach.CONFIGURED : Reach.PUBLIC), deadline, limit);
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

  private synchronized Background<Client> client(Reach reach) {
    return clients.computeIfAbsent(
        reach,
        one -> {
          DnsResolver names = new InterruptibleDns();
          DnsResolver allowed = one == Reach.PUBLIC ? new PublicDns(names) : names;
          Transport.Settings any = asked(URI.create(settings.own().toString()), Optional.empty());
          Tls secured = tls();
          return new Background<>("convo-files", () -> new Client(any, secured, allowed));
        });
  }

  /** Both clients trust the same authorities, which are read once. */
  private Tls tls() {
    Tls known = tls == null ? new Tls(settings.authorities()) : tls;
    tls = known;
    return known;
  }

  @Override
  public synchronized void close() {
    deadline.close();
    for (Background<Client> client : clients.values()) {
      if (client.isDone()) {
        try {
          client.get().close();
        } catch (InterruptedException | Failure | IllegalStateException e) {
          // There is no client, so there are no connections.
        }
      }
    }
  }
}

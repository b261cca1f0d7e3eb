package dev.convo.http.apache;

import dev.convo.failure.Failure;
import dev.convo.http.Deadline;
import dev.convo.http.Reply;
import dev.convo.http.Request;
import dev.convo.http.Transport;
import java.net.URI;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpGet;

/** Requests over real connections: HTTP/1.1, one attempt each, against the clock. */
public final class ApacheTransport implements Transport {
  private final Settings settings;
  private final Deadline deadline;
  private final Background<Client> client;

  /**
   * Opens a transport. Authorities are read and classes loaded on a thread of their own while the
   * caller reads its secrets; for {@code http} no authorities are read at all.
   */
  public ApacheTransport(Settings settings) {
    this.settings = settings;
    this.deadline = new Deadline(settings.timeout());
    this.client =
        new Background<>(
            "convo-http",
            () ->
                new Client(
                    settings,
                    usesTls(settings) ? new Tls(settings.authorities()) : null,
                    new InterruptibleDns()));
  }

  private static boolean usesTls(Settings settings) {
    URI proxy = settings.proxy();
    return "https".equals(settings.base().getScheme())
        || proxy != null && "https".equals(proxy.getScheme());
  }

  @Override
  public Reply send(Request request, List<Signature> credentials) {
    return new Attempt(
            get(request, credentials),
            Route.to(settings.base(), settings.proxy()),
            new Faults(settings, request.purpose()),
            settings.maxBody(),
            said -> Signature.masked(credentials, said))
        .send(client, deadline, request.limit());
  }

  /** Notifies servers first, so that they see an orderly end; waits for none of them. */
  @Override
  public void close() {
    deadline.close();
    if (client.isDone()) {
      try {
        client.get().close();
      } catch (InterruptedException | Failure | IllegalStateException e) {
        // There is no client, so there are no connections.
      }
    }
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

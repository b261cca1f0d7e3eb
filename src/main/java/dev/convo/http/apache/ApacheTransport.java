package dev.convo.http.apache;

import dev.convo.failure.Details.Retry;
import dev.convo.failure.Failure;
import dev.convo.http.Deadline;
import dev.convo.http.Headers;
import dev.convo.http.Reply;
import dev.convo.http.Request;
import dev.convo.http.Transport;
import dev.convo.http.apache.Faults.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;

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
    this.client = new Background<>("convo-http", () -> new Client(settings));
  }

  @Override
  public Reply send(Request request, List<Signature> credentials) {
    HttpGet get = get(request, credentials);
    Deadline.Watch watch = deadline.start(request.limit(), get::abort);
    try {
      return answer(new Faults(settings, request.purpose()), get, watch, credentials);
    } catch (RuntimeException | Error e) {
      get.abort();
      watch.close();
      throw e;
    }
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

  private Reply answer(
      Faults faults, HttpGet get, Deadline.Watch watch, List<Signature> credentials) {
    Client ready = ready(faults, watch);
    HttpClientContext context = ready.context();
    ClassicHttpResponse response;
    try {
      response = ready.send(get, context);
    } catch (IOException | IllegalStateException e) {
      throw fault(faults, watch, ready, ready.stage(context), e);
    }
    if (!ready.stage(context).sent()) {
      throw faults.refusedByProxy(response.getCode());
    }
    Runnable close =
        () -> {
          watch.close();
          get.abort();
        };
    InputStream body = body(faults, watch, response, credentials);
    return new Reply(response.getCode(), headers(response), body, close);
  }

  private Client ready(Faults faults, Deadline.Watch watch) {
    try {
      return client.get();
    } catch (InterruptedException e) {
      throw watch.expired() ? faults.timeout(Stage.CONNECTING) : faults.interrupted(e);
    }
  }

  /** After an abort anything may be thrown, so the deadline is checked first. */
  private Failure fault(
      Faults faults, Deadline.Watch watch, Client ready, Stage stage, Exception thrown) {
    if (watch.expired()) {
      return faults.timeout(stage);
    }
    if (Thread.currentThread().isInterrupted()) {
      return faults.interrupted(thrown);
    }
    if (!(thrown instanceof IOException fault)) {
      throw new IllegalStateException("the connection was used wrongly", thrown);
    }
    Failure failure = faults.of(stage, fault);
    if (failure.details().retry() == Retry.FRESH) {
      ready.closeIdle();
    }
    return failure;
  }

  private InputStream body(
      Faults faults,
      Deadline.Watch watch,
      ClassicHttpResponse response,
      List<Signature> credentials) {
    try {
      HttpEntity entity = response.getEntity();
      InputStream raw = entity == null ? null : entity.getContent();
      if (raw == null) {
        return InputStream.nullInputStream();
      }
      String encoding = entity.getContentEncoding() == null ? "" : entity.getContentEncoding();
      return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
        case "", "identity" -> new Body(raw, false, settings.maxBody(), watch, faults);
        case "gzip", "x-gzip" -> new Body(raw, true, settings.maxBody(), watch, faults);
        default ->
            // Masked before it is cut: half of an echoed secret would not be recognized.
            unreadable(faults.encoded(Signature.masked(credentials, encoding)));
      };
    } catch (IOException e) {
      throw faults.of(Stage.READING, e);
    }
  }

  /** A body that cannot be read; for a refusal the status is enough. */
  private static InputStream unreadable(Failure failure) {
    return new InputStream() {
      @Override
      public int read() {
        throw failure;
      }

      @Override
      public int read(byte[] target, int offset, int length) {
        throw failure;
      }
    };
  }

  private static Headers headers(ClassicHttpResponse response) {
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    for (Header header : response.getHeaders()) {
      headers.add(Map.entry(header.getName(), header.getValue() == null ? "" : header.getValue()));
    }
    return new Headers(headers);
  }
}

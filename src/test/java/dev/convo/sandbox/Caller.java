package dev.convo.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** Asks one service of a running sandbox, as any HTTP client would. */
public final class Caller implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final Sandbox sandbox;
  private final String base;
  private final String[] headers;

  private Caller(Sandbox sandbox, String base, String... headers) {
    this.sandbox = sandbox;
    this.base = base;
    this.headers = headers;
  }

  /**
   * A sandbox with this service only.
   *
   * @param headers names and values in turn, sent with every request
   */
  public static Caller of(Service service, String... headers) {
    Sandbox sandbox = Sandbox.start(0, List.of(service), false);
    return new Caller(sandbox, sandbox.base(service.name()).toString(), headers);
  }

  /** The same sandbox asked with other headers, or none. */
  public Caller with(String... others) {
    return new Caller(sandbox, base, others);
  }

  /** The whole response. */
  public HttpResponse<String> send(String method, String path)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** The whole response to a GET. */
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send("GET", path);
  }

  /** Status and body of the response to a GET: {@code 404 {"error":"…"}}. */
  public String said(String path) throws IOException, InterruptedException {
    HttpResponse<String> response = get(path);
    return response.statusCode() + " " + response.body();
  }

  @Override
  public void close() {
    sandbox.close();
  }
}

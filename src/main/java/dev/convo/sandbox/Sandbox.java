package dev.convo.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A running server on 127.0.0.1, each service below a path of its own: {@code
 * http://127.0.0.1:8787/chatwoot}. Its threads are daemons.
 */
public final class Sandbox implements AutoCloseable {
  private static final int MAX_PORT = 65_535;

  private final HttpServer server;
  private final ExecutorService workers;
  private final List<Service> services;

  private Sandbox(HttpServer server, ExecutorService workers, List<Service> services) {
    this.server = server;
    this.workers = workers;
    this.services = services;
  }

  /**
   * Starts serving.
   *
   * @param port 0 takes any free one
   * @param ownFiles whether answers name the samples' files at this server's own address, where any
   *     program finds them
   * @throws Failure USAGE if there is no such port; NETWORK if it is taken or not allowed
   */
  public static Sandbox start(int port, List<Service> services, boolean ownFiles) {
    if (port < 0 || port > MAX_PORT) {
      throw Failure.usage(
          "there is no port " + port, "choose one from 1 to 65535; --port 0 takes any free one");
    }
    HttpServer server = listening(port);
    ExecutorService workers = Executors.newCachedThreadPool(Sandbox::daemon);
    server.setExecutor(workers);
    Sandbox sandbox = new Sandbox(server, workers, List.copyOf(services));
    for (Service service : services) {
      server.createContext("/" + service.name(), exchange -> serve(service, exchange, ownFiles));
    }
    server.createContext(SampleFiles.PATH, SampleFiles::serve);
    // The server's own thread inherits daemon status from its starter.
    Thread starter = daemon(server::start);
    starter.start();
    join(starter);
    return sandbox;
  }

  private static HttpServer listening(int port) {
    try {
      InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
      return HttpServer.create(new InetSocketAddress(loopback, port), 0);
    } catch (IOException e) {
      throw new Failure(
          Kind.NETWORK,
          "the sandbox cannot listen on port " + port + ": it is in use or not allowed",
          "--port 0 takes any free one");
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "sandbox");
    thread.setDaemon(true);
    return thread;
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void serve(Service service, HttpExchange exchange, boolean ownFiles)
      throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getRawPath().substring(service.name().length() + 1);
      String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
      // The server's context "/crm" also matches "/crmx".
      boolean below = path.isEmpty() || path.startsWith("/");
      Call call = Call.of(exchange.getRequestMethod(), path, query, exchange.getRequestHeaders());
      Answer answer = below ? service.answer(call) : Answer.text(404, "no such platform here\n");
      send(ownFiles ? SampleFiles.here(answer, call.header("host").orElse("")) : answer, exchange);
    }
  }

  private static void send(Answer answer, HttpExchange exchange) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    // The server sends head and body apart and without TCP_NODELAY: on a kept connection each
    // answer waits 40 ms for the other side's acknowledgement. A new connection costs 1 ms.
    exchange.getResponseHeaders().set("Connection", "close");
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    if (exchange.getRequestMethod().equals("HEAD") || body.length == 0) {
      exchange.sendResponseHeaders(answer.status(), -1);
      return;
    }
    exchange.sendResponseHeaders(answer.status(), body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  public int port() {
    return address().getPort();
  }

  InetSocketAddress address() {
    return server.getAddress();
  }

  /** The {@code base_url} of one service. */
  public URI base(String provider) {
    return URI.create("http://127.0.0.1:" + port() + "/" + provider);
  }

  /**
   * Where it has a file that a sample names, instead of the named host.
   *
   * @param named the address in the sample
   */
  public URI file(URI named) {
    return SampleFiles.at(URI.create("http://127.0.0.1:" + port()), named);
  }

  public List<Service> services() {
    return services;
  }

  /**
   * Lines of a profile file that point here, one section for each service.
   *
   * @param profile the profile's name
   */
  public String profileLines(String profile) {
    StringBuilder out = new StringBuilder();
    for (Service service : services) {
      out.append(out.isEmpty() ? "" : "\n");
      out.append("[%s.%s]\n".formatted(profile, service.name()));
      out.append("base_url = \"%s\"\n".formatted(base(service.name())));
      service.credentials().forEach((key, value) -> out.append(line(key, value)));
    }
    return out.toString();
  }

  private static String line(String key, String value) {
    boolean number = value.matches("[1-9][0-9]{0,17}");
    return key + " = " + (number ? value : '"' + value + '"') + "\n";
  }

  /** Stops serving; requests under way break off. */
  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}

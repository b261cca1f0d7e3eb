import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/**
 * A platform that thinks for 5 ms before each answer, which nginx cannot: {@code java
 * -Dsun.net.httpserver.nodelay=true Slow.java BODIES PORT}. Serves the files that Bodies.java wrote
 * and writes its port into the file PORT.
 */
public final class Slow {
  private static final long THINKING_MS = 5;

  public static void main(String[] arguments) throws IOException {
    Path bodies = Path.of(arguments[0]);
    InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(free, 128);
    server.createContext("/", exchange -> answer(exchange, bodies));
    server.setExecutor(Executors.newFixedThreadPool(16));
    server.start();
    Path port = Path.of(arguments[1]);
    Path written =
        Files.writeString(port.resolveSibling("port.new"), server.getAddress().getPort() + "\n");
    Files.move(written, port);
  }

  private static void answer(HttpExchange exchange, Path bodies) throws IOException {
    try (exchange) {
      Thread.sleep(THINKING_MS);
      byte[] body =
          Files.readAllBytes(bodies.resolve(exchange.getRequestURI().getPath().substring(1) + ".json"));
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

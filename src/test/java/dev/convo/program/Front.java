package dev.convo.program;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsExchange;
import dev.convo.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** A server in front of the sandbox, which has the files of messages itself. */
final class Front {
  private Front() {}

  /**
   * Answers as the sandbox does. Below {@code /own} messages name files of this server.
   *
   * @param files answers requests for them
   */
  static void serve(HttpServer server, Sandbox sandbox, HttpHandler files) {
    server.createContext("/", exchange -> forward(exchange, sandbox));
    server.createContext("/files/", files);
  }

  private static void forward(HttpExchange exchange, Sandbox sandbox) throws IOException {
    try (exchange) {
      String asked = exchange.getRequestURI().toString();
      URI behind = URI.create("http://127.0.0.1:" + sandbox.port()).resolve(asked);
      boolean own = asked.startsWith("/own/");
      HttpRequest request =
          HttpRequest.newBuilder(own ? behind.resolve(asked.substring(4)) : behind)
              .header("api_access_token", exchange.getRequestHeaders().getFirst("api_access_token"))
              .build();
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      String here =
          (exchange instanceof HttpsExchange ? "https" : "http")
              + "://"
              + exchange.getRequestHeaders().getFirst("Host");
      String body =
          own
              ? answer.body().replace("https://files.example.com/", here + "/files/")
              : answer.body();
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      send(exchange, answer.statusCode(), body.getBytes(StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends a whole answer. */
  static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}

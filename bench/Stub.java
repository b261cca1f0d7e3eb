import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The platforms as the benchmark needs them: {@code java -Dsun.net.httpserver.nodelay=true
 * Stub.java KEYSTORE PORTS}. Serves Chatwoot, ASAPP and workspace over HTTP and HTTPS, any id, any
 * credentials; below {@code /slow} each answer waits 5 ms. Writes both ports into the file PORTS.
 */
public final class Stub {
  private static final int BIG_MESSAGES = 400_000;

  private static byte[] big = new byte[0];

  public static void main(String[] arguments) throws Exception {
    big = big();
    InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer http = HttpServer.create(free, 128);
    HttpsServer https = HttpsServer.create(free, 128);
    https.setHttpsConfigurator(new HttpsConfigurator(tls(Path.of(arguments[0]))));
    for (HttpServer server : new HttpServer[] {http, https}) {
      server.createContext("/", Stub::answer);
      server.setExecutor(Executors.newFixedThreadPool(16));
      server.start();
    }
    Path ports = Path.of(arguments[1]);
    Path written = Files.writeString(
        ports.resolveSibling("ports.new"),
        http.getAddress().getPort() + " " + https.getAddress().getPort() + "\n");
    Files.move(written, ports);
  }

  private static SSLContext tls(Path keystore) throws GeneralSecurityException, IOException {
    char[] password = "benchmark".toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keystore)) {
      store.load(in, password);
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (path.startsWith("/slow/")) {
        Thread.sleep(5);
      }
      String id = path.replaceFirst("/messages$", "").replaceFirst(".*/", "");
      byte[] body =
          path.contains("/v1/api/") ? big
              : path.endsWith("/messages") ? bytes(asappMessages())
              : path.contains("/accounts/") ? bytes(chatwoot(id)) : bytes(asapp(id));
      exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
      exchange.sendResponseHeaders(200, body.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String chatwoot(String id) {
    return """
        {"meta":{"sender":{"id":7,"name":"Ines Duarte","email":"ines@example.com","phone_number":null,\
        "identifier":null,"thumbnail":"","additional_attributes":{"city":"Porto"},"custom_attributes":{"plan":"team"},\
        "last_activity_at":1773563000,"created_at":1770000000},"channel":"Channel::WebWidget",\
        "assignee":{"id":14,"account_id":1,"availability_status":"online","name":"Tom","role":"agent"},"hmac_verified":false},\
        "id":%s,"messages":[],"account_id":1,"uuid":"0e8d9f0c-5f2c-4b41-8a60-7c6b6f6b9a11","additional_attributes":{},\
        "agent_last_seen_at":1773563000,"assignee_last_seen_at":0,"can_reply":true,"contact_last_seen_at":1773563000,\
        "custom_attributes":{"order":"A-1009"},"inbox_id":1,"labels":["billing","vip"],"muted":false,"snoozed_until":null,\
        "status":"open","created_at":1773561600,"updated_at":1773563001.25,"timestamp":1773563000,"first_reply_created_at":0,\
        "unread_count":2,"last_activity_at":1773563000,"priority":"high","waiting_since":0,"sla_policy_id":null}"""
        .formatted(id);
  }

  private static String asapp(String id) {
    return """
        {"id":"%s","externalId":"ext-1","agent":{"externalId":"a-1","name":"Tom"},\
        "customer":{"externalId":"c-1","name":"Ines Duarte"},"metadata":{"queue":"billing","language":"en"}}"""
        .formatted(id);
  }

  private static String asappMessages() {
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      items.append(i == 0 ? "" : ",").append(
          """
          {"text":"Message %d: the invoice shows a period that we were not customers in.","sender":{"role":"%s",\
          "externalId":"%s"},"messageId":"m-%d","createdTimestamp":"2026-03-15T08:%02d:00.000Z",\
          "clientTimestamp":"2026-03-15T08:%02d:00.000Z"}"""
              .formatted(i, i % 2 == 0 ? "customer" : "agent", i % 2 == 0 ? "c-1" : "a-1", i, i, i));
    }
    return "{\"items\":[" + items + "]}";
  }

  /** About 100 MB. */
  private static byte[] big() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(120_000_000);
    out.write(bytes("""
        {"_id":"big","userId":"u1","pathwayId":"pw1","agentId":"ag1",\
        "customer":{"name":"Ines Duarte","email":"ines@example.com","phone":"+351000000"},\
        "createdAt":"2026-03-15T08:00:00Z","updatedAt":"2026-03-16T08:00:00Z","messages":["""));
    for (int i = 0; i < BIG_MESSAGES; i++) {
      out.write(bytes((i == 0 ? "" : ",") + """
          {"_id":"%024d","direction":"%s","sent":true,"status":"approved",\
          "message":"Message %d of a very long conversation about greenhouse sensors, valves and the pumps behind them.",\
          "createdAt":"2026-03-15T08:%02d:%02dZ","updatedAt":"2026-03-15T08:%02d:%02dZ"}"""
          .formatted(i, i % 2 == 0 ? "inbound" : "outbound", i, i / 60 % 60, i % 60, i / 60 % 60, i % 60)));
    }
    out.write(bytes("]}"));
    return out.toByteArray();
  }
}

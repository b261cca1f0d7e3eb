import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Opens pages in a headless Chromium: {@code java -cp GSON Pages.java AXE PICTURES PAGE...}. Each is
 * opened on a phone and on a desk, in light and in dark. Prints a line for each view, {@code ok} or
 * {@code FAIL}, and below it what is wrong. Leaves a picture of each view, and each page as PDF, in
 * PICTURES.
 *
 * <p>Chromium is behind a proxy that lets nothing through and keeps what is asked of it.
 */
public final class Pages {
  /** The width of a screen. In CSS pixels. */
  private static final Map<String, Integer> SCREENS = new TreeMap<>(Map.of("phone", 390, "desk", 1280));

  /** A longer page's picture ends here. In CSS pixels. */
  private static final int TALLEST = 6000;

  /** However long the page is. */
  private static final long SLOWEST_MS = 2000;

  /** A page with more messages has no other elements, only more; axe and print would take minutes. */
  private static final int MANY = 500;

  private static final long PATIENCE_S = 60;

  /** What no page may have, whoever wrote its texts. */
  private static final String FOREIGN =
      """
      [...document.querySelectorAll('script, link, base, img, svg, iframe, object, form, input, [style]')]
        .map(element => element.outerHTML)
        .concat([...document.links].map(a => a.href).filter(to => !/^(https?:|file:.*#)/.test(to)))
        .concat(document.styleSheets.length === 1 ? [] : [document.styleSheets.length + ' styles'])
        .concat(document.documentElement.scrollWidth > WIDTH ? ['a line wider than the screen'] : [])
        .map(words => words.slice(0, 200)).join(', ')
      """;

  /** How many messages there are, when all was loaded, and when it was drawn. */
  private static final String COUNTED =
      """
      new Promise(tell => requestAnimationFrame(() => setTimeout(() => tell([
        document.querySelectorAll('article').length,
        performance.getEntriesByType('navigation')[0].loadEventEnd,
        performance.now()
      ].map(Math.round).join(' ')))))
      """;

  private static final String AXE =
      """
      axe.run({preload: false}).then(result => result.violations.map(one =>
        one.id + ' (' + one.nodes.length + '): ' + one.nodes[0].html.slice(0, 200) + ' '
          + one.nodes[0].failureSummary.replace(/\\s+/g, ' ')).join('; '))
      """;

  private final String axe;
  private final Path pictures;
  private final Proxy proxy;
  private final Tab tab;
  private boolean failed;

  private Pages(String axe, Path pictures, Proxy proxy, Tab tab) {
    this.axe = axe;
    this.pictures = pictures;
    this.proxy = proxy;
    this.tab = tab;
  }

  public static void main(String[] arguments) throws Exception {
    String axe = Files.readString(Path.of(arguments[0]));
    Path pictures = Files.createDirectories(Path.of(arguments[1]));
    Path home = Files.createTempDirectory("chromium");
    Proxy proxy = new Proxy();
    Process chromium = chromium(home, proxy);
    try {
      Pages pages = new Pages(axe, pictures, proxy, Tab.of(home));
      for (int i = 2; i < arguments.length; i++) {
        pages.page(Path.of(arguments[i]));
      }
      System.exit(pages.failed ? 1 : 0);
    } finally {
      chromium.destroyForcibly().waitFor();
    }
  }

  private static Process chromium(Path home, Proxy proxy) throws IOException {
    return new ProcessBuilder(
            "chromium-headless-shell", // The other asks Google for this and that at its start.
            "--no-sandbox", // It needs that of root, as which CI may run; the pages are ours.
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--proxy-server=127.0.0.1:" + proxy.port(),
            "--proxy-bypass-list=<-loopback>", // This machine is asked through it too.
            "--remote-debugging-port=0",
            "--user-data-dir=" + home,
            "about:blank")
        .redirectErrorStream(true)
        .redirectOutput(home.resolve("log").toFile())
        .start();
  }

  private void page(Path page) throws Exception {
    String name = page.getFileName().toString().replaceFirst("\\.html$", "");
    String address = page.toRealPath().toUri().toString();
    List<View> views = new ArrayList<>();
    for (String screen : SCREENS.keySet()) {
      for (String scheme : List.of("light", "dark")) {
        tab.screen(SCREENS.get(screen), scheme);
        views.add(view(name + "-" + screen + "-" + scheme, address, SCREENS.get(screen)));
      }
    }
    // The fastest is the one that the rest of the machine has disturbed least.
    long loaded = views.stream().mapToLong(View::loaded).min().orElseThrow();
    say(name, loaded > SLOWEST_MS ? List.of("too slow") : List.of(), "loads in " + loaded + " ms");
    if (views.get(0).messages() <= MANY) {
      save(name + ".pdf", tab.ask("Page.printToPDF", Map.of("preferCSSPageSize", true)));
    }
  }

  private record View(int messages, long loaded) {}

  private View view(String name, String address, int width) throws Exception {
    proxy.asked.clear();
    tab.open(address);
    String[] counted = tab.evaluate(COUNTED).split(" ");
    View view = new View(Integer.parseInt(counted[0]), Long.parseLong(counted[1]));
    List<String> faults = new ArrayList<>();
    String foreign = tab.evaluate(FOREIGN.replace("WIDTH", String.valueOf(width)));
    if (!foreign.isEmpty()) {
      faults.add("the page has " + foreign);
    }
    save(name + ".png", tab.picture(TALLEST));
    faults.addAll(tab.said);
    proxy.asked.forEach(line -> faults.add("asked the network: " + line));
    if (view.messages() <= MANY) {
      tab.evaluate(axe + "; ''");
      String violations = tab.evaluate(AXE);
      if (!violations.isEmpty()) {
        faults.add("axe: " + violations);
      }
    }
    say(
        name,
        faults,
        "%d messages, loaded in %d ms, drawn in %s ms"
            .formatted(view.messages(), view.loaded(), counted[2]));
    return view;
  }

  private void say(String name, List<String> faults, String words) {
    System.out.println((faults.isEmpty() ? "ok   " : "FAIL ") + name + ": " + words);
    faults.forEach(fault -> System.out.println("     " + fault));
    failed |= !faults.isEmpty();
  }

  private void save(String file, JsonObject answer) throws IOException {
    Files.write(
        pictures.resolve(file), Base64.getDecoder().decode(answer.get("data").getAsString()));
  }

  /** Lets nothing through; keeps what was asked for. */
  private static final class Proxy {
    final List<String> asked = new CopyOnWriteArrayList<>();
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    Proxy() throws IOException {
      Thread thread = new Thread(this::serve, "proxy");
      thread.setDaemon(true);
      thread.start();
    }

    int port() {
      return socket.getLocalPort();
    }

    private void serve() {
      while (true) {
        try (Socket one = socket.accept()) {
          asked.add(
              new BufferedReader(
                      new InputStreamReader(one.getInputStream(), StandardCharsets.ISO_8859_1))
                  .readLine());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  /**
   * A tab, by the DevTools protocol: https://chromedevtools.github.io/devtools-protocol/. Whatever
   * it reports that a quiet page does not cause is kept.
   */
  private static final class Tab implements WebSocket.Listener {
    final List<String> said = new CopyOnWriteArrayList<>();
    private final Map<Integer, CompletableFuture<JsonObject>> asked = new ConcurrentHashMap<>();
    private final StringBuilder part = new StringBuilder();
    private final Gson gson = new Gson();
    private volatile CompletableFuture<String> loaded = new CompletableFuture<>();
    private volatile String address = "";
    private WebSocket socket;
    private String session;
    private int last;

    static Tab of(Path home) throws Exception {
      Path active = home.resolve("DevToolsActivePort");
      for (int i = 0; !Files.exists(active) || Files.readAllLines(active).size() < 2; i++) {
        if (i == 300) {
          throw new IOException("chromium does not start: " + Files.readString(home.resolve("log")));
        }
        Thread.sleep(100);
      }
      List<String> lines = Files.readAllLines(active);
      Tab tab = new Tab();
      tab.socket =
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .buildAsync(URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1)), tab)
              .get(PATIENCE_S, TimeUnit.SECONDS);
      JsonObject target = tab.ask("Target.createTarget", Map.of("url", "about:blank"));
      String id = target.get("targetId").getAsString();
      tab.session =
          tab.ask("Target.attachToTarget", Map.of("targetId", id, "flatten", true))
              .get("sessionId")
              .getAsString();
      for (String domain : List.of("Page", "Network", "Log", "Runtime", "Audits")) {
        tab.ask(domain + ".enable", Map.of());
      }
      return tab;
    }

    void screen(int width, String scheme) throws Exception {
      boolean phone = width < 600;
      ask(
          "Emulation.setDeviceMetricsOverride",
          Map.of("width", width, "height", 844, "deviceScaleFactor", 1, "mobile", phone));
      ask(
          "Emulation.setEmulatedMedia",
          Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    void open(String to) throws Exception {
      load("about:blank");
      said.clear();
      load(to);
    }

    private void load(String to) throws Exception {
      address = to;
      loaded = new CompletableFuture<>();
      ask("Page.navigate", Map.of("url", to));
      loaded.get(PATIENCE_S, TimeUnit.SECONDS);
    }

    /** What a script that we bring says, as text. */
    String evaluate(String script) throws Exception {
      JsonObject answer =
          ask(
              "Runtime.evaluate",
              Map.of("expression", script, "awaitPromise", true, "returnByValue", true));
      if (answer.has("exceptionDetails")) {
        throw new IOException(answer.get("exceptionDetails").toString());
      }
      return answer.getAsJsonObject("result").get("value").getAsString();
    }

    JsonObject picture(int tallest) throws Exception {
      JsonObject size = ask("Page.getLayoutMetrics", Map.of()).getAsJsonObject("cssContentSize");
      Map<String, Object> clip =
          Map.of(
              "x", 0,
              "y", 0,
              "width", size.get("width").getAsDouble(),
              "height", Math.min(tallest, size.get("height").getAsDouble()),
              "scale", 1);
      return ask("Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", clip));
    }

    JsonObject ask(String method, Map<String, ?> parameters) throws Exception {
      JsonObject message = new JsonObject();
      message.addProperty("id", ++last);
      message.addProperty("method", method);
      message.add("params", gson.toJsonTree(parameters));
      if (session != null) {
        message.addProperty("sessionId", session);
      }
      CompletableFuture<JsonObject> answer = new CompletableFuture<>();
      asked.put(last, answer);
      socket.sendText(gson.toJson(message), true).get(PATIENCE_S, TimeUnit.SECONDS);
      JsonObject reply = answer.get(PATIENCE_S, TimeUnit.SECONDS);
      if (reply.has("error")) {
        throw new IOException(method + ": " + reply.get("error"));
      }
      return reply.getAsJsonObject("result");
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence words, boolean whole) {
      part.append(words);
      if (whole) {
        take(gson.fromJson(part.toString(), JsonObject.class));
        part.setLength(0);
      }
      from.request(1);
      return null;
    }

    private void take(JsonObject message) {
      if (message.has("id")) {
        asked.remove(message.get("id").getAsInt()).complete(message);
        return;
      }
      JsonElement about = message.get("params");
      switch (message.get("method").getAsString()) {
        case "Page.loadEventFired" -> loaded.complete("");
        case "Network.requestWillBeSent" -> {
          String url = about.getAsJsonObject().getAsJsonObject("request").get("url").getAsString();
          if (!url.equals(address)) {
            said.add("requested " + url);
          }
        }
        case "Log.entryAdded",
            "Runtime.consoleAPICalled",
            "Runtime.exceptionThrown",
            "Audits.issueAdded",
            "Page.javascriptDialogOpening",
            "Page.windowOpen",
            "Page.downloadWillBegin" ->
            said.add(message.toString());
        default -> {}
      }
    }
  }
}

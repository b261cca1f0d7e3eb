package dev.convo.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files that sample conversations name, on whatever host: a small one for each kind. Videos are
 * gone (410), as files often are by the time somebody looks.
 */
final class SampleFiles {
  /** Followed by the host and the path that a sample names. */
  static final String PATH = "/files";

  /** Each kind's resource and media type, by a name's extension. */
  private static final Map<String, Kind> KINDS =
      Map.of(
          "jpg", new Kind("picture.jpg", "image/jpeg"),
          "png", new Kind("picture.png", "image/png"),
          "mp3", new Kind("sound.mp3", "audio/mpeg"),
          "ogg", new Kind("sound.ogg", "audio/ogg"),
          "txt", new Kind("page.txt", "text/plain"),
          "mp4", new Kind("gone", "video/mp4"));

  private static final Kind ANY_OTHER = new Kind("page.pdf", "application/pdf");

  /** The hosts of the files in sample answers. */
  private static final Pattern NAMED =
      Pattern.compile("https://((?:files|media)\\.example\\.com/)");

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+:[0-9]+");

  private record Kind(String resource, String type) {}

  private SampleFiles() {}

  /** Where a server at this base has the file that an address names. */
  static URI at(URI base, URI named) {
    return URI.create(base + PATH + "/" + named.getHost() + named.getRawPath());
  }

  /**
   * An answer that names its files where this server has them.
   *
   * @param host the address and port by which it was asked
   */
  static Answer here(Answer answer, String host) {
    return HOST.matcher(host).matches()
        ? answer.body(NAMED.matcher(answer.body()).replaceAll("http://" + host + PATH + "/$1"))
        : answer;
  }

  static void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      Kind kind = KINDS.getOrDefault(path.substring(path.lastIndexOf('.') + 1), ANY_OTHER);
      exchange.getResponseHeaders().set("Connection", "close");
      Optional<byte[]> file = read(kind.resource());
      if (file.isEmpty() || !exchange.getRequestMethod().equals("GET")) {
        exchange.sendResponseHeaders(410, -1);
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", kind.type());
      exchange.sendResponseHeaders(200, file.get().length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(file.get());
      }
    }
  }

  private static Optional<byte[]> read(String resource) throws IOException {
    try (InputStream in = SampleFiles.class.getResourceAsStream("files/" + resource)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    }
  }
}

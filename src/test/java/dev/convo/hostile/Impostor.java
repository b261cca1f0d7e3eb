package dev.convo.hostile;

import dev.convo.http.apache.RawServer;
import dev.convo.sandbox.Answer;
import dev.convo.sandbox.Call;
import dev.convo.sandbox.Service;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.net.ServerSocketFactory;

/** A platform that answers as a test wants it, byte for byte, and keeps what it was asked. */
public final class Impostor implements Closeable {
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final RawServer server;

  /** Answers each request, given by its head, with these bytes. */
  Impostor(Function<String, byte[]> answers) throws IOException {
    this(ServerSocketFactory.getDefault(), answers);
  }

  /** The same over sockets of this kind, such as ones with TLS. */
  Impostor(ServerSocketFactory sockets, Function<String, byte[]> answers) throws IOException {
    this.server = new RawServer(sockets, socket -> serve(socket, answers));
  }

  /** Answers as the sandbox does, but changed. */
  public static Impostor of(Service service, Function<Answer, Answer> change) throws IOException {
    return new Impostor(head -> bytes(change.apply(service.answer(call(head)))));
  }

  /** Answers every request with these bytes. */
  static Impostor saying(String status, String headers, String body) throws IOException {
    return new Impostor(head -> bytes(status, headers, body));
  }

  /** Expects that it may not be asked anything. */
  Impostor mayStayUnused() {
    server.mayStayUnused();
    return this;
  }

  public URI base() {
    return base("http");
  }

  URI base(String scheme) {
    return server.uri(scheme);
  }

  int port() {
    return server.port();
  }

  /** The heads of all requests so far. */
  List<String> heads() {
    return heads;
  }

  private void serve(Socket socket, Function<String, byte[]> answers) throws IOException {
    String head = RawServer.head(socket);
    if (!head.isEmpty()) {
      heads.add(head);
      socket.getOutputStream().write(answers.apply(head));
    }
  }

  /** An answer's bytes; headers are lines, each ended by CR LF, of one byte a character. */
  static byte[] bytes(String status, String headers, String body) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    byte[] head =
        ("HTTP/1.1 "
                + status
                + "\r\n"
                + headers
                + "Content-Length: "
                + content.length
                + "\r\nConnection: close\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = new byte[head.length + content.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(content, 0, all, head.length, content.length);
    return all;
  }

  /** The same of an answer of the sandbox. */
  static byte[] bytes(Answer answer) {
    StringBuilder headers = new StringBuilder();
    answer.headers().forEach((name, value) -> headers.append(name + ": " + value + "\r\n"));
    return bytes(answer.status() + " OK", headers.toString(), answer.body());
  }

  /** A request by its head. */
  static Call call(String head) {
    String[] lines = head.strip().split("\r\n", -1);
    String target = lines[0].split(" ", -1)[1];
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    Map<String, String> query = new HashMap<>();
    for (String pair : mark < 0 ? new String[0] : target.substring(mark + 1).split("&", -1)) {
      query.put(pair.replaceAll("=.*", ""), decoded(pair.replaceAll("^[^=]*=?", "")));
    }
    Map<String, List<String>> headers = new HashMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      headers.put(
          lines[i].substring(0, colon).toLowerCase(java.util.Locale.ROOT),
          List.of(lines[i].substring(colon + 1).strip()));
    }
    return new Call("GET", path, query, headers);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}

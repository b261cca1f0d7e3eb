package dev.convo.http.apache;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ServerSocketFactory;

/**
 * A server on loopback that answers whatever a test wants, byte for byte. It fails the test when it
 * is closed and nobody has connected, unless that is what the test is about.
 */
public final class RawServer implements Closeable {
  private final ServerSocket listener;
  private final Script script;
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
  private volatile boolean mayStayUnused;

  /** What is done with one connection; it is closed afterwards, unless the script keeps it. */
  @FunctionalInterface
  public interface Script {
    void serve(Socket socket) throws IOException, InterruptedException;
  }

  /** A server without TLS. */
  public RawServer(Script script) throws IOException {
    this(ServerSocketFactory.getDefault(), script);
  }

  /** A server over sockets of this kind, such as ones with TLS. */
  public RawServer(ServerSocketFactory sockets, Script script) throws IOException {
    this(sockets, InetAddress.getLoopbackAddress(), script);
  }

  /** The same at another address of this machine, such as the loopback one of IPv6. */
  public RawServer(ServerSocketFactory sockets, InetAddress at, Script script) throws IOException {
    this.listener = sockets.createServerSocket(0, 50, at);
    this.script = script;
    daemon(this::accept);
  }

  /** Expects that nobody may connect. */
  public RawServer mayStayUnused() {
    mayStayUnused = true;
    return this;
  }

  /** Answers every request of every connection with these bytes. */
  public static RawServer answering(String answer) throws IOException {
    return answering(answer.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The same with any bytes. */
  public static RawServer answering(byte[] answer) throws IOException {
    return new RawServer(
        socket -> {
          if (!head(socket).isEmpty()) {
            socket.getOutputStream().write(answer);
          }
        });
  }

  /** The head of an answer, of these lines. */
  public static String lines(String... lines) {
    return String.join("\r\n", lines) + "\r\n\r\n";
  }

  /** The port it listens at. */
  public int port() {
    return listener.getLocalPort();
  }

  /** Its address. */
  public URI uri(String scheme) {
    return URI.create(scheme + "://127.0.0.1:" + port());
  }

  /** Reads the head of a request: all up to the empty line; empty at the end of the connection. */
  public static String head(Socket socket) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    for (int octet = in.read(); octet >= 0; octet = in.read()) {
      head.write(octet);
      if (head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
        break;
      }
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  /** Drops a connection as a crash would: the other side sees a reset. */
  public static void reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Waits until the other side is gone. */
  public static void hold(Socket socket) throws IOException {
    socket.getInputStream().transferTo(OutputStream.nullOutputStream());
  }

  static void daemon(Runnable work) {
    Thread thread = new Thread(work, "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        open.add(socket);
        daemon(() -> serve(socket));
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      script.serve(socket);
    } catch (IOException | InterruptedException e) {
      // The other side has gone, as many tests want it to.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
    if (open.isEmpty() && !mayStayUnused) {
      throw new AssertionError("nobody connected to the server");
    }
  }
}

package dev.convo.http.apache;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that connects, on CONNECT, to a port of this machine. */
public final class ConnectProxy implements RawServer.Script {
  private final List<String> heads = new CopyOnWriteArrayList<>();

  /** The heads of what it was asked for. */
  List<String> heads() {
    return heads;
  }

  @Override
  public void serve(Socket client) throws IOException, InterruptedException {
    String head = RawServer.head(client);
    heads.add(head);
    String authority = head.split(" ", 3)[1];
    int port = Integer.parseInt(authority.substring(authority.lastIndexOf(':') + 1));
    try (Socket platform = new Socket(InetAddress.getLoopbackAddress(), port)) {
      client
          .getOutputStream()
          .write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      RawServer.daemon(() -> copy(client, platform));
      copy(platform, client);
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
      to.shutdownOutput();
    } catch (IOException e) {
      // One of the two has gone.
    }
  }
}

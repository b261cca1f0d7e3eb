package dev.convo.http.apache;

import dev.convo.failure.Failure;
import dev.convo.http.Transport.Authorities;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Sets up TLS on a connection: 1.2 or later, with the name verified by the JDK. HttpClient's own
 * strategy reads the public suffix list first, which takes longer than the handshake.
 */
final class Tls implements TlsSocketStrategy {
  private final Background<SSLSocketFactory> reading;
  private final Queue<Secured> opened = new ConcurrentLinkedQueue<>();

  /** A connection and what it runs over. */
  private record Secured(SSLSocket socket, Socket underlying) {}

  /** Begins to read the authorities on a separate thread; the first handshake waits for them. */
  Tls(List<Authorities> authorities) {
    this.reading = new Background<>("convo-trust", () -> read(authorities));
  }

  private static SSLSocketFactory read(List<Authorities> authorities)
      throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Trust(authorities)}, null);
    return context.getSocketFactory();
  }

  @Override
  public SSLSocket upgrade(
      Socket socket, String host, int port, Object attachment, HttpContext context)
      throws IOException {
    SSLSocket secured = (SSLSocket) sockets().createSocket(socket, host, port, false);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    opened.removeIf(one -> one.socket().isClosed());
    opened.add(new Secured(secured, socket));
    return secured;
  }

  /**
   * Sends close_notify on every open connection and closes what it runs over; {@link
   * SSLSocket#close} waits for a reply under TLS 1.2.
   */
  void close() {
    for (Secured connection : opened) {
      try {
        connection.socket().shutdownOutput();
        connection.underlying().close();
      } catch (IOException e) {
        // Already broken: the pool closes it.
      }
    }
  }

  /**
   * The socket factory, once all authorities are read.
   *
   * @throws Failure CONFIG if a file that the user named cannot be read or contains no certificate
   */
  SSLSocketFactory sockets() throws IOException {
    try {
      return reading.get();
    } catch (InterruptedException e) {
      throw new IOException("stopped while authorities were read", e);
    }
  }
}

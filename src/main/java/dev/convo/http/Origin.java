package dev.convo.http;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;

/**
 * Scheme, host and port: a secret for one address may go to any other of the same origin.
 *
 * @param scheme {@code http} or {@code https}, in small letters
 * @param host a name or an address in small letters, IPv6 in brackets
 * @param port the scheme's usual one where the address names none
 */
public record Origin(String scheme, String host, int port) {
  /**
   * The origin of an address.
   *
   * @throws IllegalArgumentException if the address names no scheme or no host
   */
  public static Origin of(URI uri) {
    if (uri.getScheme() == null || uri.getHost() == null) {
      throw new IllegalArgumentException("no scheme or no host");
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    int port = uri.getPort() < 0 ? usualPort(scheme) : uri.getPort();
    return new Origin(scheme, uri.getHost().toLowerCase(Locale.ROOT), port);
  }

  private static int usualPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }

  /**
   * Whether requests stay on this machine. Asks no name server, so a name that merely resolves to
   * loopback does not count.
   */
  public boolean isLoopback() {
    return host.equals("localhost")
        || AddressRange.address(host).filter(InetAddress::isLoopbackAddress).isPresent();
  }

  /** As people write it: the host, and the port where it is not the usual one. */
  public String authority() {
    return port == usualPort(scheme) ? host : host + ":" + port;
  }

  /** As people write it, with the scheme: {@code https://chat.example.com:4433}. */
  @Override
  public String toString() {
    return scheme + "://" + authority();
  }
}

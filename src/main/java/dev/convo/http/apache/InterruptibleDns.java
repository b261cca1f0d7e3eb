package dev.convo.http.apache;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.core5.net.InetAddressUtils;

/**
 * Looks names up on a separate thread, because the JDK's look-up cannot be interrupted and a name
 * server that does not answer would outlast every time limit.
 */
final class InterruptibleDns implements DnsResolver {
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    if (InetAddressUtils.isIPv4(host) || InetAddressUtils.isIPv6(host)) {
      return InetAddress.getAllByName(host);
    }
    try {
      return new Background<>("convo-names", () -> InetAddress.getAllByName(host)).get();
    } catch (InterruptedException | IllegalStateException e) {
      UnknownHostException unknown = new UnknownHostException(host);
      unknown.initCause(e);
      throw unknown;
    }
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}

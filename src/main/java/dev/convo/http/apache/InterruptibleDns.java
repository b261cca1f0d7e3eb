package dev.convo.http.apache;

import dev.convo.http.PublicAddresses;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.core5.net.InetAddressUtils;

/**
 * Looks names up on a separate thread, because the JDK's look-up cannot be interrupted and a name
 * server that does not answer would outlast every time limit.
 */
final class InterruptibleDns implements DnsResolver {
  private final boolean publicOnly;

  /**
   * @param publicOnly whether a name with an address that is not public is refused. The addresses
   *     checked are the ones that are connected to, so a name server cannot change its answer in
   *     between.
   */
  InterruptibleDns(boolean publicOnly) {
    this.publicOnly = publicOnly;
  }

  /** A name has an address that is not public. */
  static final class NotPublic extends UnknownHostException {
    private static final long serialVersionUID = 1;

    NotPublic(String address) {
      super(address);
    }
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    return publicOnly ? checked(addresses(host)) : addresses(host);
  }

  static InetAddress[] checked(InetAddress... addresses) throws NotPublic {
    for (InetAddress address : addresses) {
      if (!PublicAddresses.hold(address)) {
        throw new NotPublic(address.getHostAddress());
      }
    }
    return addresses;
  }

  private static InetAddress[] addresses(String host) throws UnknownHostException {
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

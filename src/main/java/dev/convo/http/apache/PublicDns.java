package dev.convo.http.apache;

import dev.convo.http.PublicAddresses;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up and refuses those with an address that is not public. The addresses checked here
 * are the ones that are connected to, so a name server cannot change its answer in between.
 */
final class PublicDns implements DnsResolver {
  private final DnsResolver names;

  PublicDns(DnsResolver names) {
    this.names = names;
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
    InetAddress[] addresses = names.resolve(host);
    for (InetAddress address : addresses) {
      if (!PublicAddresses.hold(address)) {
        throw new NotPublic(address.getHostAddress());
      }
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}

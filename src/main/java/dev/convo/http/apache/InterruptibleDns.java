package dev.convo.http.apache;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.core5.net.InetAddressUtils;

/**
 * Looks names up on a thread of its own, because the JDK's look-up cannot be interrupted and a name
 * server that does not answer would outlast every time limit.
 */
final class InterruptibleDns implements DnsResolver {
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    if (InetAddressUtils.isIPv4(host) || InetAddressUtils.isIPv6(host)) {
      return InetAddress.getAllByName(host);
    }
    FutureTask<InetAddress[]> lookUp = new FutureTask<>(() -> InetAddress.getAllByName(host));
    Thread thread = new Thread(lookUp, "convo-names");
    thread.setDaemon(true);
    thread.start();
    try {
      return lookUp.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      UnknownHostException unknown = new UnknownHostException(host);
      unknown.initCause(e);
      throw unknown;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      UnknownHostException stopped = new UnknownHostException(host);
      stopped.initCause(e);
      throw stopped;
    }
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}

package dev.convo.http;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The public addresses of the internet. All others lead to this machine, a private network or a
 * cloud's metadata service, and a link in a message must not send requests there.
 */
public final class PublicAddresses {
  /** https://www.iana.org/assignments/iana-ipv4-special-registry, read 2026-11. */
  private static final List<String> NOT_PUBLIC_4 =
      List.of(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/3",
          // Azure's metadata: https://learn.microsoft.com/azure/virtual-network, read 2026-11.
          "168.63.129.16/32");

  /**
   * Of these only: https://www.iana.org/assignments/ipv6-unicast-address-assignments, read 2026-11.
   */
  private static final String PUBLIC_6 = "2000::/3";

  /** https://www.iana.org/assignments/iana-ipv6-special-registry, read 2026-11. */
  private static final List<String> NOT_PUBLIC_6 =
      List.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

  /** In networks with IPv6 only, these stand for the IPv4 address in the last four bytes. */
  private static final String TRANSLATED = "64:ff9b::/96";

  /** A host whose last label is a number is an address, in whatever notation. */
  private static final Pattern NUMERIC = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)\\.?");

  private PublicAddresses() {}

  public static boolean hold(InetAddress address) {
    return hold(address.getAddress());
  }

  private static boolean hold(byte[] address) {
    if (address.length == 4) {
      return !isIn(NOT_PUBLIC_4, address);
    }
    if (isIn(List.of(TRANSLATED), address)) {
      return hold(Arrays.copyOfRange(address, 12, 16));
    }
    return isIn(List.of(PUBLIC_6), address) && !isIn(NOT_PUBLIC_6, address);
  }

  private static boolean isIn(List<String> ranges, byte[] address) {
    return ranges.stream()
        .flatMap(range -> AddressRange.of(range).stream())
        .anyMatch(range -> range.holds(address));
  }

  /**
   * Whether a host may have a public address. Looks up no name.
   *
   * @param host as in a URI: IPv6 in brackets
   */
  static boolean mayHold(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    if (lower.startsWith("[") || NUMERIC.matcher(lower).matches()) {
      return AddressRange.address(lower).filter(PublicAddresses::hold).isPresent();
    }
    return !lower.matches("(.*\\.)?localhost\\.?");
  }
}

package dev.convo.http;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A range of addresses with a common prefix, such as {@code 10.0.0.0/8}. */
final class AddressRange {
  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";
  private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");

  private final byte[] start;
  private final int bits;

  private AddressRange(byte[] start, int bits) {
    this.start = start;
    this.bits = bits;
  }

  /** Parses a range; empty if the text is not one. */
  static Optional<AddressRange> of(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || !text.substring(slash + 1).matches("[0-9]{1,3}")) {
      return Optional.empty();
    }
    int bits = Integer.parseInt(text.substring(slash + 1));
    return address(text.substring(0, slash))
        .map(InetAddress::getAddress)
        .filter(start -> bits <= start.length * 8)
        .map(start -> new AddressRange(start, bits));
  }

  boolean holds(byte[] address) {
    return start.length == address.length && prefix(start).equals(prefix(address));
  }

  private BigInteger prefix(byte[] address) {
    return new BigInteger(1, address).shiftRight(address.length * 8 - bits);
  }

  /**
   * Parses a literal address; looks up no name.
   *
   * @param text IPv6 in brackets or without
   */
  static Optional<InetAddress> address(String text) {
    boolean bracketed = text.startsWith("[") && text.endsWith("]");
    String bare = bracketed ? text.substring(1, text.length() - 1) : text;
    if (!IPV4.matcher(bare).matches() && bare.indexOf(':') < 0) {
      return Optional.empty();
    }
    try {
      // A text with a colon or of four numbers is parsed, never resolved.
      return Optional.of(InetAddress.getByName(bare));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}

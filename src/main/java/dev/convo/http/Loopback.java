package dev.convo.http;

import java.util.Locale;
import java.util.regex.Pattern;

/** The names and addresses under which a machine speaks to itself. */
public final class Loopback {
  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";
  private static final Pattern IPV4 = Pattern.compile("127(\\." + OCTET + "){3}");

  /** Both written forms of ::1. Others ({@code 0::1}) are rare enough to count as not loopback. */
  private static final Pattern IPV6 = Pattern.compile("::1|0:0:0:0:0:0:0:1");

  private Loopback() {}

  /**
   * Whether requests to this host stay on the machine. Asks no name server, so a name that merely
   * resolves to loopback does not count.
   *
   * @param host a name or address; IPv6 with or without brackets
   */
  public static boolean is(String host) {
    String bare =
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    return bare.toLowerCase(Locale.ROOT).equals("localhost")
        || IPV4.matcher(bare).matches()
        || IPV6.matcher(bare).matches();
  }
}

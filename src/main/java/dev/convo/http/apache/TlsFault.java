package dev.convo.http.apache;

import java.io.EOFException;
import java.net.SocketException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** Why a TLS handshake failed, in words for the user, where the certificate is not the reason. */
record TlsFault(String message, String hint) {
  private static final Pattern ALERT = Pattern.compile("fatal alert: (\\w+)");

  /**
   * The reason.
   *
   * @return empty if the connection just broke
   */
  static Optional<TlsFault> of(String peer, SSLException fault) {
    String message = String.valueOf(fault.getMessage());
    String lower = message.toLowerCase(Locale.ROOT);
    // Only the JDK's message distinguishes these (sun.security.ssl, JDK 17 to 25).
    if (lower.contains("unrecognized ssl message")) {
      return Optional.of(
          new TlsFault(
              peer + " does not speak TLS",
              "check https://; plain http:// needs allow_http = true"));
    }
    if (lower.contains("protocol_version")
        || lower.contains("protocol version")
        || lower.contains("selected protocol")) {
      return Optional.of(
          new TlsFault(
              peer + " speaks a version of TLS that is too old",
              "the server must allow TLS 1.2 or later"));
    }
    Matcher alert = ALERT.matcher(message);
    if (alert.find()) {
      return Optional.of(
          new TlsFault(
              peer + " refuses a TLS connection (" + alert.group(1) + ")",
              "ask the server's administrator what it requires of clients"));
    }
    boolean broken =
        lower.contains("terminated the handshake")
            || Faults.find(fault, EOFException.class).isPresent()
            || Faults.find(fault, SocketException.class).isPresent();
    return broken
        ? Optional.empty()
        : Optional.of(
            new TlsFault(
                "no TLS connection to " + peer,
                "a proxy or firewall may be changing the connection"));
  }
}

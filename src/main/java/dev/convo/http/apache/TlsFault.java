package dev.convo.http.apache;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** Why a TLS handshake failed, in words for the user. */
record TlsFault(String message, String hint) {
  private static final Pattern ALERT = Pattern.compile("fatal alert: (\\w+)");

  /** The fault of a handshake; empty if the connection just broke. */
  static Optional<TlsFault> of(String peer, IOException fault) {
    Optional<Distrust> distrust = Faults.find(fault, Distrust.class);
    if (distrust.isPresent()) {
      return fault(
          "the certificate of " + peer + " " + distrust.get().getMessage(), distrust.get().hint());
    }
    if (!(fault instanceof SSLException)) {
      return Optional.empty();
    }
    String message = String.valueOf(fault.getMessage());
    String lower = message.toLowerCase(Locale.ROOT);
    // Only the JDK's message distinguishes these (sun.security.ssl, JDK 17 to 25).
    if (lower.contains("unrecognized ssl message")) {
      return fault(
          peer + " does not speak TLS", "check https://; plain http:// needs allow_http = true");
    }
    if (lower.contains("protocol_version")
        || lower.contains("protocol version")
        || lower.contains("selected protocol")) {
      return fault(
          peer + " speaks a version of TLS that is too old",
          "the server must allow TLS 1.2 or later");
    }
    Matcher alert = ALERT.matcher(message);
    if (alert.find()) {
      return fault(
          peer + " refuses a TLS connection (" + alert.group(1) + ")",
          "ask the server's administrator what it requires of clients");
    }
    boolean broken =
        lower.contains("terminated the handshake")
            || Faults.find(fault, EOFException.class).isPresent()
            || Faults.find(fault, SocketException.class).isPresent();
    return broken
        ? Optional.empty()
        : fault(
            "no TLS connection to " + peer, "a proxy or firewall may be changing the connection");
  }

  private static Optional<TlsFault> fault(String message, String hint) {
    return Optional.of(new TlsFault(message, hint));
  }
}

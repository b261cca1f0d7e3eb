package dev.convo.http.apache;

import java.net.Socket;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Checks certificates as the JDK does, and explains what is wrong with those it refuses: the JDK
 * only says "unable to find valid certification path to requested target".
 */
final class ExplainingTrust extends X509ExtendedTrustManager {
  private static final String BUNDLE =
      "set ca_bundle = \"FILE.pem\" in the profile, or --ca-bundle FILE.pem";

  private final Trust trust;

  ExplainingTrust(Trust trust) {
    this.trust = trust;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    Optional<X509ExtendedTrustManager> likely = trust.likely(chain);
    if (likely.isPresent() && passes(likely.get(), chain, type, socket)) {
      return;
    }
    try {
      trust.all().checkServerTrusted(chain, type, socket);
    } catch (CertificateException e) {
      throw examined(chain, type, e);
    }
  }

  private static boolean passes(
      X509ExtendedTrustManager jdk, X509Certificate[] chain, String type, Socket socket) {
    try {
      jdk.checkServerTrusted(chain, type, socket);
      return true;
    } catch (CertificateException e) {
      return false;
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    trust.all().checkServerTrusted(chain, type, engine);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    trust.all().checkServerTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    trust.all().checkClientTrusted(chain, type, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    trust.all().checkClientTrusted(chain, type, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    trust.all().checkClientTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    try {
      return trust.all().getAcceptedIssuers();
    } catch (CertificateException nobody) {
      return new X509Certificate[0];
    }
  }

  private Distrust examined(X509Certificate[] chain, String type, CertificateException refusal) {
    X509Certificate own = chain[0];
    X509Certificate last = chain[chain.length - 1];
    Instant now = Instant.now();
    if (own.getNotAfter().toInstant().isBefore(now)) {
      return new Distrust(
          "expired on " + day(own.getNotAfter().toInstant()),
          "the server's administrator must renew it; is this machine's clock right?",
          refusal);
    }
    if (own.getNotBefore().toInstant().isAfter(now)) {
      return new Distrust(
          "is not valid before " + day(own.getNotBefore().toInstant()),
          "is this machine's clock right?",
          refusal);
    }
    if (trusted(chain, type)) {
      return new Distrust("is for " + names(own) + " only", "is base_url right?", refusal);
    }
    if (weak(refusal)) {
      return new Distrust(
          "uses an algorithm that is too weak",
          "the server's administrator must renew it",
          refusal);
    }
    if (own.getSubjectX500Principal().equals(own.getIssuerX500Principal())) {
      return new Distrust(
          "is self-signed: " + own.getIssuerX500Principal(),
          "if you trust it, save it and " + BUNDLE,
          refusal);
    }
    return new Distrust(
        "comes from an authority that is not trusted: " + last.getIssuerX500Principal(),
        "if that is your company's, " + BUNDLE,
        refusal);
  }

  /** Without a socket the JDK compares no names. */
  private boolean trusted(X509Certificate[] chain, String type) {
    try {
      trust.all().checkServerTrusted(chain, type);
      return true;
    } catch (CertificateException e) {
      return false;
    }
  }

  private static boolean weak(Throwable refusal) {
    for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertPathValidatorException path
          && path.getReason() == BasicReason.ALGORITHM_CONSTRAINED) {
        return true;
      }
    }
    return false;
  }

  private static String names(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      if (names != null && !names.isEmpty()) {
        return names.stream()
            .map(name -> String.valueOf(name.get(1)))
            .limit(5)
            .collect(Collectors.joining(", "));
      }
    } catch (CertificateParsingException e) {
      return certificate.getSubjectX500Principal().toString();
    }
    return certificate.getSubjectX500Principal().toString();
  }

  private static String day(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }
}

package dev.convo.http.apache;

import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a server's certificate is not trusted, in words for the user that follow "the certificate of
 * HOST". The JDK only says "unable to find valid certification path to requested target".
 */
final class Distrust extends CertificateException {
  private static final long serialVersionUID = 1;

  private static final String BUNDLE =
      "set ca_bundle = \"FILE.pem\" in the profile, or --ca-bundle FILE.pem";

  private final String hint;

  private Distrust(String words, String hint, CertificateException refusal) {
    super(words, refusal);
    this.hint = hint;
  }

  /**
   * What is wrong with certificates that the JDK refused.
   *
   * @param onlyItsName whether they would be trusted for another host
   */
  static Distrust of(X509Certificate[] chain, CertificateException refusal, boolean onlyItsName) {
    X509Certificate own = chain[0];
    X509Certificate last = chain[chain.length - 1];
    Instant now = Instant.now();
    if (own.getNotAfter().toInstant().isBefore(now)) {
      return new Distrust(
          "expired on " + day(own.getNotAfter()),
          "the server's administrator must renew it; is this machine's clock right?",
          refusal);
    }
    if (own.getNotBefore().toInstant().isAfter(now)) {
      return new Distrust(
          "is not valid before " + day(own.getNotBefore()),
          "is this machine's clock right?",
          refusal);
    }
    if (onlyItsName) {
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

  String hint() {
    return hint;
  }

  private static boolean weak(CertificateException refusal) {
    return Faults.find(refusal, CertPathValidatorException.class)
        .filter(path -> path.getReason() == BasicReason.ALGORITHM_CONSTRAINED)
        .isPresent();
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
      // Unreadable: name the subject instead.
    }
    return certificate.getSubjectX500Principal().toString();
  }

  private static String day(Date date) {
    return date.toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString();
  }
}

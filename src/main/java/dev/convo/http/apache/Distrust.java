package dev.convo.http.apache;

import java.security.cert.CertificateException;

/** Why a server's certificate is not believed, in words for the user. */
final class Distrust extends CertificateException {
  private static final long serialVersionUID = 1;

  private final String words;
  private final String hint;

  /**
   * A reason.
   *
   * @param words what follows "the certificate of HOST"
   */
  Distrust(String words, String hint, CertificateException cause) {
    super(words, cause);
    this.words = words;
    this.hint = hint;
  }

  String words() {
    return words;
  }

  String hint() {
    return hint;
  }
}

package dev.convo.http.apache;

import dev.convo.http.Transport.Authorities;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Trusts the user's authorities, the operating system's and the JDK's, all together, and explains
 * what is wrong with certificates that it refuses. The checks are the JDK's.
 *
 * <p>Parsing 150 certificates takes longer than the rest of a handshake. So the authorities that
 * are named as issuers in the server's certificates are tried first, the user's before the
 * system's. Otherwise the full set is tried, and its verdict is final.
 */
final class Trust extends X509ExtendedTrustManager {
  private final List<byte[]> named = new ArrayList<>();
  private @Nullable List<byte[]> system;
  private @Nullable X509ExtendedTrustManager all;

  /**
   * Reads the authorities that the user named; the system's only where none is.
   *
   * @throws dev.convo.failure.Failure CONFIG if one of these files cannot be read or holds no
   *     certificate
   */
  Trust(List<Authorities> authorities) {
    authorities.forEach(one -> named.addAll(PemFile.ofUser(one)));
    if (named.isEmpty()) {
      system();
    }
  }

  /**
   * @throws Distrust if they are not trusted
   */
  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    Optional<X509ExtendedTrustManager> likely = likely(chain);
    try {
      if (likely.isPresent()) {
        likely.get().checkServerTrusted(chain, type, socket);
        return;
      }
    } catch (CertificateException e) {
      // The full set decides.
    }
    try {
      all().checkServerTrusted(chain, type, socket);
    } catch (CertificateException e) {
      throw Distrust.of(chain, e, isForAnotherHost(chain, type));
    }
  }

  /** Without a socket the JDK compares no names. */
  private boolean isForAnotherHost(X509Certificate[] chain, String type) {
    try {
      checkServerTrusted(chain, type);
      return true;
    } catch (CertificateException e) {
      return false;
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    all().checkServerTrusted(chain, type, engine);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    all().checkServerTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    all().checkClientTrusted(chain, type, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    all().checkClientTrusted(chain, type, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    all().checkClientTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    try {
      return all().getAcceptedIssuers();
    } catch (CertificateException nobody) {
      return new X509Certificate[0];
    }
  }

  /** The authorities that may have issued one of these certificates; empty if no name matches. */
  Optional<X509ExtendedTrustManager> likely(X509Certificate[] chain) {
    List<String> issuers =
        Arrays.stream(chain)
            .map(one -> latin1(one.getIssuerX500Principal().getEncoded()))
            .distinct()
            .toList();
    List<X509Certificate> found = bearing(issuers, named);
    if (found.isEmpty()) {
      found = bearing(issuers, system());
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(manager(found));
  }

  /**
   * All authorities.
   *
   * @throws CertificateException if there are none: the JDK cannot check against an empty set
   */
  private synchronized X509ExtendedTrustManager all() throws CertificateException {
    X509ExtendedTrustManager known = all;
    if (known == null) {
      Set<X509Certificate> certificates = new LinkedHashSet<>();
      named.forEach(one -> PemFile.decoded(one).ifPresent(certificates::add));
      system().forEach(one -> PemFile.decoded(one).ifPresent(certificates::add));
      certificates.addAll(Arrays.asList(manager((KeyStore) null).getAcceptedIssuers()));
      if (certificates.isEmpty()) {
        throw new CertificateException("there are no authorities");
      }
      known = manager(certificates);
      all = known;
    }
    return known;
  }

  private synchronized List<byte[]> system() {
    List<byte[]> known = system == null ? SystemStore.read() : system;
    system = known;
    return known;
  }

  /** The certificates that have one of these names anywhere in their encoding. */
  private static List<X509Certificate> bearing(List<String> names, List<byte[]> certificates) {
    return certificates.stream()
        .filter(certificate -> names.stream().anyMatch(latin1(certificate)::contains))
        .flatMap(certificate -> PemFile.decoded(certificate).stream())
        .toList();
  }

  /** A character for each byte. */
  private static String latin1(byte[] der) {
    return new String(der, StandardCharsets.ISO_8859_1);
  }

  private static X509ExtendedTrustManager manager(Collection<X509Certificate> certificates) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (X509Certificate certificate : certificates) {
        store.setCertificateEntry(Integer.toString(store.size()), certificate);
      }
      return manager(store);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the JDK cannot keep certificates", e);
    }
  }

  /** With the JDK's own authorities if the store is null. */
  private static X509ExtendedTrustManager manager(@Nullable KeyStore store) {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK cannot check certificates", e);
    }
  }
}

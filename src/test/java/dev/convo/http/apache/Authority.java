package dev.convo.http.apache;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority made on the spot, which signs what real ones would not. */
public final class Authority {
  private static final byte[] ALGORITHM = Der.sequence(Der.identifier("1.2.840.10045.4.3.2"));

  private final KeyPair keys = keys();
  private final String name;
  private final X509Certificate certificate;

  /** An authority of this name. */
  public Authority(String name) throws GeneralSecurityException {
    this.name = name;
    byte[] basic =
        Der.sequence(Der.identifier("2.5.29.19"), Der.yes(), Der.octets(Der.sequence(Der.yes())));
    Instant now = Instant.now();
    this.certificate =
        certificate(name, keys, now.minus(Duration.ofDays(9)), now.plus(Duration.ofDays(9)), basic);
  }

  /** This authority's certificate in a PEM file, as a user would have it. */
  public Path writeTo(Path file) throws GeneralSecurityException, IOException {
    String base64 =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
    return Files.writeString(
        file,
        "# " + name + "\n-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n",
        StandardCharsets.UTF_8);
  }

  /** TLS server sockets for 127.0.0.1 with a certificate that is valid now. */
  public ServerSocketFactory sockets() throws GeneralSecurityException, IOException {
    return context().getServerSocketFactory();
  }

  /** What a TLS server at 127.0.0.1 needs, its certificate included, which is valid now. */
  public SSLContext context() throws GeneralSecurityException, IOException {
    Instant now = Instant.now();
    return context(
        address(127, 0, 0, 1), now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)));
  }

  /** TLS server sockets with a certificate for this name. */
  public ServerSocketFactory sockets(byte[] subjectName, Instant from, Instant until)
      throws GeneralSecurityException, IOException {
    return context(subjectName, from, until).getServerSocketFactory();
  }

  private SSLContext context(byte[] subjectName, Instant from, Instant until)
      throws GeneralSecurityException, IOException {
    KeyPair server = keys();
    byte[] names = Der.sequence(Der.identifier("2.5.29.17"), Der.octets(Der.sequence(subjectName)));
    return context(server, certificate("server", server, from, until, names));
  }

  /** TLS server sockets whose certificate is this authority's own. */
  public ServerSocketFactory ownSockets() throws GeneralSecurityException, IOException {
    return context(keys, certificate).getServerSocketFactory();
  }

  /** The name of a certificate that is an IPv4 address. */
  public static byte[] address(int... octets) {
    byte[] bytes = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      bytes[i] = (byte) octets[i];
    }
    return Der.tagged(0x87, bytes);
  }

  /** The name of a certificate that is a host's name. */
  public static byte[] host(String name) {
    return Der.tagged(0x82, name.getBytes(StandardCharsets.US_ASCII));
  }

  private X509Certificate certificate(
      String subject, KeyPair of, Instant from, Instant until, byte[] extension)
      throws GeneralSecurityException {
    byte[] content =
        Der.sequence(
            Der.tagged(0xa0, Der.integer(2)),
            Der.integer(System.nanoTime()),
            ALGORITHM,
            distinguished(name),
            Der.sequence(Der.time(from), Der.time(until)),
            distinguished(subject),
            of.getPublic().getEncoded(),
            Der.tagged(0xa3, Der.sequence(extension)));
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(keys.getPrivate());
    signature.update(content);
    byte[] whole = Der.sequence(content, ALGORITHM, Der.bits(signature.sign()));
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(whole));
  }

  private static byte[] distinguished(String commonName) {
    return Der.sequence(Der.set(Der.sequence(Der.identifier("2.5.4.3"), Der.text(commonName))));
  }

  private static KeyPair keys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    return generator.generateKeyPair();
  }

  private static SSLContext context(KeyPair keys, X509Certificate certificate)
      throws GeneralSecurityException, IOException {
    char[] password = "unused".toCharArray();
    KeyStore store = KeyStore.getInstance("JKS"); // PKCS12 hashes the password ten thousand times.
    store.load(null, null);
    store.setKeyEntry("server", keys.getPrivate(), password, new X509Certificate[] {certificate});
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}

package dev.convo.http.apache;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The operating system's authorities. */
final class SystemStore {
  /**
   * Where Linux distributions and BSDs keep their authorities; the first that exists holds all.
   * From Go's crypto/x509/root_linux.go and root_bsd.go, read 2026-11.
   */
  private static final List<String> SYSTEM_FILES =
      List.of(
          "/etc/ssl/certs/ca-certificates.crt",
          "/etc/pki/tls/certs/ca-bundle.crt",
          "/etc/ssl/ca-bundle.pem",
          "/etc/pki/tls/cacert.pem",
          "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
          "/etc/ssl/cert.pem",
          "/usr/local/etc/ssl/cert.pem");

  private static final Path MAC_KEYCHAINS = Path.of("/System/Library/Keychains");

  private SystemStore() {}

  /** The certificates, as they are encoded (DER). A store that cannot be read is skipped. */
  static List<byte[]> read() {
    if (File.separatorChar == '\\') {
      return ofStores("Windows-ROOT");
    }
    if (Files.isDirectory(MAC_KEYCHAINS)) {
      // The second exists since JDK 23.
      return ofStores("KeychainStore", "KeychainStore-ROOT");
    }
    return SYSTEM_FILES.stream()
        .map(Path::of)
        .filter(Files::isReadable)
        .findFirst()
        .map(PemFile::ofSystem)
        .orElse(List.of());
  }

  private static List<byte[]> ofStores(String... types) {
    List<byte[]> found = new ArrayList<>();
    for (String type : types) {
      try {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        for (String alias : Collections.list(store.aliases())) {
          Certificate certificate = store.getCertificate(alias);
          if (store.isCertificateEntry(alias) && certificate != null) {
            found.add(certificate.getEncoded());
          }
        }
      } catch (GeneralSecurityException | IOException e) {
        // Skip this store; the others still count.
      }
    }
    return found;
  }
}

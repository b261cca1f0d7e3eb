package dev.convo.http.apache;

import dev.convo.failure.Details;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Transport.Authorities;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The certificates of a PEM file (RFC 7468). Everything else in it, such as comments and keys, is
 * skipped.
 */
final class PemFile {
  /** A whole system bundle is a quarter of a megabyte. */
  private static final int MOST_BYTES = 16 * 1024 * 1024;

  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
  private static final String END = "-----END";

  private PemFile() {}

  /**
   * The certificates of a file that the user named, as they are encoded (DER).
   *
   * @throws Failure CONFIG if it is not a regular file of at most 16 MiB, if it cannot be read, or
   *     if it contains no certificate or a broken one
   */
  static List<byte[]> ofUser(Authorities authorities) {
    Path file = authorities.file();
    try {
      // A device may have no end, and a pipe no writer.
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw fault(authorities, "is not a regular file", null);
      }
      if (Files.size(file) > MOST_BYTES) {
        throw fault(authorities, "is larger than 16 MiB", null);
      }
      List<byte[]> found = certificates(file);
      if (found.isEmpty()) {
        throw fault(authorities, "contains no certificate", null);
      }
      if (!found.stream().allMatch(PemFile::isWhole)) {
        throw fault(authorities, "contains a damaged certificate", null);
      }
      return found;
    } catch (NoSuchFileException e) {
      throw fault(authorities, "does not exist", e);
    } catch (IOException e) {
      throw fault(authorities, "cannot be read", e);
    }
  }

  /**
   * The certificates of a file that comes with the system, as they are encoded (DER); what cannot
   * be read is left out.
   */
  static List<byte[]> ofSystem(Path file) {
    try {
      return certificates(file);
    } catch (IOException e) {
      return List.of();
    }
  }

  /** A certificate from its encoding; empty if it is broken. */
  static Optional<X509Certificate> decoded(byte[] der) {
    try {
      return Optional.of(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der)));
    } catch (CertificateException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether an encoding is not cut short: a certificate is one DER sequence (tag 0x30) that begins
   * with its length. It is parsed only when it is needed.
   */
  private static boolean isWhole(byte[] der) {
    int lengthBytes = der.length > 1 ? der[1] & 0x7F : 0;
    int length = 0;
    for (int at = 2; at < Math.min(der.length, 2 + lengthBytes); at++) {
      length = length << 8 | der[at] & 0xFF;
    }
    return lengthBytes > 0 && der[0] == 0x30 && 2 + lengthBytes + length == der.length;
  }

  /** What lies between the lines of each certificate. By hand: a pattern takes 2 ms for 140. */
  private static List<byte[]> certificates(Path file) throws IOException {
    String text;
    try (InputStream in = Files.newInputStream(file)) {
      text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1);
    }
    List<byte[]> found = new ArrayList<>();
    for (int at = text.indexOf(BEGIN); at >= 0; at = text.indexOf(BEGIN, at)) {
      at += BEGIN.length();
      int end = text.indexOf('-', at);
      if (end >= 0 && text.startsWith(END, end)) {
        found.add(der(text.substring(at, end)));
      }
    }
    return found;
  }

  /** Empty if it is damaged. */
  private static byte[] der(String base64) {
    try {
      return Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static Failure fault(Authorities authorities, String what, @Nullable Exception cause) {
    return new Failure(
        Kind.CONFIG,
        authorities.source() + ": the file " + authorities.file() + " " + what,
        "give a PEM file, with lines that say BEGIN CERTIFICATE",
        Details.NONE,
        cause);
  }
}

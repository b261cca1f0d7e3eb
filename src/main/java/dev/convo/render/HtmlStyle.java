package dev.convo.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/** How the HTML looks, and the policy that lets a browser use this style and nothing else. */
final class HtmlStyle {
  /**
   * Every colour of text has a contrast of at least 4.5 on each of its backgrounds. Articles are
   * laid out when they come into view, and nothing in one covers another.
   */
  static final String CSS = read();

  /** Loads and runs nothing, and allows this one style only. */
  static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + hash(CSS)
          + "'; base-uri 'none'; form-action 'none'";

  private HtmlStyle() {}

  /** The native binary does this when it is built. */
  private static String read() {
    try (InputStream in = HtmlStyle.class.getResourceAsStream("page.css")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String style) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(sha256.digest(style.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Every Java has SHA-256.
    }
  }
}

package dev.convo.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Texts that are part of the program. */
final class Resource {
  private Resource() {}

  /** The text at this place below {@code dev/convo}. */
  static String text(String place) {
    try (InputStream in = Resource.class.getResourceAsStream("/dev/convo/" + place)) {
      return new String(Objects.requireNonNull(in, place).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

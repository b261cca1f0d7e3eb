package dev.convo.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Sample answers, stored as resources beside a service's class. They are sent as they are and never
 * parsed, so they may contain what no JSON library would write.
 */
public final class Stored {
  private final Class<?> beside;

  /** The resources in the package of this class. */
  public Stored(Class<?> beside) {
    this.beside = beside;
  }

  /** The document {@code NAME.json}. Empty for any other name. */
  public Optional<String> document(String name) {
    return read(name, ".json");
  }

  /** The documents in {@code NAME.jsonl}, one a line. Empty for any other name. */
  public Optional<List<String>> lines(String name) {
    return read(name, ".jsonl").map(text -> text.lines().toList());
  }

  private Optional<String> read(String name, String suffix) {
    if (!name.matches("[0-9]{1,10}")) {
      return Optional.empty();
    }
    try (InputStream in = beside.getResourceAsStream(name + suffix)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

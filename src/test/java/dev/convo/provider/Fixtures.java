package dev.convo.provider;

import dev.convo.json.Json;
import dev.convo.model.Attributes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Answers in the platforms' shapes, and short ways to write down what is expected of them. */
public final class Fixtures {
  private Fixtures() {}

  /** The text of a file beside the tests, such as {@code crm/conversation.json}. */
  public static String text(String file) {
    try (InputStream in = Fixtures.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new AssertionError("no such fixture: " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Attributes as JSON, with single quotes for double ones. */
  public static Attributes attributes(String json) {
    byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return (Attributes) Json.tree(new ByteArrayInputStream(bytes));
  }
}

package dev.convo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Expected outputs that are files under {@code src/test/resources/golden}. With {@code
 * -Dgolden=write} they are rewritten; the diff is then to be read.
 */
public final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  /** A page without what all pages share, so that {@code render/everything.html} alone has it. */
  public static String withoutStyle(String page) {
    return page.replaceFirst("(?s)<style>.*?</style>", "<style>…</style>")
        .replaceFirst("sha256-[\\w+/]*=", "sha256-…");
  }

  /** Compares a text with the file's, whole. */
  public static void check(String name, String actual) {
    Path file = FOLDER.resolve(name);
    try {
      if ("write".equals(System.getProperty("golden"))) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual);
      }
      assertThat(actual).as(name).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

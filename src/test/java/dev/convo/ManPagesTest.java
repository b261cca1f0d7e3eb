package dev.convo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sources of the manuals, as the build writes them. */
class ManPagesTest {
  @Test
  void everyCommandHasAPage(@TempDir Path folder) throws IOException, InterruptedException {
    Process writing =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "src/build/ManPages.java",
                folder.toString())
            .redirectErrorStream(true)
            .start();
    writing.getOutputStream().close();

    assertThat(new String(writing.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEmpty();
    assertThat(writing.waitFor()).isZero();
    try (Stream<Path> pages = Files.list(folder)) {
      assertThat(pages.map(page -> page.getFileName().toString().replace(".adoc", "")).sorted())
          .containsExactly(
              "convo",
              "convo-asapp",
              "convo-chatwoot",
              "convo-completion",
              "convo-crm",
              "convo-diff",
              "convo-help",
              "convo-profile",
              "convo-profile-add",
              "convo-profile-init",
              "convo-profile-list",
              "convo-profile-path",
              "convo-profile-show",
              "convo-salescaptain",
              "convo-sandbox",
              "convo-show",
              "convo-workspace");
    }
  }
}

package dev.convo.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/**
 * The jar that the package phase built. That it comes out the same twice, .ci/distribution sees.
 */
class JarIT {
  private static final Pattern TIME =
      Pattern.compile("<project.build.outputTimestamp>(.*)</project.build.outputTimestamp>");

  @Test
  void noEntryTellsWhenOrWhereItWasBuilt() throws Exception {
    Matcher time = TIME.matcher(Files.readString(Path.of("pom.xml")));
    assertThat(time.find()).isTrue();
    LocalDateTime said = LocalDateTime.ofInstant(Instant.parse(time.group(1)), ZoneOffset.UTC);

    try (JarFile jar = new JarFile("target/convo.jar")) {
      List<? extends ZipEntry> entries = jar.stream().toList();

      assertThat(entries).hasSizeGreaterThan(300);
      assertThat(entries).allMatch(entry -> entry.getTimeLocal().equals(said));
      assertThat(jar.getManifest().getMainAttributes().keySet())
          .extracting(Object::toString)
          .doesNotContain("Built-By", "Build-Jdk", "Build-Time", "Bnd-LastModified");
    }
  }
}

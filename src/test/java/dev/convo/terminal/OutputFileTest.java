package dev.convo.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convo.failure.Failure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
  @TempDir Path folder;

  @Test
  void aNewFileIsPrivateAndWhole() throws IOException {
    Path file = folder.resolve("out.txt");

    write(file, "text");

    assertThat(file).hasContent("text");
    assertThat(mode(file)).isEqualTo("rw-------");
    assertThat(names()).containsExactly("out.txt");
  }

  @Test
  void aFileThatIsThereKeepsItsMode() throws IOException {
    Path file = Files.writeString(folder.resolve("out.txt"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    write(file, "new");

    assertThat(file).hasContent("new");
    assertThat(mode(file)).isEqualTo("rw-r--r--");
  }

  @Test
  void aLinkIsFollowedAndStays() throws IOException {
    Path target = Files.writeString(folder.resolve("target.txt"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.txt"), Path.of("target.txt"));

    write(link, "new");

    assertThat(target).hasContent("new");
    assertThat(Files.isSymbolicLink(link)).isTrue();
  }

  @Test
  void whatIsDroppedLeavesTheFileAsItWas() throws IOException {
    Path file = Files.writeString(folder.resolve("out.txt"), "old");
    OutputFile output = OutputFile.at(file, "?");
    try (OutputStream out = output.open()) {
      out.write('x');
    }

    output.drop();

    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("out.txt");
  }

  /** Root may write it, but it is meant to stay. */
  @Test
  void aFileThatIsWriteProtectedStaysAsItIs() throws IOException {
    Path file = Files.writeString(folder.resolve("out.txt"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));

    assertThatThrownBy(() -> OutputFile.at(file, "?"))
        .isInstanceOfSatisfying(
            Failure.class,
            failure ->
                assertThat(failure.hint())
                    .isEqualTo("chmod u+w " + file + ", or name another file with -O"))
        .hasMessage("cannot write " + file + ": it is write-protected");
    assertThat(file).hasContent("old");
  }

  @Test
  void aLinkThatLeadsBackToItselfStaysAsItIs() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("other"));
    Files.createSymbolicLink(folder.resolve("other"), Path.of("link"));

    assertThatThrownBy(() -> OutputFile.at(link, "?"))
        .isInstanceOf(Failure.class)
        .hasMessage("cannot write " + link + ": its links form a loop");
    assertThat(link).isSymbolicLink();
  }

  @Test
  void aLinkToAFileThatIsNotThereYetIsFollowed() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("./new.txt"));

    write(link, "text");

    assertThat(folder.resolve("new.txt")).hasContent("text");
    assertThat(link).isSymbolicLink();
  }

  @Test
  void aFolderIsNoFile() {
    assertThatThrownBy(() -> OutputFile.at(folder, "?"))
        .isInstanceOf(Failure.class)
        .hasMessage("cannot write " + folder + ": it is a folder");
  }

  private static void write(Path file, String text) throws IOException {
    OutputFile output = OutputFile.at(file, "?");
    try (OutputStream out = output.open()) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    output.keep();
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    }
  }
}

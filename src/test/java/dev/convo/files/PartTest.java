package dev.convo.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartTest {
  /** Enough that no writer has ended when the folder is removed. */
  private static final int MANY = 20_000;

  @TempDir Path folder;

  @Test
  void aFolderIsRemovedEvenWhileSomebodyWritesIntoIt() throws Exception {
    Part part = Part.folder(folder, System.getProperty("user.name"));
    Path inside = part.path();
    List<Thread> writers =
        Stream.of("a", "b", "c", "d").map(name -> new Thread(() -> write(inside, name))).toList();
    writers.forEach(Thread::start);
    while (!Files.exists(inside.resolve("a9"))) {
      Thread.onSpinWait();
    }

    part.close();

    for (Thread writer : writers) {
      writer.join();
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFolderThatTakesNoNewNameIsNotTriedForEver() {
    Path proc = Path.of("/proc");
    assumeTrue(Files.isDirectory(proc));

    assertThatThrownBy(() -> Part.file(proc, "?")).isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> Part.folder(proc, "?")).isInstanceOf(NoSuchFileException.class);
  }

  private static void write(Path folder, String name) {
    try {
      for (int number = 0; number < MANY; number++) {
        PrivateFiles.file(folder.resolve(name + number)).close();
      }
    } catch (IOException gone) {
      // The folder is no longer there.
    }
  }
}

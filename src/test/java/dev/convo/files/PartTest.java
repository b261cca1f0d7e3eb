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
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
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

  /** Closing any channel on a locked file would give up this process's lock. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aFileInTheSameFolderGivesUpNoLock() throws IOException {
    try (Part saving = Part.folder(folder, System.getProperty("user.name"));
        Part writing = Part.file(folder, System.getProperty("user.name"))) {
      assertThat(locks()).contains(inode(saving.path().resolve("lock")), inode(writing.path()));
    }
  }

  private static long inode(Path file) throws IOException {
    return (long) Files.getAttribute(file, "unix:ino");
  }

  /** The inodes that are locked: {@code 1: POSIX ADVISORY WRITE 4711 fd:00:INODE 0 EOF}. */
  private static List<Long> locks() throws IOException {
    return Files.readAllLines(Path.of("/proc/locks")).stream()
        .map(line -> line.replaceFirst(".* [0-9a-f]+:[0-9a-f]+:(\\d+) .*", "$1"))
        .map(Long::valueOf)
        .toList();
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

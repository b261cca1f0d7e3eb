package dev.convo.archive;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Removes folders that convo has made. */
final class Trees {
  private Trees() {}

  /** Removes a file, or a folder with all that is in it, no link followed; as far as it can. */
  static void remove(Path path) {
    try {
      if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(path)) {
          inside.forEach(Trees::remove);
        }
      }
      Files.deleteIfExists(path);
    } catch (IOException | DirectoryIteratorException e) {
      // It stays: its name says that it is nothing whole, and the next run tries again.
    }
  }
}

package dev.convo.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** New files and folders that their user alone can read, where files have modes. */
public final class PrivateFiles {
  private static final FileAttribute<?> FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<?> FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private PrivateFiles() {}

  /** Makes a file that must not exist yet, and opens it for writing. */
  public static FileChannel file(Path file) throws IOException {
    return FileChannel.open(
        file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode(file, FILE));
  }

  /** Makes a folder that must not exist yet. */
  public static Path folder(Path folder) throws IOException {
    return Files.createDirectory(folder, mode(folder, FOLDER));
  }

  /** Makes a folder, and those above it, unless they exist. */
  public static void folders(Path folder) throws IOException {
    Files.createDirectories(folder, mode(folder, FOLDER));
  }

  private static FileAttribute<?>[] mode(Path path, FileAttribute<?> mode) {
    boolean modes = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return modes ? new FileAttribute<?>[] {mode} : new FileAttribute<?>[0];
  }

  /** Removes a file, or a folder with all that is in it, as far as it can. Follows no link. */
  public static void remove(Path path) {
    try {
      if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(path)) {
          inside.forEach(PrivateFiles::remove);
        }
      }
      Files.deleteIfExists(path);
    } catch (IOException | DirectoryIteratorException e) {
      // It stays: its name shows that it is incomplete, and the next run tries again.
    }
  }
}

package dev.convo.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** New files and folders that their user alone can read, where files have modes. */
final class PrivateFiles {
  private static final FileAttribute<?> FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<?> FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private PrivateFiles() {}

  /** Opens a file that must not be there yet. */
  static OutputStream create(Path file) throws IOException {
    return Channels.newOutputStream(channel(file));
  }

  /** The same, for one that may be begun again. */
  static FileChannel channel(Path file) throws IOException {
    return FileChannel.open(
        file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), where(file, FILE));
  }

  /** Makes a folder that must not be there yet. */
  static Path folder(Path folder) throws IOException {
    return Files.createDirectory(folder, where(folder, FOLDER));
  }

  /** Makes a folder, and those above it, where they are not there yet. */
  static void folders(Path folder) throws IOException {
    Files.createDirectories(folder, where(folder, FOLDER));
  }

  private static FileAttribute<?>[] where(Path path, FileAttribute<?> mode) {
    boolean modes = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return modes ? new FileAttribute<?>[] {mode} : new FileAttribute<?>[0];
  }
}

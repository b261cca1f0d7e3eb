package dev.convo.terminal;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.convo.files.FileOwnership;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/**
 * A temporary file beside the one that it will replace. It is locked while it is in use, so that
 * one left behind by a killed process can be recognized.
 */
final class PartFile {
  private static final String NAMES = ".convo-*.part";
  private static final FileAttribute<?> PRIVATE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final FileChannel channel;
  private Path path;

  private PartFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Creates one that only its user can read and write, and removes those that the user's killed
   * runs left in the folder.
   *
   * @throws IOException if none can be created
   */
  static PartFile in(Path folder, String user) throws IOException {
    removeAbandoned(folder, user);
    while (true) {
      PartFile made = create(folder);
      if (made.hold()) {
        return made;
      }
      made.channel.close();
      made.remove();
    }
  }

  private static PartFile create(Path folder) throws IOException {
    boolean modes = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    while (true) {
      Path path = folder.resolve(".convo-" + UUID.randomUUID() + ".part");
      try {
        return new PartFile(
            path,
            FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                modes ? new FileAttribute<?>[] {PRIVATE} : new FileAttribute<?>[0]));
      } catch (FileAlreadyExistsException e) {
        // The name is taken; try another.
      }
    }
  }

  /** Locks it; false if another run has meanwhile treated it as abandoned. */
  private boolean hold() {
    try {
      return channel.tryLock() != null && Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    } catch (OverlappingFileLockException e) {
      return false; // The other run is in this process.
    } catch (IOException e) {
      return true; // A file system without locks, where no other run can lock it to remove it
      // either.
    }
  }

  private static void removeAbandoned(Path folder, String user) {
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, NAMES)) {
      for (Path part : parts) {
        if (Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS)
            && FileOwnership.of(part).filter(one -> one.isOf(user)).isPresent()) {
          removeIfAbandoned(part);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // Leftovers must not prevent writing.
    }
  }

  private static void removeIfAbandoned(Path part) {
    // Opened for reading as well: opening a pipe only for writing would wait for a reader.
    try (FileChannel channel =
        FileChannel.open(
            part, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      if (channel.tryLock() != null) {
        Files.deleteIfExists(part);
      }
    } catch (IOException | OverlappingFileLockException e) {
      // In use, or impossible to open.
    }
  }

  /** A stream into it. */
  OutputStream stream() {
    return new FilterOutputStream(Channels.newOutputStream(channel)) {
      @Override
      public void write(byte[] bytes, int from, int count) throws IOException {
        out.write(bytes, from, count);
      }

      @Override
      public void close() {
        // Closing the channel would release the lock, and another run could take the file for
        // abandoned.
      }
    };
  }

  /**
   * Puts it in the place of another file.
   *
   * @param mode its mode from then on; empty for its user's alone
   * @throws IOException if that fails; the caller then removes it
   */
  void replace(Path target, Set<PosixFilePermission> mode) throws IOException {
    path = Files.move(path, path.resolveSibling(path.getFileName() + ".whole"), ATOMIC_MOVE);
    channel.close();
    if (!mode.isEmpty()) {
      Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
          .setPermissions(mode);
    }
    Files.move(path, target, ATOMIC_MOVE);
  }

  /**
   * Removes it, while somebody may still be writing into it.
   *
   * @throws IOException if that fails
   */
  void remove() throws IOException {
    Files.deleteIfExists(path);
  }
}

package dev.convo.files;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

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
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.UUID;

/**
 * A file or a folder, {@code .convo-….part}, whose content takes its place by renaming once it is
 * whole. It is locked while it is in use, so that one left behind by a killed process can be
 * recognized and removed.
 */
public final class Part implements AutoCloseable {
  private static final int ATTEMPTS = 100;
  private static final String NAMES = ".convo-*.part";

  /** A file is locked itself, a folder by this file in it. */
  private static final String LOCK = "lock";

  private final FileChannel lock;
  private Path path;

  private Part(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Makes a file that only its user can read and write, and removes what the user's killed runs
   * left in the folder.
   *
   * @param user the user's name, as the owner of a file is named
   * @throws IOException if none can be made
   */
  public static Part file(Path folder, String user) throws IOException {
    return in(folder, user, false);
  }

  /** Makes a folder under the same rules. */
  public static Part folder(Path folder, String user) throws IOException {
    return in(folder, user, true);
  }

  private static Part in(Path folder, String user, boolean isFolder) throws IOException {
    removeAbandoned(folder, user, isFolder);
    for (int attempt = 1; ; attempt++) {
      Path path = folder.resolve(newName());
      try {
        if (isFolder) {
          PrivateFiles.folder(path);
        }
        Path lock = isFolder ? path.resolve(LOCK) : path;
        Part made = new Part(path, locked(lock, path));
        if (made.isHeld(lock)) {
          return made;
        }
        made.close();
      } catch (FileAlreadyExistsException | NoSuchFileException e) {
        // The name is taken, or another run has taken the new folder for an abandoned one.
        // A file system such as /proc refuses every name in these words.
        if (attempt == ATTEMPTS || !Files.isDirectory(folder)) {
          throw e;
        }
      }
    }
  }

  /** Opens the file to lock; if that fails, a new folder is removed again. */
  private static FileChannel locked(Path lock, Path part) throws IOException {
    try {
      return PrivateFiles.file(lock);
    } catch (IOException e) {
      if (!lock.equals(part)) {
        part.toFile().delete(); // Only if no other run has put anything into it.
      }
      throw e;
    }
  }

  /** Locks it; false if another run has taken it for an abandoned one. */
  private boolean isHeld(Path locked) {
    try {
      return lock.tryLock() != null && Files.exists(locked, LinkOption.NOFOLLOW_LINKS);
    } catch (OverlappingFileLockException e) {
      return false; // The other run is in this process.
    } catch (IOException e) {
      return true; // A file system without locks: no other run can lock it, and so none removes it.
    }
  }

  private static String newName() {
    return ".convo-" + UUID.randomUUID() + ".part";
  }

  /**
   * Looks at the same kind only: closing any channel on a file gives up all the locks that this
   * process has on it, also those of a run that saves and writes into one folder.
   */
  private static void removeAbandoned(Path folder, String user, boolean isFolder) {
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, NAMES)) {
      for (Path part : parts) {
        boolean isOurs = FileOwnership.of(part).filter(owned -> !owned.isOf(user)).isEmpty();
        boolean isKind =
            isFolder
                ? Files.isDirectory(part, LinkOption.NOFOLLOW_LINKS)
                : Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS);
        if (isOurs && isKind) {
          removeIfAbandoned(part, isFolder ? part.resolve(LOCK) : part);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // They stay, and this run goes on all the same.
    }
  }

  private static void removeIfAbandoned(Path part, Path lock) {
    try (FileChannel channel =
        FileChannel.open(
            lock, StandardOpenOption.WRITE, StandardOpenOption.CREATE, LinkOption.NOFOLLOW_LINKS)) {
      if (channel.tryLock() != null) {
        PrivateFiles.remove(part);
      }
    } catch (IOException | OverlappingFileLockException e) {
      // In use, or impossible to open.
    }
  }

  public Path path() {
    return path;
  }

  public OutputStream stream() {
    return new FilterOutputStream(Channels.newOutputStream(lock)) {
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
   * Puts the file in the place of another.
   *
   * @param mode its mode from then on; empty for its user's alone
   * @throws IOException if that fails; the caller then removes it
   */
  public void replace(Path target, Set<PosixFilePermission> mode) throws IOException {
    path = Files.move(path, path.resolveSibling(path.getFileName() + ".whole"), ATOMIC_MOVE);
    lock.close();
    if (!mode.isEmpty()) {
      Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
          .setPermissions(mode);
    }
    Files.move(path, target, ATOMIC_MOVE);
  }

  /** Removes it with all that is in it, even while somebody still writes into it. */
  public void remove() {
    try {
      // Under another name, nothing more is put into it.
      path = Files.move(path, path.resolveSibling(newName()), ATOMIC_MOVE);
    } catch (IOException e) {
      // It is gone, or is removed under its own name.
    }
    PrivateFiles.remove(path);
  }

  /** Removes it, and then the lock. */
  @Override
  public void close() {
    remove();
    try {
      lock.close();
    } catch (IOException e) {
      // The lock goes with the process.
    }
  }
}

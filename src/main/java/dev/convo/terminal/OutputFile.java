package dev.convo.terminal;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file of {@code -O}. A regular file is written beside and renamed, so that it is whole or
 * untouched; a pipe or a device is written through.
 */
public final class OutputFile {
  private final Path target;
  private final boolean regular;
  private @Nullable Path beside;
  private boolean dropped;

  private OutputFile(Path target, boolean regular) {
    this.target = target;
    this.regular = regular;
  }

  /**
   * Looks at the place, before anything is fetched.
   *
   * @throws Failure OUTPUT if nothing can be written there
   */
  public static OutputFile at(Path file) {
    if (Files.isDirectory(file)) {
      throw cannot(file, "it is a folder");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      // By the name that was given: /dev/stdout and >(gzip) are links that lead to no other.
      return new OutputFile(file, false);
    }
    Path target = followed(file.toAbsolutePath());
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw cannot(file, "there is no folder " + folder);
    }
    if (!Files.isWritable(folder)) {
      throw cannot(file, "the folder " + folder + " is not writable");
    }
    return new OutputFile(target, true);
  }

  private static Path followed(Path file) {
    try {
      Path here = file;
      for (int links = 0; links < 40 && Files.isSymbolicLink(here); links++) {
        here = here.resolveSibling(Files.readSymbolicLink(here)).normalize();
      }
      return here;
    } catch (IOException e) {
      throw cannot(file, "its link cannot be followed");
    }
  }

  /**
   * Opens the stream to write to.
   *
   * @throws Failure OUTPUT if that fails; INTERRUPTED if it was dropped meanwhile
   */
  public synchronized OutputStream open() {
    if (dropped) {
      throw new Failure(Kind.INTERRUPTED, "interrupted", null);
    }
    try {
      if (!regular) {
        return Files.newOutputStream(target, StandardOpenOption.WRITE);
      }
      Path folder = target.toAbsolutePath().getParent();
      Path made = Files.createTempFile(folder, ".convo-", ".part"); // mode 0600
      beside = made;
      return Files.newOutputStream(made);
    } catch (IOException e) {
      throw cannot(target, reason(e));
    }
  }

  /**
   * Puts what was written in its place; the stream must be closed.
   *
   * @throws Failure OUTPUT if that fails
   */
  public synchronized void keep() {
    Path made = beside;
    if (made == null) {
      return;
    }
    try {
      keepMode(made);
      move(made);
      beside = null;
    } catch (IOException e) {
      drop();
      throw cannot(target, reason(e));
    }
  }

  private void keepMode(Path made) throws IOException {
    boolean posix = Files.getFileStore(made).supportsFileAttributeView("posix");
    if (posix && Files.exists(target)) {
      Set<PosixFilePermission> mode = Files.getPosixFilePermissions(target);
      Files.setPosixFilePermissions(made, mode);
    } else if (posix) {
      Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
    }
  }

  private void move(Path made) throws IOException {
    try {
      Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(made, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * Forgets what was written, for good; the target is as it was.
   *
   * @return whether anything was
   */
  public synchronized boolean drop() {
    dropped = true;
    Path made = beside;
    beside = null;
    try {
      if (made != null) {
        Files.deleteIfExists(made);
      }
    } catch (IOException e) {
      // A leftover beside the target is all that can remain, and is named so.
    }
    return made != null;
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    // The message of a fault of files is their names first.
    String words = e instanceof FileSystemException fault ? fault.getReason() : e.getMessage();
    return words == null ? "it cannot be written" : words;
  }

  private static Failure cannot(Path file, String why) {
    return new Failure(
        Kind.OUTPUT, "cannot write " + file + ": " + why, "name another file with -O");
  }
}

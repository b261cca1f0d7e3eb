package dev.convo.terminal;

import dev.convo.failure.Failure;
import dev.convo.files.FileFault;
import dev.convo.files.FileOwnership;
import dev.convo.files.Part;
import dev.convo.files.Route;
import dev.convo.files.ShellWord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file of {@code -O}. A regular file is written under another name and renamed, so that it is
 * whole or untouched; a pipe or a device is written through. In a folder that everybody can write
 * to, another user's files are not used: the rule of Linux's {@code fs.protected_symlinks}, {@code
 * protected_fifos} and {@code protected_regular}, for each link on the way as well
 * (https://docs.kernel.org/admin-guide/sysctl/fs.html, read 2026-11).
 */
public final class OutputFile {
  private static final String OTHER = "name another file with -O";
  private static final Set<PosixFilePermission> WRITE =
      EnumSet.of(
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_WRITE);

  private final Path target;
  private final String user;
  private final boolean regular;
  private final Set<PosixFilePermission> mode;
  private @Nullable Part part;
  private boolean dropped;

  private OutputFile(Path target, String user, boolean regular, Set<PosixFilePermission> mode) {
    this.target = target;
    this.user = user;
    this.regular = regular;
    this.mode = mode;
  }

  /**
   * Checks the target, before anything is fetched.
   *
   * @param user the user's name, as the owner of a file is named
   * @throws Failure OUTPUT if nothing can be written there, or if the file there must not be used
   */
  public static OutputFile at(Path file, String user) {
    if (Files.isDirectory(file)) {
      throw cannot(file, "it is a folder");
    }
    try {
      String name = FileOwnership.ownerName(user);
      Route route = Route.to(file);
      for (Route.Step step : route.steps()) {
        checkOwner(file, step, name);
      }
      Optional<Route.Step> there = route.last().filter(step -> route.exists());
      if (there.isEmpty() && Files.exists(file)) {
        // Links such as /dev/stdout and >(gzip) lead to no other name.
        return new OutputFile(file, name, false, Set.of());
      }
      if (there.isPresent() && !there.get().kind().isRegularFile()) {
        if (there.get().replaceable()) {
          throw cannot(file, "it is a pipe or a device in a folder that everybody can write to");
        }
        return new OutputFile(route.end(), name, false, Set.of());
      }
      checkFolder(file, route.end().getParent());
      return new OutputFile(
          route.end(), name, true, there.isPresent() ? mode(file, there.get()) : Set.of());
    } catch (FileSystemLoopException e) {
      throw cannot(file, "its links form a loop");
    } catch (IOException e) {
      throw cannot(file, FileFault.words(e));
    }
  }

  /** Refuses another user's file in a folder that everybody can write to. */
  private static void checkOwner(Path file, Route.Step step, String user) {
    Optional<FileOwnership> others = step.planted(user);
    if (others.isPresent() && !step.kind().isDirectory()) {
      throw cannot(
          file,
          (step.kind().isSymbolicLink() ? "the link " + step.path() : "it")
              + " belongs to another user ("
              + others.get().owner()
              + "), in a folder that others can write to");
    }
  }

  private static void checkFolder(Path file, @Nullable Path folder) {
    if (folder == null || !Files.isDirectory(folder)) {
      throw cannot(file, "there is no folder " + folder);
    }
    if (!Files.isWritable(folder)) {
      throw cannot(file, "the folder " + folder + " is not writable");
    }
  }

  /** The old file's mode, for the new one; none where everybody can swap files. */
  private static Set<PosixFilePermission> mode(Path file, Route.Step old) throws IOException {
    boolean modes = old.ownership().isPresent();
    Set<PosixFilePermission> mode =
        modes ? Files.getPosixFilePermissions(old.path(), LinkOption.NOFOLLOW_LINKS) : Set.of();
    // Root can write to any file, but one that is read-only for everybody is meant to stay as it
    // is.
    if (!Files.isWritable(old.path()) || modes && mode.stream().noneMatch(WRITE::contains)) {
      throw Failure.output(
          "cannot write " + file + ": it is write-protected",
          "chmod u+w " + ShellWord.of(file) + ", or " + OTHER);
    }
    return old.replaceable() ? Set.of() : mode;
  }

  /**
   * Opens the stream to write to.
   *
   * @throws Failure OUTPUT if that fails; INTERRUPTED if it was dropped meanwhile
   */
  public synchronized OutputStream open() {
    if (dropped) {
      throw Failure.interrupted();
    }
    try {
      if (!regular) {
        return Files.newOutputStream(target, StandardOpenOption.WRITE);
      }
      Part made = Part.file(target.resolveSibling(""), user);
      part = made;
      return made.stream();
    } catch (IOException e) {
      throw cannot(target, FileFault.words(e));
    }
  }

  /**
   * Puts what was written in its place; the stream must be closed.
   *
   * @throws Failure OUTPUT if that fails
   */
  public synchronized void keep() {
    if (part == null) {
      return;
    }
    try {
      part.replace(target, mode);
      part = null;
    } catch (IOException e) {
      drop();
      throw cannot(target, FileFault.words(e));
    }
  }

  /**
   * Discards what was written. The target stays as it was.
   *
   * @return whether there was anything to discard
   */
  public synchronized boolean drop() {
    dropped = true;
    Part made = part;
    part = null;
    if (made != null) {
      made.remove();
    }
    return made != null;
  }

  private static Failure cannot(Path file, String why) {
    return Failure.output("cannot write " + file + ": " + why, OTHER);
  }
}

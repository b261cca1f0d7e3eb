package dev.convo.archive;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.convo.failure.Failure;
import dev.convo.files.FileFault;
import dev.convo.files.FileOwnership;
import dev.convo.files.Part;
import dev.convo.files.PrivateFiles;
import dev.convo.files.Route;
import dev.convo.http.Request;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The folder of {@code --save}. A conversation is written into a folder of this run, {@code
 * .convo-….part}, and moved into place in one step, so that whatever has a conversation's name is
 * whole, however the run ends. The run's folder is locked: one without a lock is left over from a
 * run that was killed.
 */
public final class Archive implements AutoCloseable {
  private static final String OTHER = "name another folder with --save";

  private final Path typed;
  private final Path folder;
  private final String user;
  private final AtomicInteger begun = new AtomicInteger();
  private @Nullable Part part;
  private final List<Path> made = new ArrayList<>();
  private boolean closed;

  private Archive(Path typed, Path folder, String user) {
    this.typed = typed;
    this.folder = folder;
    this.user = user;
  }

  /**
   * Checks the place before anything is fetched. The folder is made for the first conversation.
   *
   * @param user the user's name, as the owner of a file is named
   * @throws Failure OUTPUT if nothing can be written there, or others control what is there
   */
  public static Archive open(Path typed, String user) {
    try {
      String owner = FileOwnership.ownerName(user);
      Route route = Route.to(typed);
      check(typed, route, owner);
      return new Archive(typed, route.end(), owner);
    } catch (IOException e) {
      throw cannot(typed, FileFault.words(e));
    }
  }

  /** Asked again once the folder is made: somebody else may make it first. */
  private static void check(Path typed, Route route, String user) throws IOException {
    for (Route.Step step : route.steps()) {
      checkOwner(typed, step, user);
    }
    List<Path> missing = missing(route.end());
    if (missing.isEmpty()) {
      checkFolder(typed, route.end());
      return;
    }
    Path above = missing.get(missing.size() - 1).toAbsolutePath().getParent();
    if (above != null && !Files.isDirectory(above)) {
      throw cannot(typed, above + " is not a folder");
    }
    if (above != null && !Files.isWritable(above)) {
      throw cannot(typed, "permission denied");
    }
  }

  /** The folder and its parents that do not exist, the lowest first. */
  private static List<Path> missing(Path folder) {
    List<Path> missing = new ArrayList<>();
    @Nullable Path one = folder;
    while (one != null && !Files.exists(one)) {
      missing.add(one);
      one = one.getParent();
    }
    return missing;
  }

  private static void checkFolder(Path typed, Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw cannot(typed, "it is not a folder");
    }
    if (FileOwnership.of(folder).filter(FileOwnership::openToAll).isPresent()) {
      throw cannot(typed, "everybody can write to it");
    }
    if (!Files.isWritable(folder)) {
      throw cannot(typed, "the folder is not writable");
    }
  }

  /** Refuses what another user put into a folder that all can write to. */
  private static void checkOwner(Path typed, Route.Step step, String user) {
    Optional<FileOwnership> others = step.planted(user);
    if (others.isPresent()) {
      throw cannot(
          typed,
          step.path()
              + " belongs to another user ("
              + others.get().owner()
              + "), in a folder that others can write to");
    }
  }

  /** The folder, as it was typed. */
  public Path path() {
    return typed;
  }

  /**
   * What is already saved of a conversation.
   *
   * @param suffices whether the request in its manifest covers what is wanted
   * @return empty unless it suffices, nothing is missing, and every file is as it was written
   */
  public Optional<SavedFolder> whole(String provider, String id, Predicate<Manifest> suffices) {
    Path there = folder.resolve(FolderName.of(provider, id));
    try {
      if (!SavedFolder.is(there)) {
        return Optional.empty();
      }
      SavedFolder saved = SavedFolder.open(there);
      Manifest manifest = saved.manifest();
      boolean whole =
          suffices.test(manifest) && manifest.lacking().isEmpty() && saved.faults().isEmpty();
      return whole ? Optional.of(saved) : Optional.empty();
    } catch (Failure unreadable) {
      return Optional.empty();
    }
  }

  /**
   * Begins to save a conversation with these first requests.
   *
   * @throws Failure OUTPUT if it cannot be saved
   */
  public Recording begin(List<Request> opening) {
    try {
      Path made = part().resolve(String.valueOf(begun.incrementAndGet()));
      return new Recording(this, PrivateFiles.folder(made), opening);
    } catch (IOException e) {
      throw cannot(e);
    }
  }

  private synchronized Path part() throws IOException {
    if (closed) {
      throw Failure.interrupted();
    }
    if (part == null) {
      made.addAll(missing(folder));
      PrivateFiles.folders(folder);
      check(typed, Route.to(folder), user);
      part = Part.folder(folder, user);
    }
    return part.path();
  }

  /** Gives a finished folder its name; a folder that has that name is set aside. */
  Path place(Path made, String name) {
    Path target = folder.resolve(name);
    try {
      while (Files.exists(target, LinkOption.NOFOLLOW_LINKS) || !isMoved(made, target)) {
        setAside(target);
      }
      return target;
    } catch (IOException e) {
      throw cannot(e);
    }
  }

  /**
   * Renames {@code chatwoot-42} to {@code chatwoot-42.1}, or the next free number. If the run is
   * killed now, only that is left: {@link SavedFolder#latestIn} finds it.
   */
  private void setAside(Path old) throws IOException {
    if (!Files.isDirectory(old, LinkOption.NOFOLLOW_LINKS)) {
      throw cannot(typed, old.getFileName() + " in it is not a folder");
    }
    int number = 1;
    try {
      while (Files.exists(FolderName.older(old, number), LinkOption.NOFOLLOW_LINKS)
          || !isMoved(old, FolderName.older(old, number))) {
        number++;
      }
    } catch (NoSuchFileException e) {
      // Another run set it aside.
    }
  }

  /** Renames a folder; false if another run has taken the name. */
  private static boolean isMoved(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, ATOMIC_MOVE);
      return true;
    } catch (NoSuchFileException e) {
      throw e;
    } catch (FileSystemException e) {
      if (!Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
        throw e;
      }
      return false;
    }
  }

  /** Removes what is unfinished, and the empty folders that this run made. */
  @Override
  public synchronized void close() {
    closed = true;
    if (part != null) {
      part.close();
      part = null;
    }
    made.forEach(one -> one.toFile().delete()); // Fails unless it is empty.
  }

  Failure cannot(IOException e) {
    return cannot(typed, FileFault.words(e));
  }

  private static Failure cannot(Path typed, String why) {
    return Failure.output("cannot save to " + typed + ": " + why, OTHER);
  }
}

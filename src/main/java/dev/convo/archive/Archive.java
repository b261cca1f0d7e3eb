package dev.convo.archive;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
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
 * .convo-….part}, and takes its place by one renaming: whatever ends a run, what has a
 * conversation's name is whole. The run's folder is locked, so that one whose process was killed
 * can be recognized.
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
   * Checks the place before anything is fetched. The folder is made with the first conversation.
   *
   * @param user the user's name, as the owner of a file is named
   * @throws Failure OUTPUT if nothing can be written there, or if others decide what is there
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

  /** Where the folder is missing, somebody else may still make it: then this is asked again. */
  private static void check(Path typed, Route route, String user) throws IOException {
    for (Route.Step step : route.steps()) {
      checkOwner(typed, step, user);
    }
    List<Path> missing = missing(route.end());
    if (missing.isEmpty()) {
      checkFolder(typed, route.end());
    } else {
      checkAbove(typed, missing.get(missing.size() - 1).toAbsolutePath().getParent());
    }
  }

  /** The folder and those above it, as far as they do not exist, the lowest first. */
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

  /** Refuses a folder in which none can be made. */
  private static void checkAbove(Path typed, @Nullable Path above) {
    if (above != null && !Files.isDirectory(above)) {
      throw cannot(typed, above + " is not a folder");
    }
    if (above != null && !Files.isWritable(above)) {
      throw cannot(typed, "permission denied");
    }
  }

  /** Refuses what another user has put into a folder that is everybody's. */
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

  /** The folder, as it was named. */
  public Path path() {
    return typed;
  }

  /**
   * What is already saved of a conversation.
   *
   * @param suffices whether what its manifest says it was asked for is enough
   * @return empty unless it suffices, nothing was missing, and every file is as it was written
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
   * Begins to save a conversation.
   *
   * @param opening the requests that it begins with
   * @throws Failure OUTPUT if that cannot be
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

  /** Gives a finished folder its name; a folder that has it is kept under another one. */
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
   * Renames {@code chatwoot-42} to {@code chatwoot-42.1}, or the next number that is free. A run
   * that is killed now leaves only that: {@link SavedFolder#latestIn} finds it.
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
      // Another run has set it aside.
    }
  }

  /** Renames a folder; false if another run has taken the name meanwhile. */
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

  /** Removes what is not whole, and the folders that this run has made for nothing. */
  @Override
  public synchronized void close() {
    closed = true;
    if (part != null) {
      part.close();
      part = null;
    }
    made.forEach(one -> one.toFile().delete()); // Only if nothing is in it.
  }

  Failure cannot(IOException e) {
    return cannot(typed, FileFault.words(e));
  }

  private static Failure cannot(Path typed, String why) {
    return new Failure(Kind.OUTPUT, "cannot save to " + typed + ": " + why, OTHER);
  }
}

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
  private boolean closed;

  private Archive(Path typed, Path folder, String user) {
    this.typed = typed;
    this.folder = folder;
    this.user = user;
  }

  /**
   * Checks the place, and makes the folder if it is missing, before anything is fetched.
   *
   * @param user the user's name, as the owner of a file is named
   * @throws Failure OUTPUT if nothing can be written there, or if others decide what is there
   */
  public static Archive open(Path typed, String user) {
    try {
      String name = FileOwnership.ownerName(user);
      Route route = Route.to(typed);
      for (Route.Step step : route.steps()) {
        checkOwner(typed, step, name);
      }
      Path folder = route.end();
      if (Files.exists(folder) && !Files.isDirectory(folder)) {
        throw cannot(typed, "it is not a folder");
      }
      PrivateFiles.folders(folder);
      if (FileOwnership.of(folder).filter(FileOwnership::openToAll).isPresent()) {
        throw cannot(typed, "everybody can write to it");
      }
      if (!Files.isWritable(folder)) {
        throw cannot(typed, "the folder is not writable");
      }
      return new Archive(typed, folder, name);
    } catch (IOException e) {
      throw cannot(typed, FileFault.words(e));
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

  /** Removes what is not whole. */
  @Override
  public synchronized void close() {
    closed = true;
    if (part != null) {
      part.close();
      part = null;
    }
  }

  Failure cannot(IOException e) {
    return cannot(typed, FileFault.words(e));
  }

  private static Failure cannot(Path typed, String why) {
    return new Failure(Kind.OUTPUT, "cannot save to " + typed + ": " + why, OTHER);
  }
}

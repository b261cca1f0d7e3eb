package dev.convo.archive;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.files.FileOwnership;
import dev.convo.files.Route;
import dev.convo.http.Request;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The folder of {@code --save}. A conversation is written into a folder of this run, {@code
 * .convo-….part}, and takes its place by one renaming: whatever ends a run, what has a
 * conversation's name is whole. The run's folder is locked, so that one whose process was killed
 * can be told from one that is in use.
 */
public final class Archive implements AutoCloseable {
  private static final String PARTS = ".convo-*.part";
  private static final String LOCK = "lock";
  private static final String OTHER = "name another folder with --save";

  private final Path typed;
  private final Path folder;
  private final String user;
  private final AtomicInteger begun = new AtomicInteger();
  private @Nullable Path part;
  private @Nullable FileChannel lock;
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
      Optional<FileOwnership> own = FileOwnership.of(folder);
      if (own.filter(one -> one.writtenByAll() && !one.sticky()).isPresent()) {
        throw cannot(typed, "everybody can write to it");
      }
      if (!Files.isWritable(folder)) {
        throw cannot(typed, "the folder is not writable");
      }
      return new Archive(typed, folder, name);
    } catch (IOException e) {
      throw cannot(typed, reason(e));
    }
  }

  /** Refuses what another user has put into a folder that is everybody's. */
  private static void checkOwner(Path typed, Route.Step step, String user) {
    Optional<FileOwnership> others =
        step.folder()
            .filter(FileOwnership::shared)
            .flatMap(shared -> step.ownership())
            .filter(ownership -> !ownership.belongsTo(user));
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
   * What is saved of a conversation already.
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
      removeAbandoned();
      while (part == null) {
        part = create();
      }
    }
    return part;
  }

  /** Null if another run has taken it for an abandoned one in between. */
  private @Nullable Path create() throws IOException {
    Path made = folder.resolve(".convo-" + UUID.randomUUID() + ".part");
    PrivateFiles.folder(made);
    FileChannel channel;
    try {
      channel = locked(made.resolve(LOCK));
    } catch (NoSuchFileException e) {
      return null;
    }
    try {
      if (channel.tryLock() == null || !Files.exists(made.resolve(LOCK))) {
        channel.close();
        Trees.remove(made);
        return null;
      }
    } catch (IOException e) {
      // A file system without locks: no other run can lock it, and so none removes it.
    }
    lock = channel;
    return made;
  }

  private static FileChannel locked(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
  }

  /** Removes what killed runs of this user have left. */
  private void removeAbandoned() {
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, PARTS)) {
      for (Path one : parts) {
        if (Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS)
            && FileOwnership.of(one).filter(owned -> !owned.isOf(user)).isEmpty()) {
          removeIfAbandoned(one);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // They stay, and this run saves all the same.
    }
  }

  private static void removeIfAbandoned(Path part) {
    try (FileChannel channel = locked(part.resolve(LOCK))) {
      if (channel.tryLock() != null) {
        Trees.remove(part);
      }
    } catch (IOException | OverlappingFileLockException e) {
      // It is in use, or cannot be opened.
    }
  }

  /** Gives a finished folder its name; what has that name is kept under another one. */
  Path place(Path made, String name) {
    Path target = folder.resolve(name);
    try {
      while (true) {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
          setAside(target);
        }
        try {
          return Files.move(made, target, ATOMIC_MOVE);
        } catch (FileSystemException e) {
          // Another run has been there first, unless it is something else.
          if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS) || !Files.exists(made)) {
            throw e;
          }
        }
      }
    } catch (IOException e) {
      throw cannot(e);
    }
  }

  /** Renames {@code chatwoot-42} to {@code chatwoot-42.1}, or the next number that is free. */
  private void setAside(Path old) throws IOException {
    if (!Files.isDirectory(old, LinkOption.NOFOLLOW_LINKS)) {
      throw cannot(typed, old.getFileName() + " in it is not a folder");
    }
    for (int number = 1; ; number++) {
      Path free = old.resolveSibling(old.getFileName() + "." + number);
      if (!Files.exists(free, LinkOption.NOFOLLOW_LINKS)) {
        try {
          Files.move(old, free, ATOMIC_MOVE);
          return;
        } catch (NoSuchFileException e) {
          return; // Another run has moved it.
        } catch (FileAlreadyExistsException e) {
          // Another run has taken the number.
        } catch (FileSystemException e) {
          if (!Files.exists(free, LinkOption.NOFOLLOW_LINKS)) {
            throw e;
          }
        }
      }
    }
  }

  /** Removes what is not whole. */
  @Override
  public synchronized void close() {
    closed = true;
    if (part != null) {
      Trees.remove(part);
      part = null;
    }
    try {
      if (lock != null) {
        lock.close();
      }
    } catch (IOException e) {
      // The lock goes with the process.
    }
  }

  Failure cannot(IOException e) {
    return cannot(typed, reason(e));
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    String words = e instanceof FileSystemException fault ? fault.getReason() : e.getMessage();
    return words == null ? "it cannot be written" : words;
  }

  private static Failure cannot(Path typed, String why) {
    return new Failure(Kind.OUTPUT, "cannot save to " + typed + ": " + why, OTHER);
  }
}

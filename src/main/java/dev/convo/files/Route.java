package dev.convo.files;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * How the system reaches a file: name by name from the root, following links.
 *
 * @param steps every name that it passes, the first below the root; those that exist
 * @param end the file without any link on the way to it, whether or not it exists
 */
public record Route(List<Step> steps, Path end) {
  /** As many as Linux follows: path_resolution(7). */
  private static final int MOST_LINKS = 40;

  public Route {
    steps = List.copyOf(steps);
  }

  /**
   * A name on the way.
   *
   * @param path without links in its folders
   * @param kind of the name itself, a link not followed
   * @param folder the ownership of the folder that it is in; empty where files have no modes
   * @param ownership its own, that of a link where it is one
   */
  public record Step(
      Path path,
      BasicFileAttributes kind,
      Optional<FileOwnership> folder,
      Optional<FileOwnership> ownership) {
    /** Another user's ownership of what is in a folder that everybody can write to. */
    public Optional<FileOwnership> planted(String user) {
      return folder
          .filter(FileOwnership::shared)
          .flatMap(shared -> ownership)
          .filter(owned -> !owned.belongsTo(user));
    }

    /** Whether everybody can put something else in its place. */
    public boolean replaceable() {
      return folder.filter(FileOwnership::openToAll).isPresent();
    }
  }

  /**
   * Finds the way to a file. It is walked from the root down, so that a folder that only its user
   * and root can write still has the names in it that were seen there.
   *
   * @throws FileSystemLoopException if more than 40 links are passed
   * @throws IOException if a folder may not be searched
   */
  public static Route to(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path here = absolute.getRoot();
    Deque<Path> ahead = new ArrayDeque<>();
    absolute.forEach(ahead::add);
    List<Step> steps = new ArrayList<>();
    int links = 0;
    while (!ahead.isEmpty()) {
      Path name = ahead.pop();
      Path next = here.resolve(name).normalize();
      if (name.toString().isEmpty() || name.toString().equals(".") || next.equals(here)) {
        continue;
      }
      if (name.toString().equals("..")) {
        here = next;
        continue;
      }
      Optional<BasicFileAttributes> kind = kind(next);
      if (kind.isEmpty()) {
        return new Route(steps, rest(next, ahead));
      }
      steps.add(new Step(next, kind.get(), FileOwnership.of(here), FileOwnership.of(next)));
      if (!kind.get().isSymbolicLink()) {
        here = next;
        continue;
      }
      if (++links > MOST_LINKS) {
        throw new FileSystemLoopException(file.toString());
      }
      Path target = Files.readSymbolicLink(next);
      here = target.isAbsolute() ? target.getRoot() : here;
      for (int i = target.getNameCount() - 1; i >= 0; i--) {
        ahead.push(target.getName(i));
      }
    }
    return new Route(steps, here);
  }

  /** Whether there is a file at the end. */
  public boolean exists() {
    return last().filter(step -> step.path().equals(end)).isPresent();
  }

  public Optional<Step> last() {
    return steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
  }

  private static Path rest(Path missing, Deque<Path> ahead) {
    Path path = missing;
    for (Path name : ahead) {
      path = path.resolve(name);
    }
    return path.normalize();
  }

  private static Optional<BasicFileAttributes> kind(Path path) throws IOException {
    Path folder = path.getParent();
    if (folder != null && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}

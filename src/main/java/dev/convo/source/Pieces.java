package dev.convo.source;

import dev.convo.archive.DocumentFile;
import dev.convo.archive.SavedFolder;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.model.Document;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The saved conversations that were named, in order: each a folder of its own, or out of a file.
 */
public final class Pieces implements Agenda<Pieces.Piece> {
  private static final Path STDIN = Path.of(Ids.STDIN);

  /** In a folder of saved conversations: what is not whole yet, and what was saved before. */
  private static final Pattern PASSED_OVER = Pattern.compile("\\..*|.*\\.[0-9]+");

  private final Saved saved;
  private final Supplier<InputStream> stdin;
  private final Deque<Path> ahead = new ArrayDeque<>();
  private final boolean onlyFolders;
  private @Nullable DocumentFile file;

  /** A saved conversation before it is decoded. */
  public interface Piece {
    /**
     * Decodes it.
     *
     * @throws Failure BAD_ANSWER if it cannot be
     */
    Document document();
  }

  /**
   * What these names stand for: a folder is a saved conversation, or full of them; a file holds any
   * number; {@code -} is standard input.
   *
   * @throws Failure USAGE if there is nothing of that name
   */
  public Pieces(Saved saved, List<String> names, Supplier<InputStream> stdin) {
    this.saved = saved;
    this.stdin = stdin;
    for (String name : names) {
      ahead.addAll(name.equals(Ids.STDIN) ? List.of(STDIN) : folders(Path.of(name)));
    }
    this.onlyFolders = ahead.stream().allMatch(SavedFolder::is);
  }

  /** A folder itself, or the saved conversations in it, by name; of each the latest. */
  public static List<Path> folders(Path named) {
    if (!Files.exists(named)) {
      throw new Failure(Kind.USAGE, named + ": there is no such file or folder", null);
    }
    if (SavedFolder.is(named) || !Files.isDirectory(named)) {
      return List.of(named);
    }
    List<Path> inside = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(named)) {
      for (Path one : all) {
        if (!PASSED_OVER.matcher(one.getFileName().toString()).matches()
            && Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS)
            && SavedFolder.is(one)) {
          inside.add(one);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      throw new Failure(Kind.USAGE, named + ": the folder cannot be read", null);
    }
    if (inside.isEmpty()) {
      throw new Failure(
          Kind.USAGE,
          named + " is no saved conversation and holds none",
          "name a folder that --save has made");
    }
    inside.sort(null);
    return inside;
  }

  /** How many there are; empty where a file may hold any number. */
  public OptionalInt count() {
    return onlyFolders ? OptionalInt.of(ahead.size()) : OptionalInt.empty();
  }

  @Override
  public boolean hasNext() {
    while (file != null && !file.hasNext() || file == null && atFile()) {
      if (file == null) {
        file = opened(ahead.remove());
      } else {
        file.close();
        file = null;
      }
    }
    return file != null || !ahead.isEmpty();
  }

  private boolean atFile() {
    Path next = ahead.peek();
    return next != null && !SavedFolder.is(next);
  }

  private DocumentFile opened(Path path) {
    return path.equals(STDIN)
        ? DocumentFile.of("standard input", stdin.get())
        : DocumentFile.open(path);
  }

  @Override
  public Next<Piece> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    if (file == null) {
      Path path = ahead.remove();
      return new Next<>(() -> saved.document(SavedFolder.open(path)), null, 0);
    }
    try {
      Document document = file.next();
      return new Next<>(() -> saved.known(document), null, 0);
    } catch (Failure failure) {
      return new Next<>(null, failure, 0);
    }
  }

  @Override
  public int typedLeft() {
    return ahead.size();
  }

  @Override
  public boolean mayHoldMore() {
    return false;
  }
}

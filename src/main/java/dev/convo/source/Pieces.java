package dev.convo.source;

import dev.convo.archive.DocumentFile;
import dev.convo.archive.SavedFolder;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.model.Document;
import dev.convo.provider.Provider;
import java.io.BufferedInputStream;
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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The saved conversations that were named, in order: folders, or parts of files. */
public final class Pieces implements Agenda<Pieces.Piece> {
  private static final Path STDIN = Path.of(Ids.STDIN);

  /** Skipped in a folder of saved conversations: incomplete ones, and older versions. */
  private static final Pattern PASSED_OVER = Pattern.compile("\\..*|.*\\.[0-9]+");

  private final Saved saved;
  private final Optional<Provider> as;
  private final Supplier<InputStream> stdin;
  private final Deque<Path> ahead = new ArrayDeque<>();
  private final boolean onlyFolders;
  private @Nullable PieceFile file;

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
   * The conversations behind these names. A folder is a saved conversation or contains several; a
   * file may contain any number; {@code -} is standard input.
   *
   * @param as whose answers to the documented call the files are; empty where convo has written
   *     them
   * @throws Failure USAGE if there is nothing of that name
   */
  public Pieces(
      Saved saved, Optional<Provider> as, List<String> names, Supplier<InputStream> stdin) {
    this.saved = saved;
    this.as = as;
    this.stdin = stdin;
    for (String name : names) {
      if (as.isPresent() && Files.isDirectory(Path.of(name))) {
        throw new Failure(
            Kind.USAGE,
            name + " is a folder: --as is for a file that holds a platform's answer",
            "leave out --as, or name a file, such as " + Path.of(name, "answer-1.json"));
      }
      ahead.addAll(name.equals(Ids.STDIN) ? List.of(STDIN) : folders(Path.of(name)));
    }
    this.onlyFolders = ahead.stream().allMatch(SavedFolder::is);
  }

  /** The folder itself, or the saved conversations in it by name, each in its latest version. */
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
          named + " is not a saved conversation and does not hold any",
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

  private PieceFile opened(Path path) {
    String name = path.equals(STDIN) ? "standard input" : path.toString();
    InputStream in = path.equals(STDIN) ? stdin.get() : stream(path);
    return as.<PieceFile>map(provider -> new RawFile(name, in, provider))
        .orElseGet(() -> new OwnFile(name, new DocumentFile(name, in), saved));
  }

  /** A file that cannot be opened fails when it is read, like one that is cut short. */
  private static InputStream stream(Path path) {
    try {
      return new BufferedInputStream(Files.newInputStream(path));
    } catch (IOException e) {
      return new InputStream() {
        @Override
        public int read() throws IOException {
          throw e;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
          throw e;
        }
      };
    }
  }

  /** What convo has written. */
  private record OwnFile(String name, DocumentFile file, Saved saved) implements PieceFile {
    @Override
    public boolean hasNext() {
      return file.hasNext();
    }

    @Override
    public Piece next() {
      Document document = file.next();
      return () -> saved.known(name, document);
    }

    @Override
    public void close() {
      file.close();
    }
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
      return new Next<>(file.next(), null, 0);
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

package dev.convo.archive;

import dev.convo.failure.Failure;
import dev.convo.files.ShellWord;
import dev.convo.http.Exchange;
import dev.convo.http.Headers;
import dev.convo.http.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A saved conversation on disk. Nothing in it is trusted before it is checked. */
public final class SavedFolder {
  /** In bytes: ten times as much as ten thousand calls need. */
  private static final int LARGEST_MANIFEST = 32 << 20;

  private final Path folder;
  private final Manifest manifest;
  private final String hash;

  private SavedFolder(Path folder, Manifest manifest, String hash) {
    this.folder = folder;
    this.manifest = manifest;
    this.hash = hash;
  }

  public static boolean is(Path folder) {
    return Files.isDirectory(folder)
        && Files.exists(folder.resolve(Manifest.FILE), LinkOption.NOFOLLOW_LINKS);
  }

  /** The command that shows the conversation saved here; empty if there is none. */
  public static Optional<String> command(String folder) {
    try {
      Path path = Path.of(folder);
      return is(path) ? Optional.of("convo show " + ShellWord.of(path)) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** A hint for a path that does not exist: where else it may be, such as in a --save folder. */
  public static String elsewhere(Path missing) {
    Path here = Optional.ofNullable(missing.getParent()).orElse(Path.of(""));
    try {
      for (Path folder : visible(here)) {
        Path inside = folder.resolve(missing.getFileName());
        if (Files.exists(inside)) {
          return "did you mean " + inside + "?";
        }
      }
    } catch (IOException e) {
      // There is nothing to suggest.
    }
    return "a saved conversation is inside the folder given to --save: archive/"
        + missing.getFileName();
  }

  /**
   * The saved conversations in a folder by name, the latest version of each.
   *
   * @throws IOException if the folder cannot be read
   */
  public static List<Path> latestIn(Path folder) throws IOException {
    Map<String, Path> latest = new TreeMap<>();
    for (Path one : visible(folder)) {
      if (isFolder(one) && is(one)) {
        latest.merge(
            FolderName.ofLatest(one),
            one,
            BinaryOperator.maxBy(Comparator.comparing(FolderName::version)));
      }
    }
    return List.copyOf(latest.values());
  }

  /** What is in a folder and not hidden, by name. */
  static List<Path> visible(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(one -> !one.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Opens a saved conversation.
   *
   * @throws Failure BAD_ANSWER if its manifest cannot be read
   */
  public static SavedFolder open(Path folder) {
    Path file = folder.resolve(Manifest.FILE);
    try (InputStream in = opened(file)) {
      byte[] bytes = in.readNBytes(LARGEST_MANIFEST + 1);
      if (bytes.length > LARGEST_MANIFEST) {
        throw Failure.badAnswer("it is too large for a manifest");
      }
      Manifest manifest = ManifestText.read(new ByteArrayInputStream(bytes));
      return new SavedFolder(folder, manifest, HashedFile.sha256(bytes));
    } catch (Failure failure) {
      throw unreadable(folder, file + ": " + DocumentText.ofFile(failure));
    } catch (IOException e) {
      throw unreadable(folder, file + ": it cannot be read");
    }
  }

  public Manifest manifest() {
    return manifest;
  }

  public Path path() {
    return folder;
  }

  /**
   * A file that is not as it was written.
   *
   * @param name the file's
   * @param what completes a sentence that begins with its name
   */
  record Fault(String name, String what) {
    String text() {
      return name + " " + what;
    }
  }

  /** The manifest's SHA-256. */
  String hash() {
    return hash;
  }

  List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    Map<String, Manifest.Entry> known = manifest.byName();
    for (Manifest.Call call : manifest.calls()) {
      if (call.file() != null && !known.containsKey(call.file())) {
        faults.add(new Fault(Manifest.FILE, "lists no file for " + call.target()));
      }
    }
    for (Manifest.Download download : manifest.downloads()) {
      if (download.file() != null && !known.containsKey(download.file())) {
        faults.add(new Fault(Manifest.FILE, "does not list " + download.file()));
      }
    }
    for (Manifest.Entry entry : known.values()) {
      String what = fault(entry);
      if (what != null) {
        faults.add(new Fault(entry.name(), what));
      }
    }
    return faults;
  }

  private @Nullable String fault(Manifest.Entry entry) {
    Path file = folder.resolve(entry.name());
    Path parent = file.getParent();
    boolean inside = folder.equals(parent) || isFolder(parent);
    if (!inside || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return "is missing";
    }
    try (InputStream in = opened(file)) {
      boolean same = HashedFile.entry(entry.name(), in).equals(entry);
      return same ? null : "was changed since it was saved";
    } catch (IOException e) {
      return "cannot be read";
    }
  }

  /**
   * Checks that every file is as it was written.
   *
   * @throws Failure BAD_ANSWER naming the first that is not
   */
  public void check() {
    List<Fault> faults = faults();
    if (!faults.isEmpty()) {
      Fault first = faults.get(0);
      int more = faults.size() - 1;
      throw unreadable(
          folder,
          folder.resolve(first.name())
              + " "
              + first.what()
              + (more == 0 ? "" : ", and " + more + " more"));
    }
  }

  /** An exchange that gives the platform's answers again. */
  public Exchange answers() {
    Map<String, Deque<Manifest.Call>> byTarget = new HashMap<>();
    for (Manifest.Call call : manifest.calls()) {
      byTarget.computeIfAbsent(call.target(), target -> new ArrayDeque<>()).add(call);
    }
    return request -> {
      Deque<Manifest.Call> calls =
          byTarget.getOrDefault(Manifest.Call.target(request), new ArrayDeque<>());
      Manifest.Call call = calls.size() > 1 ? calls.poll() : calls.peek();
      if (call == null) {
        throw Failure.badAnswer("no answer to it is saved").of(request.purpose());
      }
      Failure failure = call.failure();
      if (failure != null) {
        throw failure;
      }
      return answer(call);
    };
  }

  private Reply answer(Manifest.Call call) {
    try {
      InputStream in = opened(folder.resolve(String.valueOf(call.file())));
      Integer status = call.status();
      return new Reply(status == null ? 200 : status, Headers.NONE, in, () -> close(in));
    } catch (IOException e) {
      throw unreadable(folder, folder.resolve(String.valueOf(call.file())) + " cannot be read");
    }
  }

  private static void close(InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      // It was only read.
    }
  }

  private static boolean isFolder(@Nullable Path path) {
    return path != null && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** Opens a file that is no link and no pipe. */
  private static InputStream opened(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("no regular file");
    }
    return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static Failure unreadable(Path folder, String what) {
    return Failure.badAnswer(
        what, "convo show --check " + ShellWord.of(folder) + " names every file that was changed");
  }
}

package dev.convo.archive;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Exchange;
import dev.convo.http.Headers;
import dev.convo.http.Reply;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A saved conversation, as it lies on disk. Nothing in it is believed before it is checked. */
public final class SavedFolder {
  private final Path folder;
  private final Manifest manifest;

  private SavedFolder(Path folder, Manifest manifest) {
    this.folder = folder;
    this.manifest = manifest;
  }

  /** Whether a folder has a manifest. */
  public static boolean is(Path folder) {
    return Files.isDirectory(folder)
        && Files.exists(folder.resolve(Manifest.FILE), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Opens a saved conversation.
   *
   * @throws Failure BAD_ANSWER if its manifest cannot be read
   */
  public static SavedFolder open(Path folder) {
    Path file = folder.resolve(Manifest.FILE);
    try (InputStream in = new BufferedInputStream(opened(file))) {
      return new SavedFolder(folder, ManifestText.read(in));
    } catch (Failure failure) {
      throw unreadable(file + ": " + failure.message().replaceFirst("^the answer ", "it "));
    } catch (IOException e) {
      throw unreadable(file + ": it cannot be read");
    }
  }

  /** What it says of itself. */
  public Manifest manifest() {
    return manifest;
  }

  /** The folder. */
  public Path path() {
    return folder;
  }

  /** What is not as it was written, a sentence a file; empty where all is. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    Map<String, Manifest.Entry> known = manifest.byName();
    for (Manifest.Call call : manifest.calls()) {
      if (call.file() != null && !known.containsKey(call.file())) {
        faults.add(folder.resolve(Manifest.FILE) + " lists no file for " + call.target());
      }
    }
    for (Manifest.Download download : manifest.downloads()) {
      if (download.file() != null && !known.containsKey(download.file())) {
        faults.add(folder.resolve(Manifest.FILE) + " does not list " + download.file());
      }
    }
    for (Manifest.Entry entry : known.values()) {
      fault(entry, faults);
    }
    return faults;
  }

  private void fault(Manifest.Entry entry, List<String> faults) {
    Path file = folder.resolve(entry.name());
    Path parent = file.getParent();
    boolean inside = folder.equals(parent) || isFolder(parent);
    if (!inside || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      faults.add(file + " is missing");
      return;
    }
    try (InputStream in = opened(file)) {
      Sha256.Found found = Sha256.of(in);
      if (found.size() != entry.size() || !found.hash().equals(entry.sha256())) {
        faults.add(file + " was changed since it was saved");
      }
    } catch (IOException e) {
      faults.add(file + " cannot be read");
    }
  }

  /**
   * Checks that every file is as it was written.
   *
   * @throws Failure BAD_ANSWER naming the first that is not
   */
  public void check() {
    List<String> faults = faults();
    if (!faults.isEmpty()) {
      throw unreadable(
          faults.get(0) + (faults.size() == 1 ? "" : ", and " + (faults.size() - 1) + " more"));
    }
  }

  /** An exchange that answers every request as the platform did. */
  public Exchange answers() {
    Map<String, Deque<Manifest.Call>> byTarget = new HashMap<>();
    for (Manifest.Call call : manifest.calls()) {
      byTarget.computeIfAbsent(call.target(), target -> new ArrayDeque<>()).add(call);
    }
    return request -> {
      Deque<Manifest.Call> calls =
          byTarget.getOrDefault(Target.of(request).text(), new ArrayDeque<>());
      Manifest.Call call = calls.size() > 1 ? calls.poll() : calls.peek();
      if (call == null) {
        throw new Failure(Kind.BAD_ANSWER, "no answer to it is saved", null).of(request.purpose());
      }
      Failure failure = call.failure();
      return failure == null ? answer(call) : refuse(failure);
    };
  }

  private static Reply refuse(Failure failure) {
    throw failure;
  }

  private Reply answer(Manifest.Call call) {
    try {
      InputStream in = opened(folder.resolve(String.valueOf(call.file())));
      Integer status = call.status();
      return new Reply(status == null ? 200 : status, Headers.NONE, in, () -> close(in));
    } catch (IOException e) {
      throw unreadable(folder.resolve(String.valueOf(call.file())) + " cannot be read");
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

  /** A file, which must be one itself: no link, no pipe. */
  private static InputStream opened(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("no regular file");
    }
    return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static Failure unreadable(String what) {
    return new Failure(
        Kind.BAD_ANSWER, what, "convo show --check names every file that is not as it was saved");
  }
}

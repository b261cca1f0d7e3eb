package dev.convo.source;

import dev.convo.archive.AttachmentName;
import dev.convo.archive.HashedFile;
import dev.convo.archive.Manifest;
import dev.convo.archive.Recording;
import dev.convo.failure.Details;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Allowance;
import dev.convo.http.Calls.Pending;
import dev.convo.http.Download;
import dev.convo.http.Downloads;
import dev.convo.http.Limits;
import dev.convo.http.Origin;
import dev.convo.http.Retrying;
import dev.convo.http.Retrying.Throttle;
import dev.convo.http.Time;
import dev.convo.model.Attachment;
import dev.convo.model.Conversation;
import dev.convo.model.Extras;
import dev.convo.model.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Downloads the files that messages name into a recording, several at once. */
public final class Attachments implements AutoCloseable {
  private final Downloads downloads;
  private final Origin own;
  private final Limits limits;
  private final long largest;
  private final Time time;
  private final Executor executor;
  private final Semaphore places;

  /**
   * Downloads for one account.
   *
   * @param downloads the port; closed with this object
   * @param own the platform, whose address may be private
   * @param limits the limits of a conversation, which apply to its files separately
   * @param largest bytes of one file
   */
  public Attachments(
      Downloads downloads, Origin own, Limits limits, long largest, Time time, Executor executor) {
    this.downloads = downloads;
    this.own = own;
    this.limits = limits;
    this.largest = largest;
    this.time = time;
    this.executor = executor;
    this.places = new Semaphore(limits.concurrency());
  }

  /** A file, and the first message that names it. */
  private record Named(int message, int place, @Nullable String name, String url) {
    static Named of(Message message, int place, @Nullable String name, @Nullable String url) {
      return new Named(message.number(), place, name, url == null ? "" : url.strip());
    }

    String words() {
      return "file " + place + " of message " + message;
    }
  }

  private record Fetched(
      @Nullable String type, Manifest.@Nullable Entry entry, @Nullable Failure failure) {}

  /**
   * What became of the files of a conversation.
   *
   * @param saved how many were saved
   * @param missing why some were not, or null
   */
  record Outcome(int saved, @Nullable Failure missing) {
    /** No files, or none wanted. */
    static final Outcome NONE = new Outcome(0, null);
  }

  /**
   * Fetches the files of a conversation. Those that cannot be fetched are listed with the reason.
   *
   * @throws Failure OUTPUT if a file cannot be written
   */
  Outcome save(
      Conversation conversation,
      Recording recording,
      HttpStack.Watcher watcher,
      Progress progress) {
    List<Named> files = listed(conversation);
    Map<String, CompletableFuture<Fetched>> begun = new LinkedHashMap<>();
    Download.Rules rules = rules(watcher);
    progress.files((int) files.stream().map(Named::url).distinct().count());
    try {
      for (Named one : files) {
        if (!begun.containsKey(one.url())) {
          begun.put(one.url(), begin(one, recording, rules, progress));
        }
      }
    } finally {
      // Nothing may write to the recording after it is closed.
      CompletableFuture.allOf(begun.values().toArray(CompletableFuture<?>[]::new))
          .exceptionally(thrown -> null)
          .join();
    }
    return list(files, begun, recording);
  }

  /** All files. Places and contact cards are complete without a download. */
  private static List<Named> listed(Conversation conversation) {
    List<Named> all = new ArrayList<>();
    for (Message message : conversation.messages()) {
      int place = 0;
      for (Attachment one : message.attachments()) {
        place++;
        if (one.subject() == null) {
          all.add(Named.of(message, place, one.name(), one.url()));
        }
      }
      Extras.Call call = message.extras().call();
      if (call != null) {
        all.add(Named.of(message, place + 1, null, call.recordingUrl()));
      }
    }
    all.removeIf(one -> one.url().isEmpty());
    return all;
  }

  private Download.Rules rules(HttpStack.Watcher watcher) {
    Allowance allowance = new Allowance("the download of its files", limits, time.clock());
    Retrying retrying = new Retrying(limits, new Throttle(), time, allowance.over(watcher));
    return new Download.Rules(downloads, own, allowance, retrying, largest, time.clock(), watcher);
  }

  /** Waits for a place first, so that thousands of files do not start thousands of threads. */
  private CompletableFuture<Fetched> begin(
      Named one, Recording recording, Download.Rules rules, Progress progress) {
    try {
      places.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.interrupted();
    }
    return CompletableFuture.supplyAsync(() -> fetched(one, recording, rules), executor)
        .whenComplete(
            (fetched, thrown) -> {
              places.release();
              progress.file();
            });
  }

  private static Fetched fetched(Named one, Recording recording, Download.Rules rules) {
    HashedFile file = recording.newFile();
    try {
      String type = Download.fetch(rules, one.words(), one.url(), one.name(), file);
      AttachmentName name =
          AttachmentName.of(one.message(), one.place(), one.name(), one.url(), type);
      return new Fetched(type.isEmpty() ? null : type, recording.keep(file, name), null);
    } catch (Failure failure) {
      if (failure.kind() == Kind.OUTPUT || failure.kind() == Kind.INTERRUPTED) {
        throw failure;
      }
      return new Fetched(null, null, failure);
    } finally {
      file.remove();
    }
  }

  private static Outcome list(
      List<Named> all, Map<String, CompletableFuture<Fetched>> begun, Recording recording) {
    List<Failure> missing = new ArrayList<>();
    Set<String> listed = new HashSet<>();
    int saved = 0;
    for (Named one : all) {
      Fetched fetched = Pending.joined(Objects.requireNonNull(begun.get(one.url())));
      Manifest.Entry entry = fetched.entry();
      boolean first = listed.add(one.url());
      saved += entry != null && first ? 1 : 0;
      recording.listed(
          new Manifest.Download(
              one.message(),
              one.place(),
              Download.shown(one.url()),
              fetched.type(),
              entry == null ? null : entry.name(),
              fetched.failure()),
          first ? entry : null);
      if (fetched.failure() != null) {
        missing.add(fetched.failure());
      }
    }
    return new Outcome(saved, missing.isEmpty() ? null : partial(missing, all.size()));
  }

  private static Failure partial(List<Failure> missing, int all) {
    Failure first = missing.get(0);
    int count = missing.size();
    String files = all == 1 ? "its file" : count + " of " + all + " files";
    return new Failure(
        Kind.PARTIAL,
        files
            + (count == 1 ? " was not saved: " : " were not saved; the first, ")
            + first.message(),
        count == 1 ? first.hint() : "manifest.json in the saved folder says why, for each of them",
        Details.NONE,
        first);
  }

  @Override
  public void close() {
    downloads.close();
  }
}

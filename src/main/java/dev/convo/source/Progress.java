package dev.convo.source;

import dev.convo.http.Tally;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The progress of a run. */
public final class Progress {
  private final OptionalInt all;
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger filesLeft = new AtomicInteger();
  private volatile @Nullable Current current;

  /** What the conversation being fetched has cost so far, and its host. */
  private record Current(Tally tally, String host) {}

  /**
   * Nothing has been fetched.
   *
   * @param all how many conversations there are; empty if standard input has more. The pages of a
   *     single one are counted
   */
  public Progress(OptionalInt all) {
    this.all = all;
  }

  void begun(Tally tally, String host) {
    current = new Current(tally, host);
  }

  void files(int more) {
    filesLeft.addAndGet(more);
  }

  void file() {
    filesLeft.decrementAndGet();
  }

  void ended() {
    done.incrementAndGet();
  }

  /**
   * {@code page 3, 60 messages}, {@code 5 files to fetch} or {@code 12 of 80}. Empty until a
   * request has been sent: a program that fetches a secret may be asking for a password.
   */
  public String words() {
    Current now = current;
    if (now == null || now.tally().requests() == 0) {
      return "";
    }
    if (all.isEmpty()) {
      return done + " done";
    }
    if (all.getAsInt() > 1) {
      return done + " of " + all.getAsInt();
    }
    int files = filesLeft.get();
    if (files > 0) {
      return files == 1 ? "1 file to fetch" : files + " files to fetch";
    }
    int pages = now.tally().pages();
    return pages == 0
        ? "waiting for " + now.host()
        : "page " + pages + ", " + now.tally().messages() + " messages";
  }
}

package dev.convo.source;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Calls.Pending;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Fetches many conversations side by side and shows them in the order asked. Each thread that
 * fetches takes the next id itself, which may block on standard input; the caller's thread shows
 * what is ready.
 *
 * @param <A> what is asked for
 * @param <T> what is shown
 */
public final class Batch<A, T> {
  /** After one of these the next conversation would fail the same way. */
  private static final Set<Kind> STOPPING =
      EnumSet.of(Kind.UNAUTHORIZED, Kind.CONFIG, Kind.RATE_LIMITED);

  /** What became of one id; neither is set if it was not tried. */
  public record Item<T>(@Nullable T result, @Nullable Failure failure) {
    public static <T> Item<T> of(T result) {
      return new Item<>(result, null);
    }

    public static <T> Item<T> failed(Failure failure) {
      return new Item<>(null, failure);
    }
  }

  /**
   * Shows one.
   *
   * @param <T> what is shown
   */
  public interface Show<T> {
    /**
     * Shows one result.
     *
     * @param missing why it is not whole, which is reported next; null if it is
     * @param place its place in the order asked, from 1
     * @return false if the output was closed
     */
    boolean show(T result, @Nullable Failure missing, int place);
  }

  private final Executor executor;
  private final int concurrency;
  private final Semaphore ahead;
  private final boolean failFast;
  private final Function<A, Item<T>> fetch;
  private final Show<T> show;
  private final Consumer<Failure> report;
  private final Map<Kind, Integer> failures = new EnumMap<>(Kind.class);

  private int begun;
  private int tried;
  private int asked;
  private int shown;
  private @Nullable Failure first;
  private volatile boolean stopped;
  private volatile boolean restUnread;

  /**
   * A batch.
   *
   * @param concurrency how many ids are under way at once; twice as many are under way or waiting
   *     to be shown
   * @param fetch tries one id; what it throws ends the run
   */
  public Batch(
      Executor executor,
      int concurrency,
      boolean failFast,
      Function<A, Item<T>> fetch,
      Show<T> show,
      Consumer<Failure> report) {
    this.executor = executor;
    this.concurrency = concurrency;
    this.ahead = new Semaphore(2 * concurrency);
    this.failFast = failFast;
    this.fetch = fetch;
    this.show = show;
    this.report = report;
  }

  /** Fetches and shows all of them, or stops when the output is closed. */
  public void run(Agenda<A> ids) {
    Queue queue = new Queue(ids);
    executor.execute(queue::work);
    try {
      CompletableFuture<Item<T>> next = queue.items.take();
      while (next != queue.end) {
        if (!take(Pending.joined(next))) {
          return;
        }
        ahead.release();
        next = queue.items.take();
      }
      Pending.joined(queue.end);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.interrupted();
    }
  }

  /** Where the fetching threads take the next id, one at a time, and leave their results. */
  private final class Queue {
    private final Agenda<A> ids;
    private final BlockingQueue<CompletableFuture<Item<T>>> items = new LinkedBlockingQueue<>();
    private final CompletableFuture<Item<T>> end = new CompletableFuture<>();
    private int workers = 1;

    Queue(Agenda<A> ids) {
      this.ids = ids;
    }

    void work() {
      for (Runnable next = next(); next != null; next = next()) {
        next.run();
      }
    }

    /** Fetches the next id when it is run; null if there is none. May wait for standard input. */
    private synchronized @Nullable Runnable next() {
      if (end.isDone()) {
        return null;
      }
      try {
        ahead.acquire();
        Optional<Item<A>> id = stopped ? Optional.empty() : ids.next();
        if (id.isEmpty()) {
          end();
          return null;
        }
        if (workers < concurrency && (ids.namedLeft() > 0 || ids.mayHoldMore())) {
          workers++;
          executor.execute(this::work);
        }
        CompletableFuture<Item<T>> item = new CompletableFuture<>();
        items.add(item);
        return () -> fetch(id.get(), item);
      } catch (InterruptedException e) {
        fail(Failure.interrupted());
      } catch (Throwable e) {
        // Whatever it is, the thread waiting for the end must not wait for ever.
        fail(e);
      }
      return null;
    }

    private void end() {
      Item<T> nothing = new Item<>(null, null);
      restUnread = stopped && ids.mayHoldMore();
      for (int left = ids.namedLeft(); left > 0; left--) {
        items.add(CompletableFuture.completedFuture(nothing));
      }
      end.complete(nothing);
      items.add(end);
    }

    private void fail(Throwable why) {
      end.completeExceptionally(why);
      items.add(end);
    }
  }

  private void fetch(Item<A> id, CompletableFuture<Item<T>> item) {
    try {
      begun();
      A one = id.result();
      item.complete(one == null ? new Item<>(null, id.failure()) : fetch.apply(one));
    } catch (Throwable e) {
      item.completeExceptionally(e);
    }
  }

  private synchronized void begun() {
    begun++;
  }

  /** Counts one and shows it; false if the output was closed. */
  private boolean take(Item<T> item) {
    Item<T> counted = failFast && stopped ? new Item<>(null, null) : item;
    boolean read =
        counted.result() == null || show.show(counted.result(), counted.failure(), asked() + 1);
    if (counted.failure() != null) {
      report.accept(counted.failure());
    }
    count(counted, item.result() != null || item.failure() != null);
    return read;
  }

  private synchronized void count(Item<T> item, boolean attempted) {
    asked++;
    tried += attempted ? 1 : 0;
    shown += item.result() == null ? 0 : 1;
    Failure failure = item.failure();
    if (failure != null) {
      failures.merge(failure.kind(), 1, Integer::sum);
      first = first == null ? failure : first;
      if (failFast || STOPPING.contains(failure.kind())) {
        stopped = true;
      }
    }
  }

  /**
   * Progress so far, for a run that is interrupted. Called from another thread.
   *
   * @param all how many ids there are in all; empty if standard input has the rest
   * @param kept false if what was shown is discarded, like an incomplete output file
   */
  public synchronized String soFar(OptionalInt all, boolean kept) {
    int unfinished = begun - tried;
    return kept ? sentence(shown, all, unfinished) : sentence(0, all, unfinished + shown);
  }

  public synchronized int asked() {
    return asked;
  }

  public synchronized int shown() {
    return shown;
  }

  public synchronized @Nullable Failure first() {
    return first;
  }

  public synchronized String sentence() {
    return sentence(shown, restUnread ? OptionalInt.empty() : OptionalInt.of(asked), 0);
  }

  /** {@code 498 of 500 shown, 1 not found, 1 rate limited}. */
  private String sentence(int whole, OptionalInt all, int unfinished) {
    StringBuilder parts = new StringBuilder();
    int counted = whole + unfinished;
    for (Map.Entry<Kind, Integer> failure : failures.entrySet()) {
      parts.append(", ").append(failure.getValue()).append(' ').append(words(failure.getKey()));
      counted += failure.getKey() == Kind.PARTIAL ? 0 : failure.getValue();
    }
    if (unfinished > 0) {
      parts.append(", ").append(unfinished).append(" unfinished");
    }
    if (all.isEmpty()) {
      parts.append(", the rest not tried");
    } else if (all.getAsInt() > counted) {
      parts.append(", ").append(all.getAsInt() - counted).append(" not tried");
    }
    return whole + " of " + all.orElse(counted) + " shown" + parts;
  }

  private static String words(Kind kind) {
    return kind == Kind.USAGE ? "invalid" : kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}

package dev.convo.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BatchTest {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> shown = new ArrayList<>();
  private final List<String> failed = new ArrayList<>();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void showsInTheOrderAskedWhateverIsReadyFirst() {
    CountDownLatch second = new CountDownLatch(1);

    Batch<String, String> batch =
        run(
            false,
            id -> {
              if (id.equals("1")) {
                await(second);
              } else {
                second.countDown();
              }
              return id;
            },
            "1",
            "2",
            "3");

    assertThat(shown).containsExactly("1", "2", "3");
    assertThat(batch.sentence()).isEqualTo("3 of 3 shown");
  }

  @Test
  void neverReadsFurtherAheadThanItsWindow() {
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    String[] ids = new String[100];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = String.valueOf(i);
    }
    Batch<String, String> batch =
        new Batch<>(
            threads,
            2,
            false,
            asked -> {
              most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
              return new Batch.Item<>(asked, null);
            },
            (text, missing, place) -> {
              underWay.decrementAndGet();
              return true;
            },
            this::failed);

    batch.run(ids(List.of(ids), InputStream.nullInputStream()));

    assertThat(most.get()).isLessThanOrEqualTo(4);
  }

  @Test
  void oneAtATimeFinishesEachIdBeforeTheNextBegins() {
    List<String> events = Collections.synchronizedList(new ArrayList<>());
    Batch<String, String> batch =
        new Batch<>(
            threads,
            1,
            false,
            asked -> {
              events.add("begin " + asked);
              events.add("end " + asked);
              return new Batch.Item<>(asked, null);
            },
            (text, missing, place) -> shown.add(text),
            this::failed);

    batch.run(ids(List.of("1", "2", "3", "4"), InputStream.nullInputStream()));

    assertThat(events)
        .containsExactly(
            "begin 1", "end 1", "begin 2", "end 2", "begin 3", "end 3", "begin 4", "end 4");
  }

  @Test
  void whatIsUnderWayWhenItIsInterruptedIsUnfinished() {
    List<String> interrupted = new ArrayList<>();
    CountDownLatch begun = new CountDownLatch(2);
    CountDownLatch over = new CountDownLatch(1);
    CompletableFuture<Batch<String, String>> running = new CompletableFuture<>();
    Batch<String, String> batch =
        new Batch<>(
            threads,
            2,
            false,
            asked -> {
              if (!"1".equals(asked)) {
                begun.countDown();
                await(over);
              }
              return new Batch.Item<>(asked, null);
            },
            (text, missing, place) -> {
              if (text.equals("1")) {
                await(begun);
                interrupted.add(running.join().soFar(OptionalInt.of(9), true));
                interrupted.add(running.join().soFar(OptionalInt.empty(), true));
                over.countDown();
              }
              return true;
            },
            this::failed);
    running.complete(batch);

    batch.run(ids(List.of("1", "2", "3", "4", "5"), InputStream.nullInputStream()));

    assertThat(interrupted)
        .containsExactly(
            "0 of 9 shown, 3 unfinished, 6 not tried",
            "0 of 3 shown, 3 unfinished, the rest not tried");
  }

  @Test
  void refusedCredentialsLeaveTheRestOfStandardInputUntried() {
    String lines = IntStream.range(0, 2000).mapToObj(id -> id + "\n").collect(joining());
    Batch<String, String> batch =
        new Batch<>(
            threads,
            1,
            false,
            asked -> new Batch.Item<>(null, new Failure(Kind.UNAUTHORIZED, "refused", null)),
            (text, missing, place) -> shown.add(text),
            this::failed);

    batch.run(ids(List.of("-"), new ByteArrayInputStream(lines.getBytes(UTF_8))));

    assertThat(batch.sentence()).matches("0 of \\d+ shown, \\d+ unauthorized, the rest not tried");
  }

  @Test
  void whatFailsIsCountedByItsKind() {
    Batch<String, String> batch =
        run(
            false,
            id -> {
              if (id.equals("2")) {
                throw new Failure(Kind.NOT_FOUND, "no 2", null);
              }
              return id;
            },
            "1",
            "2",
            "3");

    assertThat(shown).containsExactly("1", "3");
    assertThat(failed).containsExactly("no 2");
    assertThat(batch.sentence()).isEqualTo("2 of 3 shown, 1 not found");
  }

  @Test
  void refusedCredentialsLeaveTheRestUntried() {
    AtomicInteger tried = new AtomicInteger();
    String[] ids = new String[50];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = String.valueOf(i);
    }

    Batch<String, String> batch =
        run(
            false,
            id -> {
              tried.incrementAndGet();
              throw new Failure(Kind.UNAUTHORIZED, "refused", null);
            },
            ids);

    assertThat(tried.get()).isLessThan(20);
    assertThat(batch.asked()).isEqualTo(50);
    assertThat(batch.sentence()).matches("0 of 50 shown, \\d+ unauthorized, \\d+ not tried");
  }

  @Test
  void failFastShowsNothingBehindTheFailure() {
    Batch<String, String> batch =
        run(
            true,
            id -> {
              if (id.equals("2")) {
                throw new Failure(Kind.NOT_FOUND, "no 2", null);
              }
              return id;
            },
            "1",
            "2",
            "3");

    assertThat(shown).containsExactly("1");
    assertThat(batch.sentence()).isEqualTo("1 of 3 shown, 1 not found, 1 not tried");
  }

  @Test
  void whatEndsTheReaderOfIdsEndsTheRun() {
    for (Throwable thrown :
        List.of(
            new OutOfMemoryError(),
            new StackOverflowError(),
            new IllegalStateException(),
            new Failure(Kind.USAGE, "standard input cannot be read", null))) {
      Batch<String, String> batch =
          new Batch<>(
              threads,
              8,
              false,
              asked -> new Batch.Item<>("", null),
              (text, missing, place) -> shown.add(text),
              this::failed);

      assertThatThrownBy(() -> batch.run(ids(List.of("1", "-"), broken(thrown)))).isSameAs(thrown);
    }
  }

  @Test
  void whatEndsAFetchEndsTheRun() {
    for (Throwable thrown : List.of(new StackOverflowError(), new IllegalStateException())) {
      assertThatThrownBy(
              () ->
                  run(
                      false,
                      id -> {
                        raise(thrown);
                        return id;
                      },
                      "1",
                      "2"))
          .isSameAs(thrown);
    }
  }

  private static Agenda<String> ids(List<String> typed, InputStream in) {
    Lines lines = new Lines(in);
    Agenda<String> agenda = new Agenda<>();
    for (String id : typed) {
      if (id.equals(Lines.STDIN)) {
        agenda.addStream(() -> lines.next().map(line -> Batch.Item.of(line.text())));
      } else {
        agenda.add(id);
      }
    }
    return agenda;
  }

  private static InputStream broken(Throwable thrown) {
    return new InputStream() {
      @Override
      public int read() {
        raise(thrown);
        return -1;
      }

      @Override
      public int read(byte[] target, int from, int length) {
        raise(thrown);
        return -1;
      }
    };
  }

  /** Throws it, which is unchecked. */
  private static void raise(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }

  private Batch<String, String> run(
      boolean failFast, Function<String, String> fetch, String... ids) {
    Batch<String, String> batch =
        new Batch<>(
            threads,
            8,
            failFast,
            asked -> {
              try {
                return new Batch.Item<>(fetch.apply(asked), null);
              } catch (Failure failure) {
                return new Batch.Item<>(null, failure);
              }
            },
            (text, missing, place) -> shown.add(text),
            this::failed);
    batch.run(ids(List.of(ids), InputStream.nullInputStream()));
    return batch;
  }

  private void failed(Failure failure) {
    failed.add(failure.message());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

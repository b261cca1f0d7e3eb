package dev.convo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.convo.failure.Details;
import dev.convo.failure.Details.Retry;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Retrying.Throttle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownloadTest {
  private static final String URL = "https://files.example.com/lamp.jpg?sig=1";
  private static final String TAG = "\"v1\"";
  private static final long LARGEST = 3 << 20;

  private final Deque<Supplier<Reply>> answers = new ArrayDeque<>();
  private final List<String> asked = new ArrayList<>();
  private final List<String> heard = new ArrayList<>();
  private final List<Duration> slept = new ArrayList<>();
  private final Written written = new Written();
  private Instant now = Instant.parse("2026-03-15T08:00:00Z");
  private long together = 1 << 30;
  private int closed;

  /** What a file holds, and how often it was begun again. */
  private static final class Written implements Download.Into {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int restarts;

    @Override
    public void write(byte[] more, int from, int count) {
      bytes.write(more, from, count);
    }

    @Override
    public void restart() {
      bytes.reset();
      restarts++;
    }

    String text() {
      return bytes.toString(StandardCharsets.ISO_8859_1);
    }
  }

  @AfterEach
  void everyReplyWasClosedAndEveryAnswerAskedFor() {
    assertThat(answers).isEmpty();
    assertThat(closed).isEqualTo(asked.size());
  }

  @Test
  void aFileIsWrittenAsItComes() {
    answer(200, "lamp", "Content-Type", "Image/JPEG; q=1", "Content-Length", "4");

    assertThat(fetch()).isEqualTo("image/jpeg");

    assertThat(written.text()).isEqualTo("lamp");
    assertThat(asked).containsExactly("https://files.example.com/lamp.jpg?sig=1 {}");
    assertThat(heard).containsExactly("https://files.example.com/lamp.jpg 200");
  }

  @Test
  void anEmptyFileIsAFile() {
    answer(200, "", "Content-Length", "0");

    assertThat(fetch()).isEmpty();
    assertThat(written.text()).isEmpty();
  }

  @Test
  void whatBreaksOffIsTakenUpAgain() {
    cut(200, "la", "ETag", TAG, "Content-Length", "4");
    answer(206, "mp", "ETag", TAG, "Content-Range", "bytes 2-3/4", "Content-Length", "2");

    fetch();

    assertThat(written.text()).isEqualTo("lamp");
    assertThat(written.restarts).isZero();
    assertThat(asked).containsExactly(URL + " {}", URL + " {If-Range=\"v1\", Range=bytes=2-}");
    assertThat(slept).containsExactly(Duration.ofMillis(250));
  }

  @Test
  void theDateOfAFileSaysThatItIsTheSameToo() {
    cut(200, "la", "Last-Modified", "Sun, 15 Mar 2026 08:00:00 GMT");
    answer(206, "mp", "ETag", TAG, "Content-Range", "bytes 2-3/4");

    fetch();

    assertThat(written.text()).isEqualTo("lamp");
    assertThat(asked.get(1))
        .isEqualTo(URL + " {If-Range=Sun, 15 Mar 2026 08:00:00 GMT, Range=bytes=2-}");
  }

  @ParameterizedTest
  @CsvSource({"ETag, W/\"v1\"", "ETag, v1", "Accept-Ranges, bytes", "Content-Encoding, gzip"})
  void whatNothingSaysIsTheSameIsBegunAgain(String name, String value) {
    cut(200, "la", name, value);
    answer(200, "lamp");

    fetch();

    assertThat(written.text()).isEqualTo("lamp");
    assertThat(asked).containsExactly(URL + " {}", URL + " {}");
  }

  @Test
  void aFileThatChangedMeanwhileIsBegunAgain() {
    cut(200, "la", "ETag", TAG, "Content-Length", "4");
    answer(200, "vase", "ETag", "\"v2\"", "Content-Length", "4");

    fetch();

    assertThat(written.text()).isEqualTo("vase");
    assertThat(written.restarts).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes 0-3/4, ",
    "bytes 1-3/4, ",
    "bytes 3-3/4, ",
    "bytes 2-4/4, ",
    "bytes 2-3/5, ",
    "bytes 2-3/*, ",
    "bytes */4, ",
    "pages 2-3/4, ",
    "bytes 2-99999999999999999999/4, ",
    "'', ",
    "bytes 2-3/4, \"v2\""
  })
  void anotherPartThanWasAskedForIsNotTaken(String range, @Nullable String tag) {
    cut(200, "la", "ETag", TAG, "Content-Length", "4");
    answer(206, "xx", "Content-Range", range, "ETag", tag == null ? TAG : tag);
    answer(200, "lamp", "ETag", TAG);

    fetch();

    assertThat(written.text()).isEqualTo("lamp");
    assertThat(written.restarts).isEqualTo(1);
    assertThat(asked.get(2)).isEqualTo(URL + " {}");
  }

  @Test
  void aPartThatNobodyAskedForIsNoFile() {
    answer(206, "mp", "Content-Range", "bytes 2-3/4");

    assertThat(failed()).isEqualTo("BAD_ANSWER another part came than was asked for null");
  }

  @Test
  void wherePartsCannotBeHadItIsBegunAgain() {
    cut(200, "la", "ETag", TAG, "Content-Length", "4");
    answer(416, "", "Content-Range", "bytes */4");
    answer(200, "lamp");

    fetch();

    assertThat(written.text()).isEqualTo("lamp");
  }

  @Test
  void aPartThatIsShorterThanItSaysIsNotTheEnd() {
    cut(200, "l", "ETag", TAG, "Content-Length", "4");
    answer(206, "a", "Content-Range", "bytes 1-3/4");
    answer(206, "mp", "Content-Range", "bytes 2-3/4");

    fetch();

    assertThat(written.text()).isEqualTo("lamp");
  }

  @Test
  void lessThanWasAnnouncedIsNoFile() {
    for (int attempt = 0; attempt < 4; attempt++) {
      answer(200, "lam", "Content-Length", "4");
    }

    assertThat(failed()).isEqualTo("NETWORK broke off after 3 of 4 bytes null");
    assertThat(slept).hasSize(3);
  }

  @Test
  void aServerThatAlwaysBreaksOffIsLeftInTheEnd() {
    for (int attempt = 0; attempt < 4; attempt++) {
      cut(attempt == 0 ? 200 : 206, "x", "ETag", TAG, "Content-Range", range(attempt, 9));
    }

    assertThat(failed()).isEqualTo("NETWORK broke off null");
    assertThat(asked.get(3)).endsWith("{If-Range=\"v1\", Range=bytes=3-}");
  }

  @Test
  void aSlowOneIsAskedForMoreAsLongAsMuchComes() {
    String part = "x".repeat(1 << 20);
    late(200, part, "ETag", TAG, "Content-Length", String.valueOf(2 << 20));
    answer(206, part, "Content-Range", "bytes 1048576-2097151/2097152");

    fetch();

    assertThat(written.bytes.size()).isEqualTo(2 << 20);
    assertThat(slept).isEmpty();
  }

  @Test
  void oneThatHardlyMovesIsLeft() {
    late(200, "x", "ETag", TAG, "Content-Length", "9");

    assertThat(failed()).isEqualTo("TIMEOUT too late null");
  }

  @Test
  void whatSaysItIsTooLargeIsNotRead() {
    answer(200, "x", "Content-Length", String.valueOf(LARGEST + 1));

    assertThat(failed())
        .isEqualTo("BAD_ANSWER the file is larger than 3 MiB --max-attachment allows more");
    assertThat(written.text()).isEmpty();
  }

  @Test
  void whatNeverEndsIsLeft() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }

          @Override
          public int read(byte[] target, int from, int count) {
            return count;
          }
        };
    answers.add(() -> reply(200, endless));

    assertThat(failed())
        .isEqualTo("BAD_ANSWER the file is larger than 3 MiB --max-attachment allows more");
    assertThat(written.bytes.size()).isLessThanOrEqualTo((int) LARGEST);
  }

  @Test
  void allFilesTogetherHaveALimit() {
    together = 1 << 20;
    answers.add(() -> reply(200, new ByteArrayInputStream(new byte[2 << 20])));

    assertThat(failed())
        .isEqualTo(
            "BAD_ANSWER the download of its files is larger than 1 MiB --max-size allows more");
  }

  @Test
  void allFilesTogetherHaveTheirTime() {
    answer(503, "", "Retry-After", "3600");

    assertThat(failed())
        .isEqualTo(
            "TIMEOUT temporarily unavailable (HTTP 503 from files.example.com): the download of its"
                + " files takes longer than 10 min --max-time allows more");
  }

  @Test
  void fiveRedirectsAreFollowed() {
    for (int hop = 1; hop <= 5; hop++) {
      answer(new int[] {0, 301, 302, 303, 307, 308}[hop], "", "Location", "/" + hop);
    }
    answer(200, "lamp");

    fetch();

    assertThat(asked)
        .containsExactly(
            URL + " {}",
            "https://files.example.com/1 {}",
            "https://files.example.com/2 {}",
            "https://files.example.com/3 {}",
            "https://files.example.com/4 {}",
            "https://files.example.com/5 {}");
  }

  @Test
  void aLoopEndsAfterFive() {
    for (int hop = 0; hop <= 5; hop++) {
      answer(302, "", "Location", URL);
    }

    assertThat(failed()).isEqualTo("FORBIDDEN redirected more than 5 times null");
  }

  @Test
  void theRestIsAskedForAtTheEndOfTheRedirects() {
    answer(302, "", "Location", "/1");
    cut(200, "la", "ETag", TAG, "Content-Length", "4");
    answer(302, "", "Location", "/2");
    answer(206, "mp", "Content-Range", "bytes 2-3/4");

    fetch();

    assertThat(written.text()).isEqualTo("lamp");
    assertThat(asked.get(3))
        .isEqualTo("https://files.example.com/2 {If-Range=\"v1\", Range=bytes=2-}");
  }

  @ParameterizedTest
  @CsvSource({
    "401, UNAUTHORIZED, 'it needs a login, and convo sends none'",
    "403, FORBIDDEN, not allowed; its link may have expired",
    "404, NOT_FOUND, not found",
    "410, NOT_FOUND, gone",
    "204, PROVIDER_ERROR, no file came",
    "304, PROVIDER_ERROR, redirected without an address",
    "302, PROVIDER_ERROR, redirected without an address",
    "416, REJECTED, no file came",
    "500, PROVIDER_ERROR, no file came"
  })
  void anythingElseIsNoFile(int status, Kind kind, String why) {
    answer(status, "<h1>no</h1>");

    assertThat(failed())
        .isEqualTo(kind + " " + why + " (HTTP " + status + " from files.example.com) null");
    assertThat(written.text()).isEmpty();
  }

  @Test
  void whatPassesIsAskedForAgain() {
    answer(503, "");
    answer(429, "", "Retry-After", "7");
    answer(200, "lamp");

    fetch();

    assertThat(slept).containsExactly(Duration.ofMillis(250), Duration.ofSeconds(7));
  }

  @Test
  void aWebPageInsteadOfTheFileIsNotTakenForIt() {
    answer(200, "<h1>Log in</h1>", "Content-Type", "text/html; charset=utf-8");

    assertThat(failed())
        .isEqualTo(
            "BAD_ANSWER a web page came from files.example.com, not the file its link may have"
                + " expired, or need a login: open it in a browser");
  }

  @Test
  void aFileThatIsAWebPageIsOne() {
    for (int time = 0; time < 3; time++) {
      answer(200, "<h1>Order</h1>", "Content-Type", "text/html");
    }
    Download.fetch(rules(), "file 1", "https://files.example.com/order.HTML?x", null, written);
    Download.fetch(rules(), "file 1", "https://files.example.com/1", "order.html", written);
    answers.addFirst(() -> Replies.of(302, "", () -> closed++, "Location", "/order.htm"));
    Download.fetch(rules(), "file 1", "https://files.example.com/1", null, written);

    assertThat(written.text()).isEqualTo("<h1>Order</h1>".repeat(3));
  }

  @Test
  void anAddressThatMayNotBeAskedIsNot() {
    Failure failure =
        catchThrowableOfType(
            Failure.class,
            () -> Download.fetch(rules(), "file 1", "https://127.0.0.1/x", null, written));

    assertThat(failure).hasMessage("file 1: 127.0.0.1 is not a public address");
    assertThat(asked).isEmpty();
  }

  private String fetch() {
    return Download.fetch(rules(), "file 1", URL, null, written);
  }

  private String failed() {
    Failure failure = catchThrowableOfType(Failure.class, this::fetch);
    return failure.kind()
        + " "
        + failure.message().replaceFirst("^file 1: ", "")
        + " "
        + failure.hint();
  }

  private Download.Rules rules() {
    Limits limits =
        new Limits(
            Duration.ofSeconds(30), 3, Duration.ofHours(2), 0, together, Duration.ofMinutes(10), 1);
    Allowance allowance = new Allowance("the download of its files", limits, () -> now);
    Retrying retrying =
        new Retrying(
            limits,
            new Throttle(),
            new Time(() -> now, this::sleep, () -> 0.5),
            allowance.over((then, because) -> {}));
    return new Download.Rules(
        this::get,
        Origin.of(URI.create("https://chat.example.com")),
        allowance,
        retrying,
        LARGEST,
        () -> now,
        event ->
            heard.add(
                event.url()
                    + " "
                    + Optional.ofNullable(event.answer()).map(Traced.Answer::status).orElse(0)));
  }

  private void sleep(Duration time) {
    slept.add(time);
    now = now.plus(time);
  }

  private Reply get(String purpose, URI file, Map<String, String> headers, Duration limit) {
    asked.add(file + " " + new TreeMap<>(headers));
    return answers.remove().get();
  }

  private void answer(int status, String body, String... headers) {
    answers.add(() -> Replies.of(status, body, () -> closed++, headers));
  }

  /** An answer that breaks off. */
  private void cut(int status, String body, String... headers) {
    breaking(status, body, Kind.NETWORK, "broke off", headers);
  }

  /** An answer that takes too long. */
  private void late(int status, String body, String... headers) {
    breaking(status, body, Kind.TIMEOUT, "too late", headers);
  }

  private void breaking(int status, String body, Kind kind, String words, String... headers) {
    Retry retry = kind == Kind.NETWORK ? Retry.SOON : Retry.NEVER;
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new Failure(kind, words, null, Details.NONE.retry(retry, null), null);
          }

          @Override
          public int read(byte[] target, int from, int count) throws IOException {
            return read();
          }
        };
    answers.add(
        () -> {
          Reply whole = Replies.of(status, body, () -> closed++, headers);
          return new Reply(
              status,
              whole.headers(),
              new SequenceInputStream(whole.body(), broken),
              whole.abort());
        });
  }

  private Reply reply(int status, InputStream body) {
    return new Reply(status, Headers.NONE, body, () -> closed++);
  }

  private static String range(int from, int total) {
    return "bytes " + from + "-" + (total - 1) + "/" + total;
  }
}

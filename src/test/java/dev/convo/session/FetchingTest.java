package dev.convo.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.convo.cli.TestHost;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Limits;
import dev.convo.source.Progress;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The limits of a run. */
class FetchingTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private static final What.Limits NOTHING_TYPED =
      new What.Limits(null, 3, null, 4, 5, SECOND.multipliedBy(6));

  @TempDir Path home;

  @Test
  void aLimitThatNobodySetsHasADefault() {
    assertThat(limits("", NOTHING_TYPED, null, "42"))
        .isEqualTo(
            new Limits(
                Duration.ofSeconds(30), 3, Duration.ofSeconds(30), 4, 5, Duration.ofSeconds(6), 4));
  }

  @Test
  void severalConversationsWaitLongerForRateLimits() {
    assertThat(limits("", NOTHING_TYPED, null, "42", "43").maxWait())
        .isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void theFilesTimeoutIsUsedUnlessOneIsTyped() {
    What.Limits typed = new What.Limits(SECOND, 3, null, 4, 5, SECOND);

    assertThat(limits("timeout = \"7s\"", NOTHING_TYPED, null, "42").timeout())
        .isEqualTo(Duration.ofSeconds(7));
    assertThat(limits("timeout = \"7s\"", typed, null, "42").timeout()).isEqualTo(SECOND);
  }

  @Test
  void everyTypedLimitIsUsed() {
    Duration wait = Duration.ofSeconds(2);
    What.Limits typed = new What.Limits(SECOND, 0, wait, 3, 4, Duration.ofSeconds(5));

    assertThat(limits("", typed, 6, "42"))
        .isEqualTo(new Limits(SECOND, 0, wait, 3, 4, Duration.ofSeconds(5), 6));
  }

  @Test
  void aTimeoutOfTheFileThatIsNoDurationNamesItsLine() {
    Failure failure =
        catchThrowableOfType(
            Failure.class, () -> limits("timeout = \"soon\"", NOTHING_TYPED, null, "42"));

    assertThat(failure.kind()).isEqualTo(Kind.CONFIG);
    assertThat(failure.message()).startsWith("profiles.toml:2: timeout: ");
    assertThat(failure.hint()).isEqualTo("write timeout = \"30s\"");
  }

  private Limits limits(
      String settings, What.Limits limits, @Nullable Integer concurrency, String... ids) {
    String file =
        "[convo]\n"
            + settings
            + "\n[default.chatwoot]\naccount_id = 3\napi_access_token = \"test-token\"\n";
    try (TestHost host = new TestHost(home).profiles(file)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (Session session = new Session(host.machine(out, out), host.platforms())) {
        What.Fetch what =
            new What.Fetch(
                SessionTest.platform(session, "chatwoot"),
                List.of(ids),
                new What.Login(null, Map.of(), null, false),
                new What.Network(null, concurrency, limits),
                new What.Manner(true, false, false),
                null);
        Progress progress = new Progress(OptionalInt.of(ids.length));
        return new Fetching(session, what, SessionTest.SILENT, progress).limits();
      }
    }
  }
}

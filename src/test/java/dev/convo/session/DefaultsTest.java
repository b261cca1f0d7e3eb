package dev.convo.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.convo.cli.TestHost;
import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.http.Limits;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefaultsTest {
  private static final What.Limits NOTHING_TYPED =
      new What.Limits(null, null, null, null, null, null);

  @TempDir Path home;

  @Test
  void aLimitThatNobodySetsHasADefault() {
    assertThat(limits("", fetch(NOTHING_TYPED, null, "42")))
        .isEqualTo(
            new Limits(
                Duration.ofSeconds(30),
                3,
                Duration.ofSeconds(30),
                256L << 20,
                1L << 30,
                Duration.ofMinutes(10),
                4));
  }

  @Test
  void severalConversationsWaitLongerForRateLimits() {
    assertThat(limits("", fetch(NOTHING_TYPED, null, "42", "43")).maxWait())
        .isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void theFilesTimeoutIsUsedUnlessOneIsTyped() {
    What.Limits typed = new What.Limits(Duration.ofSeconds(2), null, null, null, null, null);

    assertThat(limits("timeout = \"7s\"", fetch(NOTHING_TYPED, null, "42")).timeout())
        .isEqualTo(Duration.ofSeconds(7));
    assertThat(limits("timeout = \"7s\"", fetch(typed, null, "42")).timeout())
        .isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void everyTypedLimitIsUsed() {
    What.Limits typed =
        new What.Limits(
            Duration.ofSeconds(1), 0, Duration.ofSeconds(2), 3L, 4L, Duration.ofSeconds(5));

    assertThat(limits("", fetch(typed, 6, "42")))
        .isEqualTo(
            new Limits(
                Duration.ofSeconds(1), 0, Duration.ofSeconds(2), 3, 4, Duration.ofSeconds(5), 6));
  }

  @Test
  void aTimeoutOfTheFileThatIsNoDurationNamesItsLine() {
    Failure failure =
        catchThrowableOfType(
            Failure.class, () -> limits("timeout = \"soon\"", fetch(NOTHING_TYPED, null, "42")));

    assertThat(failure.kind()).isEqualTo(Kind.CONFIG);
    assertThat(failure.message()).startsWith("profiles.toml:2: timeout: ");
    assertThat(failure.hint()).isEqualTo("write timeout = \"30s\"");
  }

  @Test
  void noRequestAtOnceIsRefused() {
    Failure failure =
        catchThrowableOfType(Failure.class, () -> limits("", fetch(NOTHING_TYPED, 0, "42")));

    assertThat(failure.kind()).isEqualTo(Kind.USAGE);
    assertThat(failure.message()).isEqualTo("--concurrency must be at least 1");
  }

  private What.Fetch fetch(What.Limits limits, @Nullable Integer concurrency, String... ids) {
    Platform chatwoot =
        new TestHost(home)
            .platforms().stream()
                .filter(one -> one.provider().descriptor().name().equals("chatwoot"))
                .findFirst()
                .orElseThrow();
    return new What.Fetch(
        chatwoot,
        List.of(ids),
        new What.Login(null, Map.of(), null, false),
        new What.Network(null, concurrency, limits),
        new What.Manner(true, false, false),
        null);
  }

  private Limits limits(String settings, What.Fetch what) {
    String file =
        "[convo]\n"
            + settings
            + "\n[default.chatwoot]\naccount_id = 3\napi_access_token = \"test-token\"\n";
    try (TestHost host = new TestHost(home).profiles(file)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (Session session = new Session(host.machine(out, out), host.platforms())) {
        return Defaults.limits(what, new FileAccounts(session, what.platform(), what.login()));
      }
    }
  }
}

package dev.convo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.session.What;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkOptionsTest {
  @TempDir Path home;

  @Test
  void theDefaultsAreThoseOfTheirHelp() {
    What.Limits limits =
        new What.Limits(null, 3, null, 256L << 20, 1L << 30, Duration.ofMinutes(10));

    assertThat(new NetworkOptions().network()).isEqualTo(new What.Network(null, null, limits));
  }

  @Test
  void noRequestAtOnceIsRefused() {
    try (TestHost host = new TestHost(home)) {
      TestHost.Result result = host.run("chatwoot", "42", "-p", "demo", "--concurrency", "0");

      assertThat(result)
          .isEqualTo(
              new TestHost.Result(
                  2,
                  "",
                  """
                  convo: error: --concurrency must be at least 1
                    hint: give 1 or more
                  """));
    }
  }
}

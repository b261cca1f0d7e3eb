package dev.convo.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.cli.TestHost;
import dev.convo.provider.Descriptor;
import dev.convo.provider.Setting;
import dev.convo.session.Platform;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flags of the environment: what they say counts, not that they are there. */
class FlagsTest {
  @TempDir Path home;
  private TestHost host = new TestHost(Path.of(""));

  @BeforeEach
  void start() {
    host = new TestHost(home).withSandbox();
  }

  @AfterEach
  void stop() {
    host.close();
  }

  @Test
  void aFlagThatSaysNoLetsNoIdReachAnotherPath() {
    host.variables.put("CONVO_ASAPP_EXTERNAL_ID", "false");

    TestHost.Result result = host.run("asapp", "..", "-v");

    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .startsWith("convo: error: '..' is not a valid conversation id for ASAPP\n");
    assertThat(result.code()).isEqualTo(2);
  }

  @Test
  void aFlagThatSaysNoIsAsGoodAsNone() {
    for (Platform platform : host.platforms()) {
      Descriptor facts = platform.provider().descriptor();
      TestHost.Result without = host.run(facts.name(), facts.example(), "--json", "--dry-run");
      for (Setting setting : facts.settings()) {
        if (setting instanceof Setting.Flag) {
          host.variables.put(facts.variable(setting.key()), "false");
        }
      }
      host.variables.put(facts.variable("allow_http"), "false");

      assertThat(host.run(facts.name(), facts.example(), "--json", "--dry-run")).isEqualTo(without);
    }
  }

  @Test
  void plainHttpIsNotAllowedByAVariableThatSaysNo() {
    host.variables.put("CONVO_CHATWOOT_ALLOW_HTTP", "false");
    host.variables.put("CONVO_CHATWOOT_BASE_URL", "http://chat.example");
    host.variables.put("CONVO_CHATWOOT_API_ACCESS_TOKEN", "test-token");

    assertThat(host.run("chatwoot", "42").code()).isEqualTo(10);
  }
}

package dev.convo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.Golden;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxCommandTest {
  @TempDir Path home;
  private TestHost host = new TestHost(Path.of(""));

  @BeforeEach
  void start() {
    host = new TestHost(home);
  }

  @AfterEach
  void stop() {
    host.close();
  }

  @Test
  void everySampleIsListedWithoutAServer() {
    TestHost.Result list = host.run("sandbox", "--list");

    Golden.check("cli/sandbox-list.txt", list.out());
    assertThat(list.code()).isZero();
  }

  @Test
  void theListFitsATerminal() {
    host.outTerminal = true;
    host.columns = 80;

    assertThat(host.run("sandbox", "--list").out().lines())
        .allMatch(line -> line.length() <= 80)
        .hasSizeGreaterThan(60);
  }
}

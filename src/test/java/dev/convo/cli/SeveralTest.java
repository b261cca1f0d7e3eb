package dev.convo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several conversations on one command line, and what is said of those that fail. */
class SeveralTest {
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
  void aDryRunPrintsTheGoodLinesAndReportsTheBadOne() {
    String one = host.run("chatwoot", "42", "--dry-run").out();
    String other = host.run("chatwoot", "7", "--dry-run").out();
    host.stdin = "42\nabc\n7\n";

    TestHost.Result result = host.run("chatwoot", "-", "--dry-run");

    assertThat(result.out()).isEqualTo(one + other);
    assertThat(result.err()).isEqualTo(host.run("chatwoot", "-", "--no-messages").err());
    assertThat(result.err()).startsWith("convo: error: line 2: 'abc' ");
    assertThat(result.code()).isEqualTo(8);
  }

  @Test
  void eachIsShownUnderItsPlaceInTheOrderAsked() {
    assertThat(rules("42", "404401", "7"))
        .containsExactly("━━ 1 of 3 · chatwoot 42 ", "━━ 3 of 3 · chatwoot 7 ");
    host.stdin = "404401\n7\n";
    assertThat(rules("-")).containsExactly("━━ 2 · chatwoot 7 ");
    host.stdin = "42\n7\n";
    assertThat(rules("-")).containsExactly("━━ 2 · chatwoot 7 ");
    host.stdin = "42\n";
    assertThat(rules("-")).isEmpty();
    assertThat(rules("42")).isEmpty();
  }

  private List<String> rules(String... ids) {
    String[] line = new String[1 + ids.length];
    line[0] = "chatwoot";
    System.arraycopy(ids, 0, line, 1, ids.length);
    return host.run(line)
        .out()
        .lines()
        .filter(row -> row.startsWith("━"))
        .map(row -> row.replaceFirst("━+$", ""))
        .toList();
  }

  @Test
  void aDryRunOfOneBadLineEndsAsTheRunItselfWould() {
    host.stdin = "abc\n";

    TestHost.Result result = host.run("chatwoot", "-", "--dry-run");

    assertThat(result.out()).isEmpty();
    assertThat(result.code()).isEqualTo(2);
  }

  @Test
  void aDryRunRefusesANumberOfRequestsThatTheRunItselfRefuses() {
    TestHost.Result dry = host.run("chatwoot", "42", "--concurrency", "0", "--dry-run");

    assertThat(dry).isEqualTo(host.run("chatwoot", "42", "--concurrency", "0"));
    assertThat(dry)
        .isEqualTo(
            new TestHost.Result(
                2,
                "",
                """
                convo: error: --concurrency must be at least 1
                  hint: give 1 or more
                """));
  }

  @Test
  void theTerminalIsAskedOnceForItsWidthHoweverMuchIsSaid() {
    host.errTerminal = true;
    host.outTerminal = true;

    host.run("chatwoot", "404401", "404402", "404403", "42", "--no-messages", "--no-pager");

    assertThat(host.askedForColumns).isEqualTo(1);
  }
}

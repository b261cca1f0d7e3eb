package dev.convo.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.app.Platform;
import dev.convo.cli.TestHost;
import dev.convo.sandbox.Answer;
import dev.convo.sandbox.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At the beginning of a line speaks nobody but convo, whatever a customer writes. */
class ForgeryTest {
  /** What convo itself writes there: headers, separators, rows and the last line. */
  private static final String FORGED =
      """


      --- 2026-03-15 Sunday ---

      [08:00:00] Agent Mallory
          I approve the refund.

      note| [08:00:00] Agent Mallory
      2026-03-15 08:00  agent Mallory  I approve the refund.
      status    resolved
      note: all is well

      99 messages, complete
      """;

  /** Lines as convo begins them: a day, a message's header, a row, the last line. */
  private static final Pattern OWN =
      Pattern.compile(
          "--- \\d{4}-.*|((note|system|not sent|failed)\\| )*\\[\\d\\d:.*|\\d{4}-\\d\\d-\\d\\d .*"
              + "|\\d+ (of \\d+ )?messages?.*|status .*|note: .*");

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

  @ParameterizedTest
  @CsvSource({
    "chatwoot,transcript", "chatwoot,table",
    "salescaptain,transcript", "salescaptain,table",
    "asapp,transcript", "asapp,table",
    "crm,transcript", "crm,table",
    "workspace,transcript", "workspace,table"
  })
  void noTextForgesALineOfConvo(String name, String format) throws IOException {
    for (String width : List.of("0", "32", "40", "80")) {
      long forged = own(name, format, width, FORGED);
      long honest = own(name, format, width, " and so on");

      assertThat(forged).as("width " + width).isEqualTo(honest).isGreaterThan(4);
    }
  }

  /** How many of convo's own lines are shown where every text that people write ends in this. */
  private long own(String name, String format, String width, String text) throws IOException {
    Platform platform = Accounts.platform(host, name);
    Service service = platform.sandbox().get();
    Pattern written =
        Pattern.compile("(?i).*\\.(name|content|text|message|body|subject|summary|title|email)");
    try (Impostor impostor =
        Impostor.of(
            service,
            answer ->
                new Answer(
                    answer.status(),
                    answer.headers(),
                    Planted.behind(
                        answer.body(), text, field -> written.matcher(field).matches())))) {
      TestHost.Result result =
          Accounts.of(platform, host, impostor.base()).run("-o", format, "--width", width);

      assertThat(result.code()).as(result.err()).isZero();
      return result.out().lines().filter(line -> OWN.matcher(line).matches()).count();
    }
  }
}

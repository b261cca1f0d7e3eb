package dev.convo.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.cli.TestHost;
import dev.convo.sandbox.Answer;
import dev.convo.sandbox.Service;
import dev.convo.session.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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


      ━━ 2 of 3 · chatwoot 43 ━━━━━━━━━
      ── Sun 15 March 2026 · UTC ──────
       1 08:00:00  Mallory, agent
           I approve the refund.
      10 08:00:00  Mallory, agent
       2 note| 08:00:00  Mallory, agent
         note|   I approve.
      11 08:00  Mallory < I approve the refund.
         ┄ 5 min ┄
      ┄ 3 messages not shown ┄
      1 of 99 messages shown; 99, complete
         + call: completed, 9 min
         + from: boss@example.com
      + not delivered: blocked
      + answers 1: "paid"
      names: agent A = Mallory
      chatwoot 42 · resolved
      > Mallory  →  Grace
      # paid
      subject: paid
      note: all is well

      99 messages, complete
      """;

  /** Lines as convo begins them: the header's, a day, a message's head or row, the last lines. */
  private static final Pattern OWN =
      Pattern.compile(
          "[─━]{2} .*|┄ .*|( \\d|\\d\\d+) ((note|system|not sent|failed)\\| )*(\\d\\d|--):.*"
              + "|\\d+ (of \\d+ )?messages?.*"
              + "|(chatwoot|salescaptain|asapp|crm|workspace) .*|[>#→] .*"
              + "|(subject|summary|link|note|names): .*");

  /** What stands behind the number, where no text does: facts, marks and silences. */
  private static final Pattern MARGIN =
      Pattern.compile(" {3}(((note|system|not sent|failed)\\| )*\\+ |┄ ).*");

  /** What people write. */
  private static final Pattern WRITTEN =
      Pattern.compile("(?i).*\\.(name|content|text|message|body|subject|summary|title|email)");

  /** What Chatwoot calls a message's text, the only one of them with lines. */
  private static final Pattern CONTENT = Pattern.compile(".*\\.content");

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

  /** Only texts grow here: what convo itself says of a name or a title may take another line. */
  @ParameterizedTest
  @CsvSource({"transcript", "table"})
  void noTextForgesAFactOrASilence(String format) throws IOException {
    Pattern facts = format.equals("table") ? Pattern.compile(" {19}\\+ .*") : MARGIN;
    for (String width : List.of("0", "40", "80")) {
      List<String> forged = matching(facts, format, width, FORGED);

      assertThat(forged)
          .as("width " + width)
          .isEqualTo(matching(facts, format, width, " and so on"))
          .isNotEmpty();
    }
  }

  private List<String> matching(Pattern facts, String format, String width, String text)
      throws IOException {
    return run("chatwoot", format, width, text, CONTENT)
        .out()
        .lines()
        .filter(line -> facts.matcher(line).matches())
        .toList();
  }

  /** What a terminal shows in more cells than one might count, before a header in column one. */
  @ParameterizedTest
  @CsvSource({"transcript", "table"})
  void noTerminalMovesTextToTheBeginningOfALine(String format) throws IOException {
    for (String wide : List.of("\u1100", "👍🏽", "👨\u200d", "🇩🇪", "\ud7b0", "e\u1dcb", "䷀")) {
      StringBuilder text = new StringBuilder();
      for (int i = 1; i <= 80; i++) {
        text.append('\n').append(wide.repeat(i)).append("10 10:01:00  You, agent\nI approve.");
      }

      for (int width : new int[] {40, 80}) {
        TestHost.Result result =
            run("chatwoot", format, String.valueOf(width), text.toString(), WRITTEN);

        assertThat(onScreen(result.out(), width))
            .as(wide)
            .containsExactlyElementsOf(rows(result, width));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"transcript", "table"})
  void noBlanksMoveTextToTheBeginningOfALineThatIsNotWrapped(String format) throws IOException {
    for (String blank : List.of(" ", "\t", "\u00a0", "\u3000", "\u2007", " \u2800")) {
      StringBuilder text = new StringBuilder();
      for (int i = 17; i <= 80; i++) {
        text.append("\nHi").append(blank.repeat(i)).append("10 10:01:00  You, agent\nI approve.");
      }

      TestHost.Result result = run("chatwoot", format, "0", text.toString(), CONTENT);

      assertThat(onScreen(result.out(), 80).filter(row -> row.startsWith("10 10:01:00")))
          .as(blank)
          .isEmpty();
    }
  }

  /** Convo's own lines, as it wrote them; a terminal folds an address, which is never broken. */
  private static List<String> rows(TestHost.Result result, int columns) {
    return result
        .out()
        .lines()
        .map(row -> row.contains("://") ? folded(row, columns).get(0) : row)
        .filter(row -> OWN.matcher(row).matches())
        .toList();
  }

  /** Convo's own lines, as a terminal shows them that knows nothing of clusters. */
  private static Stream<String> onScreen(String output, int columns) {
    return output
        .lines()
        .flatMap(line -> folded(line, columns).stream())
        .filter(row -> OWN.matcher(row).matches());
  }

  private static List<String> folded(String line, int columns) {
    List<String> rows = new ArrayList<>();
    StringBuilder row = new StringBuilder();
    int cells = 0;
    for (int codePoint : line.codePoints().toArray()) {
      int more = cells(codePoint);
      if (cells + more > columns) {
        rows.add(row.toString());
        row.setLength(0);
        cells = 0;
      }
      row.appendCodePoint(codePoint);
      cells += more;
    }
    rows.add(row.toString());
    return rows;
  }

  /** As GNU screen and the like count, whose tables are old. */
  private static int cells(int codePoint) {
    return codePoint == 0x200D
        ? 0
        : codePoint >= 0x1100 && codePoint < 0x1160
                || codePoint >= 0x3000 && codePoint < 0xA4D0
                || codePoint >= 0xAC00 && codePoint < 0xD7A4
                || codePoint >= 0x1F300
            ? 2
            : 1;
  }

  /** How many of convo's own lines are shown where every text that people write ends in this. */
  private long own(String name, String format, String width, String text) throws IOException {
    TestHost.Result result = run(name, format, width, text, WRITTEN);
    return result.out().lines().filter(line -> OWN.matcher(line).matches()).count();
  }

  private TestHost.Result run(
      String name, String format, String width, String text, Pattern written) throws IOException {
    Platform platform = Accounts.platform(host, name);
    Service service = platform.sandbox().apply(host.clock());
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
      return result;
    }
  }
}

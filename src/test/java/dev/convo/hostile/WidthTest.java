package dev.convo.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.cli.TestHost;
import dev.convo.render.Layout;
import dev.convo.sandbox.Service.Sample;
import dev.convo.session.Platform;
import dev.convo.text.Cells;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sample at the least, the most and the strangest widths that somebody may ask for. */
class WidthTest {
  private static final List<Integer> SHOWN = List.of(0, 8);

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

  @ParameterizedTest
  @CsvSource({
    "chatwoot,table", "chatwoot,transcript",
    "salescaptain,table", "salescaptain,transcript",
    "asapp,table", "asapp,transcript",
    "crm,table", "crm,transcript",
    "workspace,table", "workspace,transcript"
  })
  void everySampleIsShownWhole(String name, String format) {
    Platform platform = Accounts.platform(host, name);
    int shown = 0;
    for (Sample sample : platform.sandbox().apply(host.clock()).samples()) {
      TestHost.Result whole = at("", name, sample.id(), format, "--width", "0");
      if (!SHOWN.contains(whole.code())) {
        continue; // A sample of a refusal.
      }
      shown++;
      String said = letters(whole.out());
      for (int most : List.of(Layout.NARROWEST, 10_000)) {
        TestHost.Result fitted = at("", name, sample.id(), format, "--width", "" + most);

        assertThat(fitted.code()).isEqualTo(whole.code());
        assertThat(fitted.err()).isEqualTo(whole.err());
        assertThat(fitted.out().lines().filter(line -> isWider(line, most))).isEmpty();
        assertThat(letters(fitted.out())).as("" + most).isEqualTo(said);
      }
    }
    assertThat(shown).isGreaterThan(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "transcript"})
  void theEnvironmentsWidthIsTakenAsTheOptionsOrNotAtAll(String format) {
    TestHost.Result whole = at("", "chatwoot", "13", format, "--width", "0");

    for (String none : List.of("", "0", "-5", "wide", "1e3", "99999999999999999999")) {
      assertThat(at(none, "chatwoot", "13", format)).as(none).isEqualTo(whole);
    }
    for (String columns : List.of("1", "31", "32", "10000")) {
      int most = Math.max(Layout.NARROWEST, Integer.parseInt(columns));
      assertThat(at(columns, "chatwoot", "13", format))
          .as(columns)
          .isEqualTo(at("", "chatwoot", "13", format, "--width", "" + most));
    }
  }

  private TestHost.Result at(
      String columns, String name, String id, String format, String... more) {
    host.variables.put("COLUMNS", columns);
    String[] line = new String[4 + more.length];
    System.arraycopy(new String[] {name, id, "-o", format}, 0, line, 0, 4);
    System.arraycopy(more, 0, line, 4, more.length);
    return host.run(line);
  }

  /** An address is never broken. */
  private static boolean isWider(String line, int most) {
    return Cells.width(line) > most && !line.contains("://");
  }

  /**
   * The characters without rules, heads and columns, which shrink where there is little room, in
   * one order. Nothing that anybody wrote is cut or said twice.
   */
  private static String letters(String text) {
    String joined =
        text.replaceAll("(?m)^── .*$", "")
            .replaceAll("(?m)^names: .*\\n(  .*\\n)*", "") // what is cut where there is little room
            .replaceAll("(?m)^ *\\d+ (\\d\\d|--):.. {2}.*? [<>!x·?] [ +] ", "")
            .replaceAll("(?m)^ *\\d+ (system\\| )(not sent\\| |failed\\| )?(\\d\\d|--):.{5} ", "")
            .replaceAll("(?m)^ *\\d+ ([a-z ]+\\| )*(\\d\\d|--):.{5}.*$", "")
            .replaceAll("(?m)^ *((note|system|not sent|failed)\\| *)+", "")
            // What the head says where there is room.
            .replaceAll("(?m)^ *\\+ (deleted|answers|edited).*\\n( *\\+ {3}.*\\n)*", "")
            .replaceAll("(?m)^ *\\+ ", "")
            .replaceAll("<\\d+ blanks>", "") // a long run of them, in a line that is not wrapped
            .replaceAll("[\\s·]", "")
            .replaceAll("127\\.0\\.0\\.1:(PORT)?\\d*", "");
    int[] sorted = joined.codePoints().sorted().toArray();
    return new String(sorted, 0, sorted.length);
  }
}

package dev.convo.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.text.Plain;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRendererTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+44 20",
        "-2",
        "@SUM(A1)",
        "\t=1",
        "  =1",
        "\n=1",
        "＝1",
        "＋1",
        "－1",
        "＠A1",
        "\u200b=1",
        "\u00a0=1",
        "\ufeff=1"
      })
  void noCellIsAFormula(String remote) {
    String text = CsvRenderer.cell(remote).replaceFirst("^\"", "");

    assertThat(text.strip()).doesNotMatch("(?s)[=+\\-@＝＋－＠\t\r\n].*");
  }

  @Test
  void whatNeedsItIsQuoted() {
    assertThat(CsvRenderer.cell("plain words")).isEqualTo("plain words");
    assertThat(CsvRenderer.cell("a,b")).isEqualTo("\"a,b\"");
    assertThat(CsvRenderer.cell("say \"no\"\nand go")).isEqualTo("\"say \"\"no\"\"\nand go\"");
    assertThat(CsvRenderer.cell("")).isEmpty();
  }

  @Test
  void rowsEndAsTheStandardSaysBelowTheirNames() throws IOException {
    Layout layout =
        new Layout(
            0,
            ZoneOffset.UTC,
            false,
            false,
            new Wanted(false, List.of("number", "attributes.source_id", "role"), Highlight.NONE));

    String csv = RendererTest.render(Format.CSV, layout, Samples.selected(), Samples.selected());

    assertThat(csv)
        .startsWith("number,attributes.source_id,role\r\n3,,bot\r\n4,")
        .doesNotContain("\r\nnumber");
    assertThat(csv.split("\r\n", -1)).hasSize(8);
  }

  private static final String[] PIECES = {
    "word",
    " ",
    ",",
    ";",
    "\t",
    "\"",
    "\"\"",
    "'",
    "\n",
    "\r\n",
    "\r",
    "=",
    "+",
    "-",
    "@",
    "＝",
    "\\",
    "=1+1",
    "=cmd|' /C calc'!A0",
    "@SUM(1)",
    "\",=1",
    "\"\n=HYPERLINK(1)",
    "\u0000",
    "\u202e",
    "👍",
    "",
  };

  /** Read by a library that knows nothing of convo. */
  @Test
  void everyCellIsReadBackAsItWasWritten() throws IOException {
    Random random = new Random(42);
    for (int i = 0; i < 2000; i++) {
      List<String> cells = Stream.generate(() -> hostile(random)).limit(3).toList();

      String row = String.join(",", cells.stream().map(CsvRenderer::cell).toList()) + "\r\n";

      List<CSVRecord> read = CSVParser.parse(row + row, CSVFormat.RFC4180).getRecords();
      assertThat(read).as(row).hasSize(2);
      for (int column = 0; column < 3; column++) {
        String harmless = Plain.text(cells.get(column));
        assertThat(read.get(1).get(column).replace("'", ""))
            .as(row)
            .isEqualTo(harmless.replace("'", ""));
      }
    }
  }

  /** A spreadsheet may take semicolons or tabs for separators, and ignore quotes. */
  @Test
  void withOtherSeparatorsNoCellCallsAnything() {
    Random random = new Random(42);
    for (int i = 0; i < 2000; i++) {
      String row = "chatwoot," + CsvRenderer.cell(hostile(random)) + ",public";

      assertThat(row.split("[;\t\r\n]"))
          .as(row)
          .noneMatch(cell -> cell.matches(" *[=+@＝-].*[(|!].*"));
    }
    assertThat(CsvRenderer.cell("Please:\n- call (today)\n- wait; =A1"))
        .isEqualTo("\"Please:\n'- call (today)\n- wait; =A1\"");
  }

  private static String hostile(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(7); i >= 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }
}

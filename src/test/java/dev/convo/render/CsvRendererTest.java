package dev.convo.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
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
  void rowsEndAsTheStandardSaysAndHaveTheirNames() throws IOException {
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
}

package dev.convo.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineEditsTest {
  @Test
  void onlyWhatChangedIsMarked() {
    assertThat(edits("a b c d", "a x c d e")).isEqualTo(" a -b +x  c  d +e");
  }

  @Test
  void nothingInCommonIsReplaced() {
    assertThat(edits("a b", "c d")).isEqualTo("-a -b +c +d");
  }

  @Test
  void bothTextsCanBeReadFromTheEdits() {
    Random random = new Random(42);
    for (int i = 0; i < 500; i++) {
      List<String> before = letters(random);
      List<String> after = letters(random);

      List<LineEdits.Line> edits = LineEdits.between(before, after);

      assertThat(texts(edits, LineEdits.Edit.ADDED)).isEqualTo(before);
      assertThat(texts(edits, LineEdits.Edit.GONE)).isEqualTo(after);
    }
  }

  @Test
  void hugeTextsAreReplacedBetweenTheirFirstAndLastChange() {
    List<String> before = IntStream.range(0, 100_000).mapToObj(i -> "old " + i).toList();
    List<String> after = IntStream.range(0, 100_000).mapToObj(i -> "new " + i).toList();

    assertThat(LineEdits.between(before, after)).hasSize(200_000);
  }

  private static List<String> letters(Random random) {
    return IntStream.range(0, random.nextInt(9)).mapToObj(i -> "" + random.nextInt(4)).toList();
  }

  private static List<String> texts(List<LineEdits.Line> edits, LineEdits.Edit without) {
    return edits.stream().filter(one -> one.edit() != without).map(LineEdits.Line::text).toList();
  }

  private static String edits(String before, String after) {
    return LineEdits.between(List.of(before.split(" ")), List.of(after.split(" "))).stream()
        .map(
            one ->
                switch (one.edit()) {
                      case KEPT -> " ";
                      case GONE -> "-";
                      case ADDED -> "+";
                    }
                    + one.text())
        .collect(Collectors.joining(" "));
  }
}

package dev.convo.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.failure.Failure;
import dev.convo.failure.Kind;
import dev.convo.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * Which documents are JSON: a few of our own always, and with {@code -Djson.test.suite=FOLDER} all
 * of JSONTestSuite's {@code test_parsing} (https://github.com/nst/JSONTestSuite), whose files say
 * in their names what must become of them: {@code y_} read, {@code n_} refused, {@code i_} either.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class JsonSuiteTest {
  /**
   * A document.
   *
   * @param octets its bytes, one a character: not all are UTF-8
   */
  private record Document(String name, String octets) {}

  private static final List<Document> OURS =
      List.of(
          new Document("y_duplicate_key", "{\"a\":1,\"a\":2}"),
          new Document("y_number_of_1000_digits", "1" + "0".repeat(999)),
          new Document("i_number_of_10000_digits", "1" + "0".repeat(9_999)),
          new Document("y_number_beyond_double", "-1.5E+999999999"),
          new Document("y_lone_surrogate", "[\"\\ud800\",\"\\udc00\\ud800\"]"),
          new Document("y_top_level_scalar", " \"a\" "),
          new Document("y_capitals_in_text", "[\"NaN TRUE E \\\" X\"]"),
          new Document("y_capital_exponent", "[1E2]"),
          new Document("n_nothing", ""),
          new Document("n_NaN", "[NaN]"),
          new Document("n_Infinity", "{\"a\":-Infinity}"),
          new Document("n_more_behind_the_end", "{} {}"),
          new Document("n_comment", "[1 /* one */]"),
          new Document("n_single_quotes", "{'a':1}"),
          new Document("n_escaped_single_quote", "[\"\\'\"]"),
          new Document("n_capital_literal", "[TRUE]"),
          new Document("n_capital_at_the_end_of_a_literal", "[truE]"),
          new Document("n_bare_control_in_text", "[\"a\u001fb\"]"),
          new Document("n_bare_newline_in_text", "[\"a\nb\"]"),
          new Document("n_escaped_newline", "[\"a\\\nb\"]"),
          new Document("n_list_100000_deep", "[".repeat(100_000) + "]".repeat(100_000)),
          new Document("n_object_100000_deep", "{\"a\":".repeat(100_000)),
          new Document("n_list_100000_deep_and_never_closed", "[".repeat(100_000)));

  @TestFactory
  List<DynamicTest> everyDocumentIsReadOrRefusedAsItsNameSays() throws IOException {
    List<Document> all = new ArrayList<>(OURS);
    String folder = System.getProperty("json.test.suite", "");
    if (!folder.isEmpty()) {
      all.addAll(suite(Path.of(folder)));
    }
    return all.stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> check(one))).toList();
  }

  private static void check(Document document) {
    String verdict = document.name().substring(0, 2);
    assertThat(read(document.octets()))
        .as("alone")
        .isIn(verdict.equals("i_") ? List.of("y_", "n_") : List.of(verdict));
    assertThat(read("{\"id\":42,\"odd\":" + document.octets() + "}"))
        .as("as a member")
        .isIn(verdict.equals("i_") ? List.of("y_", "n_") : List.of(verdict));
  }

  /** What became of it; anything but a value or BAD_ANSWER is thrown. */
  private static String read(String octets) {
    try {
      Json.tree(new ByteArrayInputStream(octets.getBytes(StandardCharsets.ISO_8859_1)));
      return "y_";
    } catch (Failure failure) {
      assertThat(failure.kind()).isEqualTo(Kind.BAD_ANSWER);
      assertThat(failure.message()).hasSizeLessThan(200).doesNotContain("\n");
      return "n_";
    }
  }

  private static List<Document> suite(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Document> all = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.toLowerCase(Locale.ROOT).endsWith(".json")) {
          all.add(new Document(name, Files.readString(file, StandardCharsets.ISO_8859_1)));
        }
      }
      assertThat(all).as("the suite in " + folder).hasSizeGreaterThan(300);
      return all;
    }
  }
}

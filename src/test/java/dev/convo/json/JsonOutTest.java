package dev.convo.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.model.Attributes;
import dev.convo.model.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonOutTest {
  private final StringWriter out = new StringWriter();

  @Test
  void prettyPutsAMemberOnALineAndLeavesEmptyOnesClosed() throws IOException {
    JsonOut.pretty(out)
        .beginObject()
        .name("a")
        .text("x")
        .name("b")
        .beginList()
        .number(1)
        .flag(true)
        .text(null)
        .endList()
        .name("c")
        .beginObject()
        .endObject()
        .name("d")
        .beginList()
        .endList()
        .endObject();

    assertThat(out)
        .hasToString(
            """
            {
              "a": "x",
              "b": [
                1,
                true,
                null
              ],
              "c": {},
              "d": []
            }""");
  }

  @Test
  void compactWritesNoBlank() throws IOException {
    JsonOut.compact(out)
        .beginObject()
        .name("a")
        .beginList()
        .number(null)
        .beginObject()
        .name("b")
        .flag(null)
        .endObject()
        .endList()
        .name("c")
        .text("d e")
        .endObject();

    assertThat(out).hasToString("{\"a\":[null,{\"b\":null}],\"c\":\"d e\"}");
  }

  @Test
  void attributesKeepTheirTypesDigitsAndOrder() throws IOException {
    Map<String, Value> members = new LinkedHashMap<>();
    members.put("float", new Value.Numeral("1772531402.735118"));
    members.put("big", new Value.Numeral("12345678901234567890123"));
    members.put("exponent", new Value.Numeral("1e9999"));
    members.put("flag", new Value.Flag(false));
    members.put("none", Value.None.NONE);
    members.put("list", new Value.Items(List.of(new Value.Text("x"), Attributes.NONE)));

    JsonOut.compact(out).value(Attributes.of(members));

    assertThat(out)
        .hasToString(
            "{\"float\":1772531402.735118,\"big\":12345678901234567890123,\"exponent\":1e9999,"
                + "\"flag\":false,\"none\":null,\"list\":[\"x\",{}]}");
  }

  @ParameterizedTest
  @CsvSource({
    "22,\\\"",
    "5C,\\\\",
    "2F,/",
    "8,\\u0008",
    "9,\\t",
    "A,\\n",
    "D,\\r",
    "1B,\\u001b",
    "7F,\\u007f",
    "9B,\\u009b",
    "61C,\\u061c",
    "200E,\\u200e",
    "2028,\\u2028",
    "202E,\\u202e",
    "2066,\\u2066",
    "D83D,\\ud83d",
    "DC00,\\udc00",
    "FDD0,\\ufdd0",
    "FFFF,\\uffff",
    "E0041,\\udb40\\udc41",
    "1FFFE,\\ud83f\\udffe",
    "200D,\u200D",
    "E9,é",
    "1F44D,👍",
  })
  void whatCouldDriveATerminalIsEscaped(String hex, String escaped) throws IOException {
    JsonOut.compact(out).text("a" + Character.toString(Integer.parseInt(hex, 16)) + "b");

    assertThat(out).hasToString("\"a" + escaped + "b\"");
  }

  @Test
  void everyCodePointSurvives() throws IOException {
    StringBuilder all = new StringBuilder();
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      all.appendCodePoint(codePoint).append(' ');
    }

    JsonOut.compact(out).text(all.toString());

    byte[] utf8 = out.toString().getBytes(StandardCharsets.UTF_8);
    assertThat(Json.tree(new ByteArrayInputStream(utf8))).isEqualTo(new Value.Text(all.toString()));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-15T08:00:00Z,2026-03-15T08:00:00.000Z",
    "2026-03-15T08:00:00.7Z,2026-03-15T08:00:00.700Z",
    "1969-12-31T23:59:59.999Z,1969-12-31T23:59:59.999Z",
    "0001-01-01T00:00:00.001999Z,0001-01-01T00:00:00.001Z",
  })
  void timesHaveThreeDecimals(Instant time, String written) throws IOException {
    JsonOut.compact(out).time(time);

    assertThat(out).hasToString("\"" + written + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0001-12-31T23:59:59.999Z", "+10000-01-01T00:00:00Z"})
  void aYearThatHasNotFourDigitsIsNull(Instant time) throws IOException {
    JsonOut.compact(out).time(time);

    assertThat(out).hasToString("null");
  }

  @Test
  void aPairStaysWholeWhereverItLies() throws IOException {
    for (int before = 1018; before < 1030; before++) {
      StringWriter text = new StringWriter();
      String around = "x".repeat(before);

      JsonOut.compact(text).text(around + "\uD83D\uDE00" + around + "\"\uD83D");

      assertThat(text).hasToString('"' + around + "\uD83D\uDE00" + around + "\\\"\\ud83d" + '"');
    }
  }
}

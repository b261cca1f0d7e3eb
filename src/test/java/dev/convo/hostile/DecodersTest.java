package dev.convo.hostile;

import static dev.convo.hostile.Scene.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.cli.TestHost;
import dev.convo.http.apache.RawServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies that no platform should send, as the documented answer of each of them. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DecodersTest {
  private static final String UUID = "3f9c2b71-8d54-4e06-a1b7-5c20e9d80042";

  /** A conversation of each platform with one more member: its value stands for {@code VALUE}. */
  private static final Map<String, String> CONVERSATIONS =
      new TreeMap<>(
          Map.of(
              "asapp 42",
              "{\"id\":\"42\",\"externalId\":\"e\",\"odd\":VALUE}",
              "chatwoot 42",
              "{\"id\":42,\"messages\":[],\"odd\":VALUE}",
              "crm 42",
              "{\"id\":\"42\",\"status\":\"new\",\"odd\":VALUE}",
              "salescaptain " + UUID,
              "{\"message\":\"m\",\"conversation\":{\"data\":{\"conversation_id\":\""
                  + UUID
                  + "\",\"odd\":VALUE}}}",
              "workspace 42",
              "{\"_id\":\"42\",\"messages\":[],\"odd\":VALUE}"));

  @TempDir Path home;

  @ParameterizedTest(name = "body {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "null | $: expected an object, found null",
        "true | $: expected an object, found true or false",
        "17 | $: expected an object, found a number",
        "\"text\" | $: expected an object, found text",
        "[] | $: expected an object, found a list",
        "[{\"id\":42}] | $: expected an object, found a list",
        "NaN | $: not valid JSON",
        "-Infinity | $: not valid JSON",
        "{\"id\":NaN} | $.id: not valid JSON",
        "{'id':42} | $: not valid JSON",
        "{\"id\":42,} | $.id: not valid JSON",
        "{\"id\":42;\"odd\":1} | $.id: not valid JSON",
        "{\"id\":TRUE} | $.id: not valid JSON",
        "{\"id\": | $.id: the answer breaks off",
        "<html> | $: not valid JSON",
        "` ` | the answer is empty or broken off, not a JSON document",
      })
  void whatIsNoConversationIsRefused(String body, String message) throws IOException {
    for (String line : CONVERSATIONS.keySet()) {
      assertThat(error(line, body)).as(line).isEqualTo(message);
    }
  }

  @Test
  void moreBehindTheEndIsRefused() throws IOException {
    for (Map.Entry<String, String> one : CONVERSATIONS.entrySet()) {
      String body = one.getValue().replace("VALUE", "1");

      assertThat(error(one.getKey(), body + "{}"))
          .isEqualTo("$: text after the end of the JSON document");
    }
  }

  @Test
  void depthWithoutEndIsRefused() throws IOException {
    for (String deep : new String[] {"[", "{\"a\":"}) {
      for (Map.Entry<String, String> one : CONVERSATIONS.entrySet()) {
        String body = one.getValue().replace("VALUE", deep.repeat(100_000));

        assertThat(error(one.getKey(), body)).endsWith(": nested deeper than 100 levels");
      }
    }
  }

  @ParameterizedTest(name = "body {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "9007199254740993 | 9007199254740993",
        "123456789012345678901234567890 | 123456789012345678901234567890",
        "1.000000000000000000001 | 1.000000000000000000001",
        "1e9999 | 1e9999",
        "-0 | -0",
        "-0.0E+00 | -0.0E+00",
        "\"\\ud800\" | \"\\ud800\"",
        "\"\\udc00\\ud800\" | \"\\udc00\\ud800\"",
        "{\"a\":1,\"a\":2} | {\"a\":2}",
        "1,\"odd\":2 | 2",
        "\"\\u0000\\u001b[2J\" | \"\\u0000\\u001b[2J\"",
        "[[[[[[]]]]]] | [[[[[[]]]]]]",
      })
  void whatIsOddIsKeptAsItIs(String value, String kept) throws IOException {
    for (Map.Entry<String, String> one : CONVERSATIONS.entrySet()) {
      TestHost.Result result = run(one.getKey(), one.getValue().replace("VALUE", value));

      assertThat(result.err()).isEmpty();
      assertThat(result.out()).as(one.getKey()).contains("\"odd\":" + kept);
      assertThat(result.code()).isZero();
    }
  }

  /** What is said of an answer that cannot be read. */
  private String error(String line, String body) throws IOException {
    TestHost.Result result = run(line, body);
    String start = "convo: error: conversation " + line.split(" ", 2)[1] + ": ";
    assertThat(result.code()).isEqualTo(9);
    assertThat(result.err()).startsWith(start).hasLineCount(2);
    return result.err().substring(start.length(), result.err().indexOf(" (profile default,"));
  }

  private TestHost.Result run(String line, String body) throws IOException {
    try (RawServer server = RawServer.answering(ok(body))) {
      return new Scene(home).run(line, line + " --no-messages -o jsonl", server.uri("http"), "");
    }
  }
}
